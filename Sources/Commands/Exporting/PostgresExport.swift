import Store

/// The database for PostgreSQL: `schema.sql`, a file for each table, and `load.sql`.
///
/// Keys and references are added behind the rows, which is several times faster than with them.
struct PostgresExport {
  private let tables: [TableShape]
  private let views: [(name: String, sql: String)]

  /// Reads the shape of a database.
  init(_ connection: borrowing Connection) throws {
    tables = try TableShape.all(connection)
    views = try TableShape.views(connection)
  }

  /// Writes all files.
  func write(_ writer: inout ExportWriter, _ connection: borrowing Connection) throws {
    try writer.make("data")
    for table in tables { try write(table, &writer, connection) }
    try writer.write(schema, to: "schema.sql")
    try writer.write(load, to: "load.sql")
    try writer.write(page, to: "README.md")
  }

  private func write(
    _ table: TableShape, _ writer: inout ExportWriter, _ connection: borrowing Connection
  ) throws {
    let names = table.columns.map { Self.quoted($0.name) }.joined(separator: ", ")
    // Rows in the order of the key, or as they were written, so that the same content gives the
    // same bytes.
    let order =
      table.key.isEmpty ? "rowid" : table.key.map(Self.quoted).joined(separator: ", ")
    let rows = try connection.prepare(
      "SELECT \(names) FROM \(Self.quoted(table.name)) ORDER BY \(order)")
    var text = CopyText()
    let path = "\(writer.folder)/data/\(table.name).copy"
    let file = try FileReplacement(path: path)
    var size = 0
    while try rows.step() {
      for value in rows.values() { text.append(value) }
      text.endRow()
      guard text.bytes.count > 1 << 20 else { continue }
      try Interruption.check()
      size += text.bytes.count
      try file.write(text.take())
    }
    size += text.bytes.count
    try file.write(text.take())
    try file.commit()
    writer.count(size)
  }

  private var schema: String {
    var text = """
      -- The tables and views of Placewise \(Placewise.version) for PostgreSQL 13 or later.
      -- psql -v ON_ERROR_STOP=1 -f schema.sql -f load.sql, in this folder.
      SET client_encoding TO 'UTF8';
      CREATE SCHEMA placewise;
      SET search_path TO placewise;

      """
    for table in tables {
      let columns = table.columns.map { column in
        "  \(Self.quoted(column.name)) \(Self.type(column))"
          + (column.isRequired ? " NOT NULL" : "")
      }
      text +=
        "\nCREATE TABLE \(Self.quoted(table.name)) (\n"
        + columns.joined(separator: ",\n") + "\n);\n"
      for column in table.columns {
        guard let words = ColumnWords.text(column.name, of: table.name) else { continue }
        text +=
          "COMMENT ON COLUMN \(Self.quoted(table.name)).\(Self.quoted(column.name)) IS "
          + "\(Self.literal(words));\n"
      }
    }
    for view in views { text += "\n\(view.sql);\n" }
    return text
  }

  private var load: String {
    var text = """
      -- Loads the files of this folder, all or none; psql must be run in this folder.
      SET client_encoding TO 'UTF8';
      SET search_path TO placewise;
      BEGIN;

      """
    for table in tables {
      text += "\\copy \(Self.quoted(table.name)) FROM 'data/\(table.name).copy'\n"
    }
    for table in tables where !table.key.isEmpty {
      text +=
        "ALTER TABLE \(Self.quoted(table.name)) ADD PRIMARY KEY ("
        + table.key.map(Self.quoted).joined(separator: ", ") + ");\n"
    }
    for table in tables {
      for reference in table.references {
        text +=
          "ALTER TABLE \(Self.quoted(table.name)) ADD FOREIGN KEY "
          + "(\(Self.quoted(reference.column))) REFERENCES "
          + "\(Self.quoted(reference.table)) (\(Self.quoted(reference.target)));\n"
      }
    }
    text += """
      CREATE INDEX ON indicator_value (indicator, place, period_start);
      CREATE INDEX ON indicator_value (place);
      CREATE INDEX ON observation (measure, place, period_start);
      COMMIT;
      ANALYZE;

      """
    return text
  }

  private var page: String {
    """
    \(ExportFolder.mark) for PostgreSQL

    Written by `placewise export DIR --as postgres`. To load it, in this folder:

    ```sh
    createdb figures
    psql -v ON_ERROR_STOP=1 -d figures -f schema.sql -f load.sql
    psql -d figures -c "SELECT place_name, value FROM placewise.v_spend_per_head WHERE indicator = 'asc_net_adult_real' AND period_start = '2024-04-01' ORDER BY place_name"
    ```

    The tables stand in a schema of their own, `placewise`; `DROP SCHEMA placewise CASCADE` takes them away. Values are the same as in the database they were written from, to the last digit. \
    Payments, and rows as their publishers wrote them, are left out: they may name private persons.

    The figures are public sector information licensed under the Open Government Licence v3.0; the table `source` names publisher, title and licence of each file.

    """
  }

  /// Columns that hold ISO days, which PostgreSQL knows as dates.
  private static let days: Set<String> = ["period_start", "start_on", "end_on", "changed_on"]

  /// The type of a column in PostgreSQL.
  private static func type(_ column: TableShape.Column) -> String {
    if days.contains(column.name) { return "date" }
    switch column.type {
    case "INTEGER": return "bigint"
    case "REAL": return "double precision"
    default: return "text"
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
