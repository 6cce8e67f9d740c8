import CSQLite

/// A column of a table whose rows are laid out before they are stored.
struct StageColumn: Sendable {
  let table: String
  let name: String
  /// What it takes, in bits.
  let takes: UInt8

  /// The columns of a table.
  ///
  /// - Throws: where its rows need more than to be laid out: it is not STRICT, or has a key, an
  ///   index, a check or a computed column.
  static func all(
    of table: String, in connection: borrowing Connection
  ) throws(StoreError) -> [StageColumn] {
    let facts = try connection.prepare(
      """
      SELECT l.strict AND NOT l.wr, s.sql LIKE '%CHECK%',
        EXISTS (SELECT 1 FROM pragma_index_list(?1, 'main'))
      FROM pragma_table_list(?1) l JOIN main.sqlite_schema s ON s.name = l.name
      WHERE l.schema = 'main' AND l.type = 'table'
      """)
    try facts.bind(table, at: 1)
    guard try facts.step(), facts.int(0) == 1, facts.int(1) == 0, facts.int(2) == 0 else {
      throw refusal(of: table)
    }
    let rows = try connection.prepare(
      "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?1, 'main') ORDER BY cid")
    try rows.bind(table, at: 1)
    var columns: [StageColumn] = []
    while try rows.step() {
      var takes = rows.int(2) == 0 ? placewise_takes_null : 0
      switch rows.text(1).uppercased() {
      case "INT", "INTEGER": takes |= placewise_takes_integer
      case "REAL": takes |= placewise_takes_real
      case "TEXT": takes |= placewise_takes_text
      default: throw refusal(of: table)
      }
      guard rows.int(3) == 0, rows.int(4) == 0 else { throw refusal(of: table) }
      columns.append(StageColumn(table: table, name: rows.text(0), takes: UInt8(takes)))
    }
    return columns
  }

  private static func refusal(of table: String) -> StoreError {
    StoreError(code: .misuse, message: "rows of the table \(table) cannot be laid out beforehand")
  }

  /// Why a field is not taken, as SQLite says it.
  var refusal: StoreError {
    StoreError(
      code: .constraint, message: "\(table).\(name) does not take a value of this type, or none")
  }
}
