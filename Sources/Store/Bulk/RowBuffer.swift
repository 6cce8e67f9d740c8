import CSQLite

/// The fields of one row on their way into a table.
///
/// A field that was not set is NULL. Text is copied once, into memory that the buffer owns and
/// SQLite reads in place.
@safe public struct RowBuffer: ~Copyable {
  /// The number of fields.
  public let count: Int

  /// The fields as SQLite's side reads them; they do not move.
  let fields: UnsafeMutablePointer<placewise_field>

  private var arena: UnsafeMutableRawBufferPointer
  private var used = 0

  /// A row of `count` fields, all NULL.
  init(count: Int) {
    self.count = count
    unsafe fields = .allocate(capacity: max(1, count))
    unsafe fields.initialize(
      repeating: placewise_field(text: nil, number: 0, kind: SQLITE_NULL), count: max(1, count))
    unsafe arena = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit {
    unsafe fields.deallocate()
    unsafe arena.deallocate()
  }

  /// Sets a field to a whole number; fields count from 0.
  @inline(__always)
  public mutating func set(_ value: Int64, at column: Int) {
    unsafe put(placewise_field(text: nil, number: value, kind: SQLITE_INTEGER), column)
  }

  /// Sets a field to a whole number; fields count from 0.
  @inline(__always)
  public mutating func set(_ value: Int, at column: Int) { set(Int64(value), at: column) }

  /// Sets a field to a number; fields count from 0.
  ///
  /// SQLite stores a NaN as NULL.
  @inline(__always)
  public mutating func set(_ value: Double, at column: Int) {
    let bits = Int64(bitPattern: value.bitPattern)
    unsafe put(placewise_field(text: nil, number: bits, kind: SQLITE_FLOAT), column)
  }

  /// Sets a field to text; fields count from 0.
  public mutating func set(_ value: String, at column: Int) {
    set(text: value.utf8.span, at: column)
  }

  /// Sets a field to text given as UTF-8 bytes; fields count from 0.
  public mutating func set(text: Span<UInt8>, at column: Int) {
    let (start, length) = (used, text.count)
    if unsafe start + length > arena.count { grow(to: start + length) }
    guard let base = unsafe arena.baseAddress else { return }
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let source = bytes.baseAddress, length > 0 else { return }
      unsafe (base + start).copyMemory(from: source, byteCount: length)
    }
    used = start + length
    let place = unsafe UnsafePointer((base + start).assumingMemoryBound(to: CChar.self))
    unsafe put(placewise_field(text: place, number: Int64(length), kind: SQLITE_TEXT), column)
  }

  /// Sets a field to NULL; fields count from 0.
  public mutating func setNull(at column: Int) {
    unsafe put(placewise_field(text: nil, number: 0, kind: SQLITE_NULL), column)
  }

  /// Sets every field to NULL.
  mutating func clear() {
    for column in 0..<count { unsafe fields[column].kind = SQLITE_NULL }
    used = 0
  }

  /// Binds the fields to the parameters of a statement, in place.
  func bind(to statement: borrowing Statement) throws(StoreError) {
    for column in 0..<count {
      let (field, parameter) = (unsafe fields[column], column + 1)
      switch unsafe field.kind {
      case SQLITE_INTEGER: try statement.bind(unsafe field.number, at: parameter)
      case SQLITE_FLOAT:
        let bits = unsafe UInt64(bitPattern: field.number)
        try statement.bind(Double(bitPattern: bits), at: parameter)
      case SQLITE_TEXT:
        let bytes = unsafe UnsafeRawBufferPointer(start: field.text, count: Int(field.number))
        try unsafe statement.bindStaticText(bytes.bindMemory(to: UInt8.self), at: parameter)
      default: try statement.bindNull(at: parameter)
      }
    }
  }

  @inline(__always)
  private func put(_ field: placewise_field, _ column: Int) {
    precondition(column >= 0 && column < count, "the row has no such field")
    unsafe fields[column] = field
  }

  /// Makes room, and moves what was set already.
  private mutating func grow(to size: Int) {
    let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(size, arena.count * 2), alignment: 16)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: arena[..<used]))
    if let old = unsafe arena.baseAddress, let new = larger.baseAddress {
      for column in 0..<count {
        guard unsafe fields[column].kind == SQLITE_TEXT, let text = unsafe fields[column].text
        else { continue }
        let place = unsafe new + (UnsafeRawPointer(text) - UnsafeRawPointer(old))
        unsafe fields[column].text = UnsafePointer(place.assumingMemoryBound(to: CChar.self))
      }
    }
    unsafe arena.deallocate()
    unsafe arena = larger
  }
}

@available(*, unavailable)
extension RowBuffer: Sendable {}
