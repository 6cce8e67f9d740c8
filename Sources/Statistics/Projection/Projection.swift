/// A yearly series continued for up to ten years, with 80% and 95% intervals.
///
/// The last value, a straight line, a line on the log or logit scale, Theil and Sen's line and
/// Holt's damped trend are tried from every past year; the one with the least error continues the
/// series, the last value unless another beats it by 5%. Intervals come from errors made in such
/// tests, not from the fit. A horizon that the series is too short to test is a scenario.
///
/// Values stay within the bounds of the quantity. A series with fewer than six points since its
/// last break is refused.
public struct Projection: Sendable, Hashable {
  /// Fewer points than this are not projected.
  public static let fewestPoints = 6
  /// The furthest year ahead.
  public static let longestHorizon = 10
  /// A horizon has been tested when this many forecasts of it have come true.
  public static let fewestTests = 2

  /// What a value rests on.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// The series itself shows how well its method does this far ahead.
    case tested
    /// The series is too short to test this far ahead: what would be if the past went on.
    case scenario
  }

  /// One year ahead.
  public struct Point: Sendable, Hashable {
    /// How many years after the last value.
    public let horizon: Int
    /// The value expected.
    public let value: Double
    /// The 80% interval.
    public let inner: Interval
    /// The 95% interval.
    public let outer: Interval
    /// Whether the horizon could be tested.
    public let standing: Standing
  }

  /// A method that was tried and its mean absolute error, on the scale of the test.
  public struct Candidate: Sendable, Hashable {
    /// The method.
    public let method: ProjectionMethod
    /// Its error; the smaller the better.
    public let error: Double
  }

  /// The method that continues the series.
  public let method: ProjectionMethod
  /// All that were tried.
  public let candidates: [Candidate]
  /// The index of the first value that was used.
  public let usedFrom: Int
  /// How many values were used.
  public let usedPoints: Int
  /// The years ahead, the nearest first.
  public let points: [Point]

  /// Projects a series.
  ///
  /// - Parameters:
  ///   - series: the series, from where it can be used, and its bounds.
  ///   - years: how far ahead, 1 to 10.
  ///   - calibration: how wide intervals have to be, learned from series of the same kind.
  /// - Throws: a `Blank` that says why the series is refused.
  public init(
    _ series: ProjectionSeries, years: Int = longestHorizon,
    calibration: ProjectionCalibration = .standard
  ) throws(Blank) {
    guard (1...Self.longestHorizon).contains(years) else {
      throw .outside(.horizon, 1...Double(Self.longestHorizon))
    }
    let (start, run) = try series.usable()
    let test = Backtest(run, bounds: series.bounds)
    guard let best = test.best(now: run.count) else {
      throw .refused("no method can be tested on these values")
    }
    method = test.methods[best]
    candidates = test.methods.indices.compactMap { index in
      test.score(index, now: run.count).map {
        Candidate(method: test.methods[index], error: $0)
      }
    }
    usedFrom = start
    usedPoints = run.count
    points = Self.points(test, best, now: run.count, years: years, calibration)
    guard points.allSatisfy({ $0.outer.lower.isFinite && $0.outer.upper.isFinite }) else {
      throw .refused("the values vary too much to be projected")
    }
  }

  static func points(
    _ test: Backtest, _ method: Int, now: Int, years: Int, _ calibration: ProjectionCalibration
  ) -> [Point] {
    let sizes = test.errorSizes(method, now: now, growth: calibration.growth)
    var reach = (inner: 0.0, outer: 0.0)
    return (1...years).map { horizon in
      let centre = test.forecast(method, horizon: horizon, now: now)
      let size = sizes[horizon - 1]
      // Further ahead is never surer.
      reach.inner = max(reach.inner, size * calibration.inner[horizon - 1])
      reach.outer = max(reach.outer, size * calibration.outer[horizon - 1], reach.inner)
      func interval(_ half: Double) -> Interval {
        Interval(
          lower: test.scale.value(centre - half), upper: test.scale.value(centre + half))
      }
      let tests = max(0, now - Backtest.shortestTraining - horizon + 1)
      return Point(
        horizon: horizon, value: test.scale.value(centre), inner: interval(reach.inner),
        outer: interval(reach.outer), standing: tests >= fewestTests ? .tested : .scenario)
    }
  }
}
