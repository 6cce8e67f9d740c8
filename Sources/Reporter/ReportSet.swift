import Indicators
import Places
import Store

/// Everything that `build` writes below `reports/`.
public struct ReportSet: Sendable {
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
    try share(context.catalogue.indicators, { tables.files($0) }, body)
    try share(places, { files(of: $0) }, body)
    try body(ReportFile(path: "README.md", text: ReportIndex(context, places).text))
  }

  private func files(of place: Place) -> [ReportFile] {
    let folder = PlaceReport.folder(place, context.register)
    return PlaceReport(context, place).files().map {
      ReportFile(path: "\(folder)/\($0.path)", bytes: $0.bytes)
    }
  }

  /// How many parts are made ahead: few, so that little is in memory.
  private static let depth = 4

  /// Makes the files of some parts on all processors and hands them out in the parts' order, while
  /// the next are made.
  private func share<Part: Sendable>(
    _ parts: [Part], _ make: @escaping @Sendable (Part) -> [ReportFile],
    _ body: (ReportFile) throws -> Void
  ) throws {
    let ahead = WorkAhead(count: parts.count, depth: Self.depth) { make(parts[$0]) }
    for index in parts.indices {
      for file in try ahead.take(index) { try body(file) }
    }
  }
}
