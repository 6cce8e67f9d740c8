import Evidence
import Places
import Store

/// Writes payments of one source, within the caller's transaction.
///
/// Names that repeat stand once in the database: those that are there are found again, so that a
/// supplier of two files has one number.
struct PaymentTables {
  static let columns = [
    "source", "line", "body", "paid_on", "pence", "irrecoverable_vat", "supplier", "service",
    "category", "description", "reference", "redacted",
  ]

  private let source: Int
  private var bodies: NameTable
  private var suppliers: NameTable
  private var labels: NameTable
  private var days: [[UInt8]] = []
  private var next = 0
  private(set) var batch = PaymentBatch()

  init(_ connection: borrowing Connection, source: Int) throws(StoreError) {
    self.source = source
    bodies = try NameTable(connection, "payment_body")
    suppliers = try NameTable(connection, "payment_supplier")
    labels = try NameTable(connection, "payment_label")
  }

  /// Begins with a batch: new names are written.
  mutating func take(
    _ batch: PaymentBatch, _ connection: borrowing Connection
  ) throws(StoreError) {
    self.batch = batch
    next = 0
    days += batch.days
    for body in batch.bodies {
      try bodies.add(Array(body.name.utf8), place: body.place, connection)
    }
    for name in batch.suppliers { try suppliers.add(name, connection) }
    for name in batch.labels { try labels.add(name, connection) }
  }

  /// True where a payment of the batch is left.
  var hasNext: Bool { next < batch.rows.count }

  /// Sets the fields of the next payment.
  mutating func fill(_ fields: inout RowBuffer) {
    let row = batch.rows[next]
    next += 1
    fields.set(source, at: 0)
    fields.set(row.line, at: 1)
    fields.set(bodies.ids[Int(row.body)], at: 2)
    if row.day >= 0 {
      let day = days[Int(row.day)]
      fields.set(text: day.span, at: 3)
    }
    fields.set(row.pence, at: 4)
    if row.irrecoverable != Int64.min { fields.set(row.irrecoverable, at: 5) }
    if row.supplier >= 0 { fields.set(suppliers.ids[Int(row.supplier)], at: 6) }
    if row.service >= 0 { fields.set(labels.ids[Int(row.service)], at: 7) }
    if row.category >= 0 { fields.set(labels.ids[Int(row.category)], at: 8) }
    var start = Int(row.textStart)
    if row.descriptionLength >= 0 {
      let end = start + Int(row.descriptionLength)
      fields.set(text: batch.bytes.span.extracting(start..<end), at: 9)
      start = end
    }
    if row.referenceLength >= 0 {
      let end = start + Int(row.referenceLength)
      fields.set(text: batch.bytes.span.extracting(start..<end), at: 10)
    }
    fields.set(row.isRedacted ? 1 : 0, at: 11)
  }
}

/// A table of names: the numbers of those that a file brings, in the order in which it does.
private struct NameTable {
  /// The identifier of each name of the file.
  private(set) var ids: [Int] = []

  private let table: String
  private var known = ByteInterner()
  private var knownIDs: [Int] = []
  private var next: Int

  init(_ connection: borrowing Connection, _ table: String) throws(StoreError) {
    self.table = table
    next = 1
    let rows = try connection.prepare("SELECT id, name FROM \(table) ORDER BY id")
    while try rows.step() {
      let name = Array(rows.text(1).utf8)
      if known.find(name.span) == nil {
        _ = known.keep(name.span)
        knownIDs.append(rows.int(0))
      }
      next = rows.int(0) + 1
    }
  }

  /// Takes a name of the file; one that is not there yet is written.
  mutating func add(
    _ name: [UInt8], place: String? = nil, _ connection: borrowing Connection
  ) throws(StoreError) {
    if let found = known.find(name.span) {
      ids.append(knownIDs[found])
      return
    }
    let hasPlace = table == "payment_body"
    let insert = try connection.prepare(
      "INSERT INTO \(table) VALUES (?, ?\(hasPlace ? ", ?" : ""))")
    try insert.bind(next, at: 1)
    try insert.bind(String(decoding: name, as: UTF8.self), at: 2)
    if hasPlace, let place { try insert.bind(place, at: 3) }
    try insert.run()
    _ = known.keep(name.span)
    knownIDs.append(next)
    ids.append(next)
    next += 1
  }
}

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
        try tables.take(payments.batches[index], connection)
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
