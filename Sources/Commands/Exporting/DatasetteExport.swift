import FoundationEssentials
import Indicators
import Reporter
import Store

/// The database for Datasette: a compact copy that names nobody, and `metadata.json` beside it.
struct DatasetteExport {
  /// Writes all files.
  func write(_ writer: inout ExportWriter, _ connection: borrowing Connection) throws {
    let path = "\(writer.folder)/placewise.db"
    try connection.vacuum(into: path)
    try Interruption.check()
    try clear(path)
    let size = (try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))?.count ?? 0
    writer.count(size)
    let tables = try TableShape.all(connection)
    let views = try TableShape.views(connection).map(\.name)
    try writer.write(metadata(tables, views, try titles(connection)), to: "metadata.json")
    try writer.write(page, to: "README.md")
  }

  /// Takes out payments and rows as they were published, also from pages no longer used.
  private func clear(_ path: String) throws {
    let withheld = PrivateTables.names
    let copy = try Connection(path: path, mode: .readWrite)
    let filled = try withheld.filter { try copy.number("SELECT count(*) FROM \($0)") > 0 }
    guard !filled.isEmpty else { return }
    for table in withheld { try copy.execute("DELETE FROM \(table)") }
    try Database.writeDigests(copy)
    try copy.execute("VACUUM")
  }

  /// The licences and publishers of the sources.
  private func titles(_ connection: borrowing Connection) throws -> String {
    let rows = try connection.prepare(
      "SELECT DISTINCT publisher FROM source WHERE publisher <> '' ORDER BY publisher")
    var names: [String] = []
    while try rows.step() { names.append(rows.text(0)) }
    return names.joined(separator: "; ")
  }

  private func metadata(_ tables: [TableShape], _ views: [String], _ publishers: String) -> String {
    let described = tables.map { table in
      (table.name, JSONNode.object(entry(table.name, table.columns.map(\.name))))
    }
    let shown = views.map { view in
      (view, JSONNode.object(entry(view, Self.viewColumns[view] ?? [])))
    }
    let hidden = ["schema_migration", "build_input", "build_output", "content_digest"].map {
      ($0, JSONNode.object([("hidden", .bool(true))]))
    }
    return JSONNode.object([
      ("title", .text("Prevention indicators for places in England")),
      (
        "description",
        .text("Spending, service use and sick pay by place, computed from published files")
      ),
      ("license", .text("Open Government Licence v3.0")),
      ("license_url", .text(PackageExport.licence)), ("source", .text(publishers)),
      ("about", .text("Placewise \(Placewise.version)")),
      (
        "databases",
        .object([
          (
            "placewise",
            .object([("tables", .object(described + shown + hidden)), ("queries", queries)])
          )
        ])
      ),
    ]).document
  }

  private func entry(_ name: String, _ columns: [String]) -> [(String, JSONNode)] {
    var members: [(String, JSONNode)] = []
    if let words = Self.tableWords[name] { members.append(("description", .text(words))) }
    if let facets = Self.facets[name] { members.append(("facets", .texts(facets))) }
    if name == "place" { members.append(("label_column", .text("name"))) }
    if name == "indicator" || name == "measure" {
      members.append(("label_column", .text("title")))
    }
    let described = columns.compactMap { column in
      ColumnWords.text(column, of: name).map { (column, JSONNode.text($0)) }
    }
    if !described.isEmpty { members.append(("columns", .object(described))) }
    return members
  }

  private var queries: JSONNode {
    .object([
      (
        "place",
        .object([
          ("title", .text("Every indicator of a place, the latest value")),
          (
            "sql",
            .text(
              "SELECT indicator_title, max(period_start) AS period_start, value, unit, lower, upper, "
                + "status FROM v_indicator WHERE place_name = :place AND value IS NOT NULL "
                + "GROUP BY indicator ORDER BY indicator_title")
          ),
        ])
      ),
      (
        "indicator",
        .object([
          ("title", .text("An indicator in one period, every place")),
          (
            "sql",
            .text(
              "SELECT place_name, kind, value, lower, upper, status, note FROM v_indicator "
                + "WHERE indicator = :indicator AND period_start = :period_start "
                + "ORDER BY place_name")
          ),
        ])
      ),
    ])
  }

  private static let tableWords = [
    "place": "Councils, regions, combined authorities and countries, today's and earlier",
    "indicator": "What is computed, with formula and caveats",
    "indicator_value": "The computed values",
    "observation": "The published figures, each with file, line and column",
    "source": "The files, with what became of each of their rows",
    "measure": "What the published figures measure",
    "v_indicator": "Values with the names of places and indicators: begin here",
    "v_spend_per_head": "Spending per person, with names",
    "v_sources": "The files, with what became of each of their rows",
    "v_pay_share": "Shares of jobs below a level of pay, with all that each rests on",
  ]

  private static let facets = [
    "v_indicator": ["kind", "unit"], "place": ["kind", "tier"], "source": ["dataset"],
    "v_sources": ["dataset"], "indicator": ["theme", "service"],
  ]

  private static let viewColumns = [
    "v_indicator": [
      "place_name", "place", "kind", "indicator_title", "indicator", "period_start",
      "period_months", "value", "unit", "lower", "upper", "status", "coverage", "quintile", "note",
    ],
    "v_sources": ["dataset", "path", "publisher", "title", "published", "skipped", "sha256"],
  ]

  private var page: String {
    """
    \(ExportFolder.mark) for Datasette

    Written by `placewise export DIR --as datasette`. To look at it in a browser:

    ```sh
    datasette placewise.db --metadata metadata.json
    ```

    Begin with the view `v_indicator`. Payments, and rows as their publishers wrote them, are left out: they may name private persons. The figures are public sector information licensed under the Open Government Licence v3.0.

    """
  }
}
