import Evidence
import Store

/// Stores the payments of a file that is held in memory.
public enum PaymentLoader {
  /// A source that holds the same payments, or nil.
  ///
  /// The same payments are the same rows, in whatever order.
  public static func twin(
    of summary: PaymentSummary, in connection: borrowing Connection
  ) throws(StoreError) -> Int? {
    guard summary.rows > 0 else { return nil }
    let find = try connection.prepare(
      "SELECT source FROM payment_source WHERE fingerprint = ? AND rows = ? ORDER BY source")
    try find.bind(summary.fingerprint.text, at: 1)
    try find.bind(summary.rows, at: 2)
    return try find.step() ? find.int(0) : nil
  }

  /// Stores payments under a source that is there, within the caller's transaction.
  public static func store(
    _ payments: PaymentExtract, source: Int, in connection: borrowing Connection
  ) throws {
    var tables = try PaymentTables(connection, source: source)
    var index = 0
    try connection.insert(into: "payment", columns: PaymentTables.columns) { row in
      while !tables.hasNext {
        guard index < payments.batches.count else { return false }
        tables.take(payments.batches[index])
        try PaymentNames.write(tables.takeFresh(), connection)
        index += 1
      }
      tables.fill(&row)
      return true
    }
    try write(payments.summary, source: source, in: connection)
  }

  /// Takes away the names that no payment has any more.
  public static func sweep(_ connection: borrowing Connection) throws(StoreError) {
    try connection.execute(
      """
      DELETE FROM payment_body WHERE id NOT IN (SELECT body FROM payment);
      DELETE FROM payment_supplier
        WHERE id NOT IN (SELECT supplier FROM payment WHERE supplier IS NOT NULL);
      DELETE FROM payment_label WHERE id NOT IN (
        SELECT service FROM payment WHERE service IS NOT NULL
        UNION SELECT category FROM payment WHERE category IS NOT NULL);
      """)
  }

  /// Writes what the payments of a source add up to.
  static func write(
    _ summary: PaymentSummary, source: Int, in connection: borrowing Connection
  ) throws(StoreError) {
    let insert = try connection.prepare(
      "INSERT INTO payment_source VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try insert.bind(source, at: 1)
    try insert.bind(summary.kind.rawValue, at: 2)
    try insert.bind(summary.basis.rawValue, at: 3)
    try insert.bind(summary.rows, at: 4)
    try insert.bind(summary.pence, at: 5)
    if !summary.first.isEmpty { try insert.bind(summary.first, at: 6) }
    if !summary.last.isEmpty { try insert.bind(summary.last, at: 7) }
    try insert.bind(summary.fingerprint.text, at: 8)
    try insert.run()
  }
}
