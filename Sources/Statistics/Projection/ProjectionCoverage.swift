/// How often reality fell within projected intervals, on series that were not learned from.
public struct ProjectionCoverage: Sendable, Hashable {
  /// One horizon.
  public struct Row: Sendable, Hashable {
    /// Years ahead.
    public let horizon: Int
    /// How many projected values could be compared with what came.
    public let comparisons: Int
    /// The share within the 80% interval.
    public let innerShare: Double
    /// The share within the 95% interval.
    public let outerShare: Double
    /// The mean width of the 80% interval.
    public let innerWidth: Double
    /// The mean width of the 95% interval.
    public let outerWidth: Double
    /// The mean width of the 80% interval over the mean size of the known values.
    public let innerRelativeWidth: Double
    /// The mean width of the 95% interval over the mean size of the known values.
    public let outerRelativeWidth: Double
    /// The mean distance between the value projected and what came, over the same.
    public let relativeError: Double
  }

  /// The horizons that could be judged, the nearest first.
  public let rows: [Row]
  /// How many series there were.
  public let series: Int
  /// How many were projected but are too short for any value to be compared.
  public let unjudged: Int
  /// How many of them were refused, with the reasons and how often each, commonest first.
  public let refusals: [(reason: String, count: Int)]

  /// The share of series refused.
  public var refusedShare: Double {
    series > 0 ? Double(refusals.reduce(0) { $0 + $1.count }) / Double(series) : 0
  }

  /// Judges projections made from every past year of each series with six points before it.
  ///
  /// - Complexity: O(*n*²) fits in the length of each series.
  public init(of calibration: ProjectionCalibration, on series: [ProjectionSeries]) {
    var tallies = [Tally](repeating: Tally(), count: Projection.longestHorizon)
    var reasons: [String: Int] = [:]
    var unjudged = 0
    for one in series {
      do throws(Blank) {
        let (_, run) = try one.usable()
        guard run.count > Projection.fewestPoints else {
          unjudged += 1
          continue
        }
        Self.judge(Backtest(run, bounds: one.bounds), calibration, &tallies)
      } catch {
        reasons[error.description, default: 0] += 1
      }
    }
    self.series = series.count
    self.unjudged = unjudged
    refusals = reasons.map { (reason: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    rows = tallies.enumerated().compactMap { $1.row(horizon: $0 + 1) }
  }

  private struct Tally: Sendable {
    var count = 0.0
    var sums = [Double](repeating: 0, count: 7)

    mutating func add(_ point: Projection.Point, actual: Double, size: Double) {
      let size = size > 0 ? size : 1
      count += 1
      let values = [
        point.inner.contains(actual) ? 1 : 0, point.outer.contains(actual) ? 1 : 0,
        point.inner.width, point.outer.width, point.inner.width / size,
        point.outer.width / size, abs(actual - point.value) / size,
      ]
      for index in sums.indices { sums[index] += values[index] }
    }

    func row(horizon: Int) -> Row? {
      guard count > 0 else { return nil }
      let means = sums.map { $0 / count }
      return Row(
        horizon: horizon, comparisons: Int(count), innerShare: means[0], outerShare: means[1],
        innerWidth: means[2], outerWidth: means[3], innerRelativeWidth: means[4],
        outerRelativeWidth: means[5], relativeError: means[6])
    }
  }

  private static func judge(
    _ test: Backtest, _ calibration: ProjectionCalibration, _ tallies: inout [Tally]
  ) {
    for now in Projection.fewestPoints..<test.run.count {
      guard let method = test.best(now: now) else { continue }
      let years = min(Projection.longestHorizon, test.run.count - now)
      let points = Projection.points(test, method, now: now, years: years, calibration)
      let size = test.run[..<now].reduce(0) { $0 + abs($1) } / Double(now)
      for point in points {
        tallies[point.horizon - 1].add(
          point, actual: test.run[now + point.horizon - 1], size: size)
      }
    }
  }

  /// Equal when rows and refusals are.
  public static func == (one: ProjectionCoverage, other: ProjectionCoverage) -> Bool {
    one.rows == other.rows && one.series == other.series
      && one.refusals.elementsEqual(other.refusals, by: ==)
  }

  /// Hashes the rows and the number of series.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(series)
  }
}
