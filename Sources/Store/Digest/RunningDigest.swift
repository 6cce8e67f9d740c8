import CSQLite

/// The content digest of a table to which rows are being added.
///
/// It comes to the same as a `ContentDigest` of the table once the rows are there, without reading
/// them again. Only for tables without a primary key, whose rows stand in the order in which they
/// were added.
public struct RunningDigest: Sendable {
  /// The name of the table.
  public let table: String

  /// The number of rows so far.
  public private(set) var rows = 0

  private var hash = SHA256()
  private var bytes = [UInt8](repeating: 0, count: 1 << 16)
  private var used = 0

  /// Begins with the rows that are there.
  ///
  /// - Complexity: reads the whole table.
  public init(of table: String, in connection: borrowing Connection) throws(StoreError) {
    self.table = table
    let order = try ContentDigest.order(of: table, in: connection)
    let cursor = try connection.prepare(
      "SELECT * FROM main.\(Connection.quoted(table)) ORDER BY \(order)")
    add(table.utf8.span)
    let count = cursor.columnCount
    add(UInt64(count))
    for column in 0..<count { add(cursor.columnName(column).utf8.span) }
    while try cursor.step() {
      add(UInt8(ascii: "R"))
      for column in 0..<count { add(cursor, column) }
      rows += 1
    }
  }

  /// The digest so far.
  public var digest: ContentDigest {
    var all = hash
    all.update(bytes.span.extracting(first: used))
    return ContentDigest(table: table, rows: rows, sha256: SHA256.hex(all.finalize()))
  }

  /// Adds a row that was checked to be one of the table.
  mutating func add(
    _ fields: UnsafePointer<placewise_field>, _ takes: UnsafePointer<UInt8>, _ count: Int
  ) {
    makeRoom(for: unsafe placewise_record_room(fields, Int32(count)))
    let start = used
    used += unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe placewise_put_digested(base + start, fields, takes, Int32(count))
    }
    rows += 1
  }

  private mutating func add(_ row: borrowing Statement, _ column: Int) {
    switch row.type(column) {
    case .null: add(UInt8(ascii: "N"))
    case .int:
      add(UInt8(ascii: "I"))
      add(UInt64(bitPattern: row.int64(column)))
    case .real:
      add(UInt8(ascii: "F"))
      add(row.double(column).bitPattern)
    case .text:
      add(UInt8(ascii: "T"))
      row.withText(column) { add($0) }
    case .blob:
      add(UInt8(ascii: "B"))
      row.withBlob(column) { add($0) }
    }
  }

  private mutating func add(_ byte: UInt8) {
    makeRoom(for: 1)
    bytes[used] = byte
    used += 1
  }

  private mutating func add(_ number: UInt64) {
    makeRoom(for: 8)
    let used = used
    var span = bytes.mutableSpan
    for index in 0..<8 {
      span[used + index] = UInt8(truncatingIfNeeded: number &>> UInt64(56 - 8 * index))
    }
    self.used = used + 8
  }

  private mutating func add(_ text: Span<UInt8>) {
    add(UInt64(text.count))
    if text.count > 1 << 15 {
      flush()
      return hash.update(text)
    }
    makeRoom(for: text.count)
    let used = used
    var span = bytes.mutableSpan
    for index in text.indices { span[used + index] = text[index] }
    self.used = used + text.count
  }

  private mutating func makeRoom(for count: Int) {
    if used + count > bytes.count { flush() }
    if count > bytes.count { bytes = [UInt8](repeating: 0, count: count) }
  }

  private mutating func flush() {
    let bytes = bytes
    hash.update(bytes.span.extracting(first: used))
    used = 0
  }
}
