import Store

/// A table of the database as others see it: its columns, keys and references.
struct TableShape: Sendable {
  /// A column.
  struct Column: Sendable {
    let name: String
    /// `TEXT`, `INTEGER` or `REAL`.
    let type: String
    let isRequired: Bool
    /// Its place in the primary key, from 1; 0 outside it.
    let key: Int
  }

  /// A column that names a row of another table.
  struct Reference: Sendable {
    let column: String
    let table: String
    let target: String
  }

  let name: String
  let columns: [Column]
  let references: [Reference]

  /// The columns of the primary key, in their order.
  var key: [String] {
    columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name)
  }

  /// What stays here: how the file was made, names that may be private persons', rows as published.
  private static let kept = Set(
    ["schema_migration", "build_input", "build_output", "content_digest"] + PrivateTables.names)

  /// The tables that may leave, in the order in which they refer to one another.
  static func all(_ connection: borrowing Connection) throws -> [TableShape] {
    let names = try connection.prepare(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
      ORDER BY rowid
      """)
    var found: [TableShape] = []
    while try names.step() {
      let name = names.text(0)
      if !kept.contains(name) { found.append(try TableShape(name, connection)) }
    }
    return found
  }

  private init(_ name: String, _ connection: borrowing Connection) throws {
    self.name = name
    let rows = try connection.prepare(
      "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")
    try rows.bind(name, at: 1)
    var columns: [Column] = []
    while try rows.step() {
      columns.append(
        Column(
          name: rows.text(0), type: rows.text(1), isRequired: rows.int(2) != 0 || rows.int(3) > 0,
          key: rows.int(3)))
    }
    self.columns = columns
    let keys = try connection.prepare(
      "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1) ORDER BY id DESC, seq")
    try keys.bind(name, at: 1)
    var references: [Reference] = []
    while try keys.step() {
      references.append(
        Reference(column: keys.text(0), table: keys.text(1), target: keys.text(2)))
    }
    self.references = references
  }

  /// The views that show nothing but these tables, as SQL, in the order in which they were made.
  static func views(_ connection: borrowing Connection) throws -> [(name: String, sql: String)] {
    let rows = try connection.prepare(
      """
      SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND name <> 'v_payments'
      ORDER BY rowid
      """)
    var found: [(String, String)] = []
    while try rows.step() { found.append((rows.text(0), rows.text(1))) }
    return found
  }
}
