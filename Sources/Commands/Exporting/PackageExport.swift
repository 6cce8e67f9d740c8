import Evidence
import Indicators
import Reporter
import Store

/// All values as a Data Package, version 2: tidy CSV, one file for each indicator, with
/// `datapackage.json` and the metadata of CSV on the Web beside each file.
struct PackageExport {
  private let context: ReportContext

  static let licence =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

  init(_ context: ReportContext) { self.context = context }

  /// Writes all files.
  func write(_ writer: inout ExportWriter, _ connection: borrowing Connection) throws {
    var resources: [JSONNode] = []
    for table in Self.references {
      let query = ReadOnlyQuery(text: table.query, limit: 0, seconds: 600)
      let bytes = try query.run(connection).grid.bytes(as: Self.style)
      try writer.write(bytes, to: table.shape.path)
      try writer.write(table.shape.webMetadata, to: table.shape.path + "-metadata.json")
      resources.append(table.shape.resource(bytes: bytes))
    }
    try writer.make("values")
    let tables = IndicatorTables(context)
    for indicator in context.catalogue.indicators {
      for file in tables.files(indicator) {
        let path = "values/" + (file.path.split(separator: "/").last.map(String.init) ?? "")
        try writer.write(file.bytes, to: path)
        guard path.hasSuffix(".csv") else { continue }
        resources.append(Self.shape(indicator, path).resource(bytes: file.bytes))
      }
    }
    try writer.write(package(resources), to: "datapackage.json")
    try writer.write(page, to: "README.md")
  }

  private static var style: OutputStyle {
    var style = OutputStyle()
    style.format = .csv
    return style
  }

  private static func shape(_ indicator: Indicator, _ path: String) -> PackageTable {
    PackageTable(
      name: "values-\(indicator.id.replacing("_", with: "-"))", path: path, title: indicator.title,
      description: [indicator.definition, indicator.caveats].filter { !$0.isEmpty }
        .joined(separator: ". "),
      fields: TidyRows.header.enumerated().map { index, name in
        .init(name: name, type: TidyRows.numbers.contains(index) ? "number" : "string")
      },
      key: ["areacd", "indicator", "period"],
      references: [
        .init(field: "areacd", table: "places", target: "code"),
        .init(field: "indicator", table: "indicators", target: "id"),
      ])
  }

  /// Tables that the values refer to, each with the query that gives it.
  private static let references: [(shape: PackageTable, query: String)] = [
    (
      PackageTable(
        name: "places", path: "places.csv", title: "Places",
        description: "Councils, regions, combined authorities and countries, today's and earlier",
        fields: strings([
          "code", "name", "kind", "tier", "country", "region", "county", "combined_authority",
          "start_on", "end_on",
        ]), key: ["code"]),
      """
      SELECT code, name, kind, tier, country, region, county, combined_authority, start_on, end_on
      FROM place ORDER BY code
      """
    ),
    (
      PackageTable(
        name: "indicators", path: "indicators.csv", title: "Indicators",
        description: "What is computed: definition, formula, unit, interval, caveats, source",
        fields: strings([
          "id", "title", "definition", "formula", "unit", "polarity", "tier", "service",
          "comparability", "outcome", "theme", "caveats", "source", "numerator", "denominator",
          "method",
        ]), key: ["id"]),
      """
      SELECT id, title, definition, formula, unit, polarity, tier, service, comparability, outcome,
        theme, caveats, source, numerator, denominator, method
      FROM indicator ORDER BY rowid
      """
    ),
    (
      PackageTable(
        name: "sources", path: "sources.csv", title: "Sources",
        description: "Every file behind the values, with what became of each of its rows",
        fields: [.init(name: "id", type: "integer")]
          + strings(["dataset", "path", "publisher", "title", "licence", "url", "published"])
          + ["rows_read", "rows_loaded", "rows_rejected", "rows_skipped"].map {
            .init(name: $0, type: "integer")
          } + strings(["skipped", "sha256"]), key: ["id"]),
      """
      SELECT id, dataset, path, publisher, title, licence, url, published, rows_read, rows_loaded,
        rows_rejected, rows_skipped, skipped, sha256
      FROM source ORDER BY id
      """
    ),
  ]

  private static func strings(_ names: [String]) -> [PackageTable.Field] {
    names.map { .init(name: $0, type: "string") }
  }

  private func package(_ resources: [JSONNode]) -> String {
    var seen: Set<String> = []
    let publishers = context.sources.map(\.source.publisher).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    return JSONNode.object([
      ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .text("placewise-indicators")),
      ("title", .text("Prevention indicators for places in England")),
      (
        "description",
        .text(
          "Spending, service use and sick pay by council, combined authority, region and nation, "
            + "computed by Placewise from published files; sources.csv names each of them.")
      ),
      ("version", .text(Placewise.version)),
      (
        "licenses",
        .array([
          .object([
            ("name", .text("OGL-UK-3.0")), ("path", .text(Self.licence)),
            ("title", .text("Open Government Licence v3.0")),
          ])
        ])
      ),
      ("sources", .array(publishers.map { .object([("title", .text($0))]) })),
      ("resources", .array(resources)),
    ]).document
  }

  private var page: String {
    """
    \(ExportFolder.mark) as a Data Package

    Written by `placewise export DIR --as datapackage`. `values/` holds one tidy CSV for each indicator, with the columns of ONS Explore Local Statistics first; `places.csv`, `indicators.csv` and `sources.csv` say what the codes mean. \
    `datapackage.json` (Data Package version 2) describes every column and vouches for every file with its SHA-256; beside each CSV stands its metadata (CSV on the Web).

    ```sh
    frictionless validate datapackage.json
    duckdb -c "SELECT areanm, observation FROM 'values/asc_net_adult_real.csv' WHERE period = '2024-04-01/P1Y' ORDER BY areanm"
    ```

    An empty observation is explained by the letters in `status`. The figures are public sector information licensed under the Open Government Licence v3.0.

    """
  }
}
