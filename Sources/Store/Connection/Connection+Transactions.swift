extension Connection {
  /// When a transaction takes its locks.
  public enum TransactionKind: String, Sendable {
    /// When it first reads or writes.
    case deferred = "DEFERRED"
    /// The write lock at once: the usual choice for writing.
    case immediate = "IMMEDIATE"
    /// The only lock at once: nobody else reads either.
    case exclusive = "EXCLUSIVE"
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// A failed commit is rolled back too. For typed errors use `begin`, `commit` and `rollback`.
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Result
  ) throws -> Result {
    try begin(kind)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }

  /// Begins a transaction.
  public func begin(_ kind: TransactionKind = .immediate) throws(StoreError) {
    try execute("BEGIN \(kind.rawValue)")
  }

  /// Commits the transaction that is open.
  ///
  /// - Throws: what SQLite reports; the transaction may then still be open, and `rollback` ends it.
  public func commit() throws(StoreError) {
    try execute("COMMIT")
  }

  /// Rolls the open transaction back; without one nothing happens.
  ///
  /// It throws nothing, as it stands where an error is on its way already: SQLite has itself rolled
  /// back after a full disk or an input/output error, and rolls back at the latest on closing.
  public func rollback() {
    guard isInTransaction else { return }
    try? execute("ROLLBACK")
  }

  /// Runs `body` in a savepoint: released when it returns, undone when it throws.
  public func savepoint<Result>(
    _ name: String = "placewise", _ body: () throws -> Result
  ) throws -> Result {
    let quoted = Self.quoted(name)
    try execute("SAVEPOINT \(quoted)")
    do {
      let result = try body()
      try execute("RELEASE \(quoted)")
      return result
    } catch {
      if isInTransaction { try? execute("ROLLBACK TO \(quoted); RELEASE \(quoted)") }
      throw error
    }
  }

  /// A name as SQL writes it: in double quotes, with those inside doubled.
  public static func quoted(_ name: String) -> String {
    var text = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
