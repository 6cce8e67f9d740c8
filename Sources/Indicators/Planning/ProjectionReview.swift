import Dispatch
import Evidence
import Places
import Statistics
import Synchronization

/// How often reality fell within the ranges of projections, over every series that is held.
///
/// Each yearly series of each indicator and English place is projected from every past year with
/// six points before it, and the years that followed are compared with the ranges. Places are in
/// two halves: what one half taught decides how wide ranges are (`ProjectionCalibration.places`),
/// and only the other half, which taught nothing, is judged here.
public struct ProjectionReview: Hashable, Sendable {
  /// One horizon.
  public struct Row: Hashable, Sendable {
    /// Years ahead.
    public let horizon: Int
    /// How many projected values could be compared with what came.
    public let comparisons: Int
    /// The share within the 80% range, in per cent.
    public let within80: Double
    /// The share within the 95% range, in per cent.
    public let within95: Double

    /// Makes a row.
    public init(horizon: Int, comparisons: Int, within80: Double, within95: Double) {
      self.horizon = horizon
      self.comparisons = comparisons
      self.within80 = within80
      self.within95 = within95
    }
  }

  /// What the places that are not judged teach on how wide ranges have to be; nil without enough.
  public let taught: ProjectionCalibration?
  /// How many series of the half that is judged are held that are long enough.
  public let series: Int
  /// How many of them were looked at: all, or every so-manieth.
  public let reviewed: Int
  /// The horizons, the nearest first.
  public let rows: [Row]

  /// Works the shares out.
  ///
  /// - Parameters:
  ///   - catalogue: the indicators.
  ///   - table: their values.
  ///   - most: no more series than this, spread evenly; nil for all.
  ///   - calibration: the widths that are reviewed.
  ///   - learns: true to learn anew from the other half, to compare with the widths in use.
  /// - Complexity: a tenth of a millisecond for each series, which is projected from every past year.
  public init(
    _ catalogue: Catalogue, _ table: IndicatorTable, most: Int? = nil,
    calibration: ProjectionCalibration = .places, learns: Bool = false
  ) {
    let held = Self.series(catalogue, table) { !Self.teaches($0) }
    taught =
      learns
      ? try? ProjectionCalibration(
        on: Self.series(catalogue, table, of: Self.teaches), weight: .years) : nil
    let step = max(1, most.map { (held.count + $0 - 1) / max(1, $0) } ?? 1)
    let all = stride(from: 0, to: held.count, by: step).map { held[$0] }
    let parts = stride(from: 0, to: all.count, by: 200).map {
      Array(all[$0..<min($0 + 200, all.count)])
    }
    let found = Mutex<[ProjectionCoverage?]>(Array(repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let coverage = ProjectionCoverage(of: calibration, on: parts[index])
      found.withLock { $0[index] = coverage }
    }
    series = held.count
    reviewed = all.count
    rows = Self.joined(found.withLock { $0 }.compactMap(\.self))
  }

  /// True for a place of the half that teaches: its code ends in an even digit.
  public static func teaches(_ place: String) -> Bool {
    place.utf8.last.map { $0 % 2 == 0 } ?? false
  }

  /// The series long enough to be judged: six points to project from and one to compare with.
  static func series(
    _ catalogue: Catalogue, _ table: IndicatorTable, of isWanted: (String) -> Bool
  ) -> [ProjectionSeries] {
    catalogue.indicators.flatMap { indicator -> [ProjectionSeries] in
      // Changes are derived from series that are judged themselves.
      guard !indicator.formula.hasPrefix("change(") else { return [] }
      let bounds: ProjectionBounds = indicator.unit == "%" ? .percentage : .notNegative
      return table.series(of: indicator.id).compactMap { values in
        guard let place = values.first?.place, isWanted(place) else { return nil }
        let series = PlanSeries(values)
        guard series.points.count > Projection.fewestPoints else { return nil }
        let one = series.projectable(bounds)
        return one.values.count > Projection.fewestPoints ? one : nil
      }
    }
  }

  /// Shares of several parts, each weighing as many comparisons as it has.
  private static func joined(_ parts: [ProjectionCoverage]) -> [Row] {
    (1...Projection.longestHorizon).compactMap { horizon in
      let rows = parts.compactMap { $0.rows.first { $0.horizon == horizon } }
      let count = rows.reduce(0) { $0 + $1.comparisons }
      guard count > 0 else { return nil }
      func share(_ part: (ProjectionCoverage.Row) -> Double) -> Double {
        rows.reduce(0) { $0 + part($1) * Double($1.comparisons) } / Double(count) * 100
      }
      return Row(
        horizon: horizon, comparisons: count, within80: share(\.innerShare),
        within95: share(\.outerShare))
    }
  }
}
