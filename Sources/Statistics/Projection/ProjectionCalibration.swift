/// How far reality strays from projections, learned from series whose later years are known.
///
/// For each series and each past year with at least six points before it, the whole procedure is
/// run as it would have been then; the errors of the years that followed, over the size that was
/// expected of them, are pooled by horizon, every series (or every such year) weighing the same. Their 80% and 95%
/// quantiles, one rank further out than the sample's own, become the half-widths of intervals.
///
/// Intervals then cover what they say on series that behave like those calibrated on, whatever
/// the errors' distribution. Reference: Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a
/// Random World (split conformal prediction); Tashman 2000, Int. J. Forecast. 16:437 (rolling
/// origins).
public struct ProjectionCalibration: Sendable, Hashable {
  /// The mean square error at each horizon over that at one year.
  public let growth: [Double]
  /// The half-width of an 80% interval at each horizon, in expected errors.
  public let inner: [Double]
  /// The half-width of a 95% interval at each horizon, in expected errors.
  public let outer: [Double]
  /// How many series each horizon rests on.
  public let support: [Int]

  init(growth: [Double], inner: [Double], outer: [Double], support: [Int]) {
    self.growth = growth
    self.inner = inner
    self.outer = outer
    self.support = support
  }

  /// Fewer series than this at a horizon do not decide its width alone.
  public static let fewestSeries = 20

  /// What weighs the same when errors are pooled.
  public enum Weight: Sendable {
    /// Every series: long ones say no more than short ones.
    case series
    /// Every projected year: widths then hold what shares of all such years are told by.
    case years
  }

  /// Learns from series of the same kind as those to be projected.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - weight: what weighs the same.
  /// - Throws: `Blank.tooFew` with fewer than `fewestSeries` series that can be used.
  /// - Complexity: O(*n*²) fits in the length of each series.
  public init(on series: [ProjectionSeries], weight: Weight = .series) throws(Blank) {
    var tests: [Backtest] = []
    for one in series {
      guard let (_, run) = try? one.usable(), run.count > Projection.fewestPoints else { continue }
      tests.append(Backtest(run, bounds: one.bounds))
    }
    try Check.atLeast(Self.fewestSeries, tests.count, .value)
    let growth = Self.growth(tests)
    var count = [Double](repeating: 0, count: Projection.longestHorizon)
    var pools = [[Weighted]](repeating: [], count: Projection.longestHorizon)
    for test in tests {
      let found = Self.ratios(test, growth)
      for (horizon, ratios) in found.enumerated() {
        for ratio in ratios {
          let share = weight == .series ? 1 / Double(ratios.count) : 1
          pools[horizon].append(Weighted(value: ratio, weight: share))
          // A horizon rests on series, however many years each was projected from.
          count[horizon] += 1 / Double(ratios.count)
        }
      }
    }
    var inner: [Double] = []
    var outer: [Double] = []
    var support: [Int] = []
    for (pool, series) in zip(pools, count) {
      let count = Int(series.rounded())
      support.append(count)
      let near = Self.quantile(pool, 0.8)
      let far = Self.quantile(pool, 0.95)
      if count >= Self.fewestSeries {
        inner.append(near)
        outer.append(max(near, far))
      } else {
        // Too few series: no narrower than the horizon before.
        inner.append(max(near, inner.last ?? near))
        outer.append(max(near, far, outer.last ?? far))
      }
    }
    self.init(growth: growth, inner: inner, outer: outer, support: support)
  }

  private struct Weighted {
    let value: Double
    let weight: Double
  }

  /// The pooled growth of the mean square error, every series measured in its own first year's.
  private static func growth(_ tests: [Backtest]) -> [Double] {
    var ratios = [[Double]](repeating: [], count: Projection.longestHorizon)
    for test in tests {
      guard let method = test.best(now: test.run.count) else { continue }
      func square(_ horizon: Int) -> Double? {
        let errors = test.errors(method, horizon: horizon, now: test.run.count)
        guard errors.count >= 2 else { return nil }
        return errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
      }
      guard let first = square(1), first > 0 else { continue }
      for horizon in 2...Projection.longestHorizon {
        guard let here = square(horizon) else { break }
        ratios[horizon - 1].append(here / first)
      }
    }
    var growth: [Double] = []
    for (index, list) in ratios.enumerated() {
      let usual = ProjectionCalibration.standard.growth[index]
      let middle = list.count >= fewestSeries ? Median.of(list) ?? usual : usual
      growth.append(max(middle, growth.last ?? 1))
    }
    return growth
  }

  /// |error| over expected error, by horizon, from every past year of a series.
  private static func ratios(_ test: Backtest, _ growth: [Double]) -> [[Double]] {
    var found = [[Double]](repeating: [], count: Projection.longestHorizon)
    for now in Projection.fewestPoints..<test.run.count {
      guard let method = test.best(now: now) else { continue }
      let sizes = test.errorSizes(method, now: now, growth: growth)
      for horizon in 1...min(Projection.longestHorizon, test.run.count - now) {
        let forecast = test.forecast(method, horizon: horizon, now: now)
        let actual = test.scale.position(test.run[now + horizon - 1])
        found[horizon - 1].append(abs(actual - forecast) / sizes[horizon - 1])
      }
    }
    return found
  }

  /// The weighted quantile, with one more series imagined beyond the largest.
  private static func quantile(_ pool: [Weighted], _ share: Double) -> Double {
    let sorted = pool.sorted { $0.value < $1.value }
    guard let last = sorted.last else { return 0 }
    let total = sorted.reduce(0) { $0 + $1.weight }
    let wanted = share * (total + 1)
    var sum = 0.0
    for item in sorted {
      sum += item.weight
      if sum >= wanted { return item.value }
    }
    return last.value
  }
}
