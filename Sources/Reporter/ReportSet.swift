import Dispatch
import Indicators
import Places
import Synchronization

/// Everything that `build` writes below `reports/`.
public struct ReportSet: Sendable {
  private let context: ReportContext

  private let places: [Place]
  /// Those of the places that have a plan as well.
  private let planned: Set<String>

  /// Prepares the reports on the places of the catalogue's publications, or on others.
  public init(_ context: ReportContext, places: [Place]? = nil) {
    self.context = context
    self.places =
      places
      ?? context.catalogue.publications.filter { $0.kind == "report" }
      .compactMap { context.register[$0.place] }
    planned = Set(context.catalogue.publications.filter { $0.kind == "plan" }.map(\.place))
  }

  /// Hands out every file, one after the other, so that few are in memory at once.
  public func forEach(_ body: (ReportFile) throws -> Void) throws {
    let tables = IndicatorTables(context)
    try share(context.catalogue.indicators, { tables.files($0) }, body)
    try share(places, { files(of: $0) }, body)
    try body(
      ReportFile(path: "README.md", text: ReportIndex(context, places, planned: planned).text))
  }

  private func files(of place: Place) -> [ReportFile] {
    let folder = PlaceReport.folder(place, context.register)
    let plan = planned.contains(place.code) ? PlanReport(context, place).files() : []
    return (PlaceReport(context, place).files() + plan).map {
      ReportFile(path: "\(folder)/\($0.path)", bytes: $0.bytes)
    }
  }

  /// How many parts are made at once: few, so that little is in memory.
  private static let batch = 8

  /// Makes the files of some parts on all processors and hands them out in the parts' order.
  private func share<Part: Sendable>(
    _ parts: [Part], _ make: @Sendable (Part) -> [ReportFile], _ body: (ReportFile) throws -> Void
  ) throws {
    for start in stride(from: 0, to: parts.count, by: Self.batch) {
      let some = Array(parts[start..<min(start + Self.batch, parts.count)])
      let made = Mutex<[[ReportFile]]>(Array(repeating: [], count: some.count))
      DispatchQueue.concurrentPerform(iterations: some.count) { index in
        let files = make(some[index])
        made.withLock { $0[index] = files }
      }
      for file in made.withLock({ $0 }).joined() { try body(file) }
    }
  }
}
