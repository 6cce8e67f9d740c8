import CSQLite

extension Statement {
  /// The number of parameters.
  public var parameterCount: Int { Int(unsafe sqlite3_bind_parameter_count(pointer)) }

  /// The index of a named parameter, from 1; nil when there is none of that name.
  ///
  /// The name is given with its sign, such as `:place`.
  public func parameterIndex(_ name: String) -> Int? {
    let index = unsafe sqlite3_bind_parameter_index(pointer, name)
    return index == 0 ? nil : Int(index)
  }

  /// Binds NULL; parameters count from 1.
  @inlinable
  public func bindNull(at index: Int) throws(StoreError) {
    try check(unsafe sqlite3_bind_null(pointer, Int32(truncatingIfNeeded: index)))
  }

  /// Binds a whole number; parameters count from 1.
  @inlinable
  public func bind(_ value: Int64, at index: Int) throws(StoreError) {
    try check(unsafe sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: index), value))
  }

  /// Binds a whole number; parameters count from 1.
  @inlinable
  public func bind(_ value: Int, at index: Int) throws(StoreError) {
    try bind(Int64(value), at: index)
  }

  /// Binds a number; parameters count from 1.
  ///
  /// SQLite stores a NaN as NULL.
  @inlinable
  public func bind(_ value: Double, at index: Int) throws(StoreError) {
    try check(unsafe sqlite3_bind_double(pointer, Int32(truncatingIfNeeded: index), value))
  }

  /// Binds text; parameters count from 1.
  public func bind(_ value: String, at index: Int) throws(StoreError) {
    var value = value
    let code = value.withUTF8 { bytes in
      unsafe Self.text(pointer, index, bytes)
    }
    try check(code)
  }

  /// Binds bytes as a blob; parameters count from 1.
  public func bind(_ value: [UInt8], at index: Int) throws(StoreError) {
    try bind(value.span, at: index)
  }

  /// Binds bytes as a blob; parameters count from 1.
  public func bind(_ value: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = unsafe value.withUnsafeBufferPointer { bytes in
      // A null pointer would bind NULL, not an empty blob.
      bytes.count == 0
        ? unsafe sqlite3_bind_zeroblob(pointer, Int32(truncatingIfNeeded: index), 0)
        : unsafe placewise_bind_blob_copy(
          pointer, Int32(truncatingIfNeeded: index), bytes.baseAddress, UInt64(bytes.count))
    }
    try check(code)
  }

  /// Binds text given as UTF-8 bytes; parameters count from 1.
  ///
  /// The bytes are not checked to be UTF-8.
  public func bindText(_ utf8: Span<UInt8>, at index: Int) throws(StoreError) {
    let code = unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe Self.text(pointer, index, bytes)
    }
    try check(code)
  }

  /// Binds text that SQLite reads in place, without a copy; parameters count from 1.
  ///
  /// The bytes must stay valid and unchanged until the parameter is bound anew or cleared, or the
  /// statement is gone. `BulkInsert` gives the same speed safely.
  @unsafe
  public func bindStaticText(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) throws(StoreError) {
    let start = unsafe UnsafeRawPointer(utf8.baseAddress) ?? UnsafeRawPointer(bitPattern: 1)
    try check(
      unsafe placewise_bind_text_static(
        pointer, Int32(truncatingIfNeeded: index), start, UInt64(utf8.count)))
  }

  /// Binds a value of any type; parameters count from 1.
  public func bind(_ value: Value, at index: Int) throws(StoreError) {
    switch value {
    case .null: try bindNull(at: index)
    case .int(let number): try bind(number, at: index)
    case .real(let number): try bind(number, at: index)
    case .text(let text): try bind(text, at: index)
    case .blob(let bytes): try bind(bytes, at: index)
    }
  }

  /// Throws the error for a code that is not `SQLITE_OK`.
  @inlinable
  func check(_ code: Int32) throws(StoreError) {
    guard code != SQLITE_OK else { return }
    throw failure(code)
  }

  private static func text(
    _ pointer: OpaquePointer, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    // A null pointer would bind NULL, not an empty text: any other address will do for no bytes.
    let start = unsafe UnsafeRawPointer(bytes.baseAddress) ?? UnsafeRawPointer(bitPattern: 1)
    return unsafe placewise_bind_text_copy(
      pointer, Int32(truncatingIfNeeded: index), start, UInt64(bytes.count))
  }
}

extension Statement {
  /// Binds a whole number or NULL; parameters count from 1.
  @inlinable
  public func bind(_ value: Int64?, at index: Int) throws(StoreError) {
    if let value { try bind(value, at: index) } else { try bindNull(at: index) }
  }

  /// Binds a whole number or NULL; parameters count from 1.
  @inlinable
  public func bind(_ value: Int?, at index: Int) throws(StoreError) {
    if let value { try bind(value, at: index) } else { try bindNull(at: index) }
  }

  /// Binds a number or NULL; parameters count from 1.
  @inlinable
  public func bind(_ value: Double?, at index: Int) throws(StoreError) {
    if let value { try bind(value, at: index) } else { try bindNull(at: index) }
  }

  /// Binds text or NULL; parameters count from 1.
  @inlinable
  public func bind(_ value: String?, at index: Int) throws(StoreError) {
    if let value { try bind(value, at: index) } else { try bindNull(at: index) }
  }

  /// Binds bytes or NULL; parameters count from 1.
  @inlinable
  public func bind(_ value: [UInt8]?, at index: Int) throws(StoreError) {
    if let value { try bind(value, at: index) } else { try bindNull(at: index) }
  }
}
