import Indicators
import Places
import Store

/// Everything that `build` writes below `reports/`.
public struct ReportSet: Sendable {
  private let context: ReportContext

  private let places: [Place]
  private let comparisons: [(group: PlaceGroup, indicators: [Indicator])]
  /// Those of the places that have a plan as well.
  private let planned: Set<String>

  /// What is written.
  public enum Extent: Hashable, Sendable {
    /// What the catalogue's publications name.
    case published
    /// The reports on these places and nothing else.
    case only([Place])
    /// The reports on these places, and every region compared beside what is published.
    case every([Place])

    var places: [Place]? {
      switch self {
      case .published: nil
      case .only(let places), .every(let places): places
      }
    }
  }

  /// Prepares the reports.
  public init(_ context: ReportContext, _ extent: Extent = .published) {
    self.context = context
    let places = extent.places
    self.places =
      places
      ?? context.catalogue.publications.filter { $0.kind == "report" }
      .compactMap { context.register[$0.place] }
    let published = context.catalogue.publications.filter { $0.kind == "comparison" }
    var comparisons: [(PlaceGroup, [Indicator])] = []
    for row in published {
      guard let group = context.register.group(code: row.place) else { continue }
      comparisons.append((group, row.indicators.compactMap(context.catalogue.indicator)))
    }
    switch extent {
    case .published: break
    case .only: comparisons = []
    case .every:
      // Regions are compared in what the first published comparison compares.
      let indicators = comparisons.first?.1 ?? []
      for region in context.register.places where region.kind == .region && region.isCurrent {
        guard let group = context.register.group(code: region.code),
          !comparisons.contains(where: { $0.0.code == group.code })
        else { continue }
        comparisons.append((group, indicators))
      }
    }
    self.comparisons = comparisons
    planned = Set(context.catalogue.publications.filter { $0.kind == "plan" }.map(\.place))
  }

  /// What is made at once, by one thread.
  private enum Part: Sendable {
    case index
    case place(Place)
    case comparison(ComparisonPages)
    case table(Indicator)
  }

  /// How many parts are made ahead: few, so that little is in memory.
  private static let depth = 8

  /// Hands out every file, one after the other, so that few are in memory at once.
  ///
  /// Parts are made on all processors while those before are handed out: the long ones first, so
  /// that no processor waits for another at the end.
  public func forEach(_ body: (ReportFile) throws -> Void) throws {
    let parts =
      [.index] + places.map(Part.place)
      + comparisons.map { .comparison(ComparisonPages(group: $0.group, indicators: $0.indicators)) }
      + context.catalogue.indicators.map(Part.table)
    let ahead = WorkAhead(count: parts.count, depth: Self.depth) { files(of: parts[$0]) }
    for index in parts.indices {
      for file in ahead.take(index) { try body(file) }
    }
  }

  private func files(of part: Part) -> [ReportFile] {
    switch part {
    case .index:
      let index = ReportIndex(context, places, comparisons.map(\.group), planned: planned)
      return [ReportFile(path: "README.md", text: index.text)]
    case .place(let place): return files(of: place)
    case .comparison(let pages): return pages.files(context)
    case .table(let indicator): return IndicatorTables(context).files(indicator)
    }
  }

  private func files(of place: Place) -> [ReportFile] {
    let folder = PlaceReport.folder(place, context.register)
    let plan = planned.contains(place.code) ? PlanReport(context, place).files() : []
    return (PlaceReport(context, place).files() + plan).map {
      ReportFile(path: "\(folder)/\($0.path)", bytes: $0.bytes)
    }
  }
}
