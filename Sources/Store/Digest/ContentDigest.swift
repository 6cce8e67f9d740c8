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
    self = try RunningDigest(of: table, in: connection).digest
  }

  /// A digest that was taken.
  init(table: String, rows: Int, sha256: String) {
    self.table = table
    self.rows = rows
    self.sha256 = sha256
  }

  /// Takes the digests of all tables but some, in the order of their names.
  public static func all(
    in connection: borrowing Connection, except left: Set<String> = []
  ) throws(StoreError) -> [ContentDigest] {
    var digests: [ContentDigest] = []
    for name in try tables(in: connection) where !left.contains(name) {
      digests.append(try ContentDigest(of: name, in: connection))
    }
    return digests
  }

  /// The names of all tables in their order.
  public static func tables(in connection: borrowing Connection) throws(StoreError) -> [String] {
    try connection.texts(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name COLLATE BINARY
      """)
  }

  /// What the rows are ordered by.
  static func order(
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
