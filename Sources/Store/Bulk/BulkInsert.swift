/// Inserts many rows into one table with one prepared statement.
///
/// The fields of a row are set, then the row is inserted. A field that was not set is NULL. Text is
/// copied once, into memory that SQLite reads in place; a copy made by SQLite costs more than that.
/// Use it within a transaction. Where all rows come from one place, `Connection.insert` is faster.
public struct BulkInsert: ~Copyable {
  private let statement: Statement
  private var row: RowBuffer

  /// The number of rows inserted so far.
  public private(set) var count = 0

  /// What happens to a row that breaks a unique constraint.
  public enum Conflict: String, Sendable {
    /// The insert fails.
    case abort = "ABORT"
    /// The new row is left out.
    case ignore = "IGNORE"
    /// The old row is deleted.
    case replace = "REPLACE"
  }

  /// Prepares to insert into some columns of a table.
  public init(
    _ connection: borrowing Connection, table: String, columns: [String],
    onConflict conflict: Conflict = .abort
  ) throws(StoreError) {
    let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    statement = try connection.prepare(
      Self.head(table, columns, conflict) + " VALUES (\(marks))")
    row = RowBuffer(count: columns.count)
  }

  /// The part of an INSERT before its values.
  static func head(_ table: String, _ columns: [String], _ conflict: Conflict) -> String {
    let names = columns.map(Connection.quoted).joined(separator: ", ")
    return "INSERT OR \(conflict.rawValue) INTO \(Connection.quoted(table)) (\(names))"
  }

  deinit {
    // The row goes before the statement: SQLite must not look there again.
    statement.reset()
    statement.clearBindings()
  }

  /// Sets a field to a whole number; columns count from 0.
  public mutating func set(_ value: Int64, at column: Int) { row.set(value, at: column) }

  /// Sets a field to a whole number; columns count from 0.
  public mutating func set(_ value: Int, at column: Int) { row.set(value, at: column) }

  /// Sets a field to a number; columns count from 0.
  public mutating func set(_ value: Double, at column: Int) { row.set(value, at: column) }

  /// Sets a field to text; columns count from 0.
  public mutating func set(_ value: String, at column: Int) { row.set(value, at: column) }

  /// Sets a field to text given as UTF-8 bytes; columns count from 0.
  public mutating func set(text: Span<UInt8>, at column: Int) { row.set(text: text, at: column) }

  /// Sets a field to NULL; columns count from 0.
  public mutating func setNull(at column: Int) { row.setNull(at: column) }

  /// Inserts the row as set, and starts the next with every field NULL.
  public mutating func insert() throws(StoreError) {
    defer { row.clear() }
    try row.bind(to: statement)
    try statement.run()
    count += 1
  }
}
