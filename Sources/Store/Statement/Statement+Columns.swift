import CSQLite

extension Statement {
  /// The number of columns of a row.
  public var columnCount: Int { Int(unsafe sqlite3_column_count(pointer)) }

  /// The name of a column; columns count from 0.
  public func columnName(_ column: Int) -> String {
    unsafe sqlite3_column_name(pointer, Int32(truncatingIfNeeded: column))
      .map { unsafe String(cString: $0) } ?? ""
  }

  /// The names of all columns in order.
  public var columnNames: [String] { (0..<columnCount).map { columnName($0) } }

  /// True when the column holds NULL; columns count from 0.
  @inlinable
  public func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }

  /// The column as a whole number; NULL is 0.
  @inlinable
  public func int(_ column: Int) -> Int { Int(truncatingIfNeeded: int64(column)) }

  /// The column as a whole number; NULL is 0.
  @inlinable
  public func int64(_ column: Int) -> Int64 {
    unsafe sqlite3_column_int64(pointer, Int32(truncatingIfNeeded: column))
  }

  /// The column as a number; NULL is 0.
  @inlinable
  public func double(_ column: Int) -> Double {
    unsafe sqlite3_column_double(pointer, Int32(truncatingIfNeeded: column))
  }

  /// The column as text; NULL is empty.
  public func text(_ column: Int) -> String {
    withText(column) { span in
      unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The column as bytes; NULL is empty.
  public func blob(_ column: Int) -> [UInt8] {
    let index = Int32(truncatingIfNeeded: column)
    // The pointer first: asking for it may convert, which settles the count.
    guard let start = unsafe sqlite3_column_blob(pointer, index) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(pointer, index))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The column as a whole number, or nil for NULL.
  @inlinable
  public func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

  /// The column as a whole number, or nil for NULL.
  @inlinable
  public func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }

  /// The column as a number, or nil for NULL.
  @inlinable
  public func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }

  /// The column as text, or nil for NULL.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The column as bytes, or nil for NULL.
  public func optionalBlob(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }

  /// Lends the column's text as UTF-8 bytes without a copy; NULL is empty.
  @inlinable
  public func withText<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let index = Int32(truncatingIfNeeded: column)
    // The pointer first: asking for it may convert, which settles the count.
    let start = unsafe sqlite3_column_text(pointer, index)
    let count = Int(unsafe sqlite3_column_bytes(pointer, index))
    let buffer = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return try body(unsafe buffer.span)
  }

  /// Lends the column's bytes without a copy; NULL is empty.
  @inlinable
  public func withBlob<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let index = Int32(truncatingIfNeeded: column)
    let start = unsafe sqlite3_column_blob(pointer, index)
    let count = unsafe start == nil ? 0 : Int(unsafe sqlite3_column_bytes(pointer, index))
    let buffer = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try body(unsafe buffer.bindMemory(to: UInt8.self).span)
  }

  /// How the column is stored in this row; columns count from 0.
  @inlinable
  public func type(_ column: Int) -> StorageType {
    switch unsafe sqlite3_column_type(pointer, Int32(truncatingIfNeeded: column)) {
    case SQLITE_INTEGER: .int
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// The column as SQLite stores it.
  public func value(_ column: Int) -> Value {
    switch type(column) {
    case .int: .int(int64(column))
    case .real: .real(double(column))
    case .text: .text(text(column))
    case .blob: .blob(blob(column))
    case .null: .null
    }
  }

  /// All columns of the row as SQLite stores them.
  public func values() -> [Value] { (0..<columnCount).map { value($0) } }
}
