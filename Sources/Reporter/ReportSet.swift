import Indicators
import Places

/// Everything that `build` writes below `reports/`.
public struct ReportSet {
  private let context: ReportContext

  private let places: [Place]

  /// Prepares the reports on the places of the catalogue's publications, or on others.
  public init(_ context: ReportContext, places: [Place]? = nil) {
    self.context = context
    self.places =
      places
      ?? context.catalogue.publications.filter { $0.kind == "report" }
      .compactMap { context.register[$0.place] }
  }

  /// Hands out every file, one after the other, so that few are in memory at once.
  public func forEach(_ body: (ReportFile) throws -> Void) throws {
    let tables = IndicatorTables(context)
    for indicator in context.catalogue.indicators {
      for file in tables.files(indicator) { try body(file) }
    }
    for place in places {
      let folder = PlaceReport.folder(place, context.register)
      for file in PlaceReport(context, place).files() {
        try body(ReportFile(path: "\(folder)/\(file.path)", bytes: file.bytes))
      }
    }
    try body(ReportFile(path: "README.md", text: ReportIndex(context, places).text))
  }
}
