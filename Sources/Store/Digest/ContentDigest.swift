/// The digest of what a table holds, whatever pages it lies on.
///
/// Two tables have the same digest when they have the same name and columns, and the same values in
/// the same rows. Rows are taken in the order of the primary key, or of the rowid when there is
/// none. SHA-256 is taken over the name of the table and the names of its columns, then the rows:
/// each text as its length (8 bytes, big-endian) and its UTF-8 bytes, each row as the byte `R` and
/// its values, each value as the letter of its type and its content:
///
/// | value | letter | content |
/// |---|---|---|
/// | NULL | `N` | none |
/// | whole number | `I` | 8 bytes, two's complement, big-endian |
/// | number | `F` | 8 bytes of IEEE 754 binary64, big-endian |
/// | text | `T` | length, bytes |
/// | blob | `B` | length, bytes |
public struct ContentDigest: Sendable, Equatable {
  /// The name of the table.
  public let table: String

  /// The number of rows.
  public let rows: Int

  /// The digest in lower-case hexadecimal.
  public let sha256: String

  /// Takes the digest of a table.
  ///
  /// - Complexity: reads the whole table.
  public init(of table: String, in connection: borrowing Connection) throws(StoreError) {
    let order = try Self.order(of: table, in: connection)
    let cursor = try connection.prepare(
      "SELECT * FROM main.\(Connection.quoted(table)) ORDER BY \(order)")
    var encoding = Encoding()
    encoding.add(table.utf8.span)
    let count = cursor.columnCount
    encoding.add(UInt64(count))
    for column in 0..<count { encoding.add(cursor.columnName(column).utf8.span) }
    var rows = 0
    while try cursor.step() {
      encoding.add(UInt8(ascii: "R"))
      for column in 0..<count { encoding.add(cursor, column) }
      rows += 1
    }
    self.table = table
    self.rows = rows
    sha256 = encoding.finalize()
  }

  /// Takes the digests of all tables but some, in the order of their names.
  public static func all(
    in connection: borrowing Connection, except left: Set<String> = []
  ) throws(StoreError) -> [ContentDigest] {
    var digests: [ContentDigest] = []
    let names = try connection.texts(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name COLLATE BINARY
      """)
    for name in names where !left.contains(name) {
      digests.append(try ContentDigest(of: name, in: connection))
    }
    return digests
  }

  /// What the rows are ordered by.
  private static func order(
    of table: String, in connection: borrowing Connection
  ) throws(StoreError) -> String {
    let columns = try connection.prepare(
      "SELECT name, pk FROM pragma_table_info(?1, 'main') ORDER BY pk")
    try columns.bind(table, at: 1)
    var (key, names): ([String], Set<String>) = ([], [])
    while try columns.step() {
      names.insert(columns.text(0).lowercased())
      if columns.int(1) > 0 { key.append("\(Connection.quoted(columns.text(0))) COLLATE BINARY") }
    }
    if !key.isEmpty { return key.joined(separator: ", ") }
    // A column may have taken one of the names of the rowid.
    return ["rowid", "_rowid_", "oid"].first { !names.contains($0) } ?? "1"
  }
}

/// The bytes of a table on their way into the digest, gathered so that each update is a large one.
private struct Encoding {
  private var digest = SHA256()
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 16) }

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ text: Span<UInt8>) {
    add(UInt64(text.count))
    if bytes.count + text.count > 1 << 15 { flush() }
    if text.count > 1 << 15 {
      digest.update(text)
    } else {
      for index in text.indices { bytes.append(text[index]) }
    }
  }

  mutating func add(_ row: borrowing Statement, _ column: Int) {
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

  mutating func finalize() -> String {
    flush()
    return SHA256.hex(digest.finalize())
  }

  private mutating func flush() {
    digest.update(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
