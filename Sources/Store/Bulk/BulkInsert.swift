import CSQLite

/// Inserts many rows into one table with one prepared statement.
///
/// The fields of a row are set, then the row is inserted. A field that was not set is NULL. Text is
/// copied once, into a buffer that the insert owns and SQLite reads in place; a copy made by SQLite
/// costs almost half as much again as the whole insert. Use it within a transaction.
@safe public struct BulkInsert: ~Copyable {
  /// A field of the row that is being set.
  private enum Field {
    case null
    case int(Int64)
    case real(Double)
    case text(start: Int, count: Int)
  }

  private let statement: Statement
  private var fields: [Field]
  private var arena: UnsafeMutableRawBufferPointer
  private var used = 0

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
    let names = columns.map(Connection.quoted).joined(separator: ", ")
    let marks = (1...max(1, columns.count)).map { "?\($0)" }.joined(separator: ", ")
    statement = try connection.prepare(
      "INSERT OR \(conflict.rawValue) INTO \(Connection.quoted(table)) (\(names)) VALUES (\(marks))"
    )
    fields = Array(repeating: .null, count: columns.count)
    unsafe arena = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit {
    // SQLite must not look into the buffer again: the statement goes after this.
    statement.reset()
    statement.clearBindings()
    unsafe arena.deallocate()
  }

  /// Sets a field to a whole number; columns count from 0.
  public mutating func set(_ value: Int64, at column: Int) { fields[column] = .int(value) }

  /// Sets a field to a whole number; columns count from 0.
  public mutating func set(_ value: Int, at column: Int) { fields[column] = .int(Int64(value)) }

  /// Sets a field to a number; columns count from 0.
  public mutating func set(_ value: Double, at column: Int) { fields[column] = .real(value) }

  /// Sets a field to text; columns count from 0.
  public mutating func set(_ value: String, at column: Int) {
    set(text: value.utf8.span, at: column)
  }

  /// Sets a field to text given as UTF-8 bytes; columns count from 0.
  public mutating func set(text: Span<UInt8>, at column: Int) {
    let (start, count) = (used, text.count)
    if unsafe start + count > arena.count { grow(to: start + count) }
    if count > 0 {
      unsafe text.withUnsafeBufferPointer { bytes in
        if let source = bytes.baseAddress, let base = unsafe arena.baseAddress {
          unsafe (base + start).copyMemory(from: source, byteCount: count)
        }
      }
    }
    used = start + count
    fields[column] = .text(start: start, count: count)
  }

  /// Sets a field to NULL; columns count from 0.
  public mutating func setNull(at column: Int) { fields[column] = .null }

  /// Inserts the row as set, and starts the next with every field NULL.
  public mutating func insert() throws(StoreError) {
    defer { clear() }
    for index in fields.indices {
      let parameter = index + 1
      switch fields[index] {
      case .null: try statement.bindNull(at: parameter)
      case .int(let value): try statement.bind(value, at: parameter)
      case .real(let value): try statement.bind(value, at: parameter)
      case .text(let start, let count):
        let bytes = unsafe UnsafeRawBufferPointer(arena)[start..<start + count]
        try unsafe statement.bindStaticText(
          UnsafeRawBufferPointer(rebasing: bytes).bindMemory(to: UInt8.self), at: parameter)
      }
    }
    try statement.run()
    count += 1
  }

  private mutating func clear() {
    for index in fields.indices { fields[index] = .null }
    used = 0
  }

  private mutating func grow(to size: Int) {
    let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(size, arena.count * 2), alignment: 16)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: arena[..<used]))
    unsafe arena.deallocate()
    unsafe arena = larger
  }
}
