import Glibc
import Statistics

/// A quantity carried up to ten years ahead: projected, held or grown, with ranges where known.
public struct PlanPath: Hashable, Sendable {
  /// What a year of the path rests on.
  public enum Standing: String, Hashable, Sendable {
    /// The series shows how well its method does this far ahead.
    case tested
    /// What would be if the past went on.
    case scenario
    /// A number that someone set.
    case assumed
    /// A number from the place's own file.
    case local
  }

  /// A year ahead.
  public struct Year: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// Four times of five.
    public let inner: Interval
    /// Nineteen times of twenty.
    public let outer: Interval
    /// What it rests on.
    public let standing: Standing
  }

  /// The latest value.
  public let now: Double
  /// The years ahead; the first is one year after the latest value.
  public let years: [Year]

  /// The value some years ahead; today's for none.
  public func value(_ horizon: Int) -> Double {
    horizon <= 0 ? now : years[min(horizon, years.count) - 1].value
  }

  /// Takes a projection, times a factor where the latest value is known more exactly.
  public init(now: Double, _ projection: Projection, factor: Double = 1) {
    self.now = now
    years = projection.points.map {
      Year(
        value: $0.value * factor, inner: $0.inner.scaled(by: factor),
        outer: $0.outer.scaled(by: factor),
        standing: $0.standing == .tested ? .tested : .scenario)
    }
  }

  /// Grows a value by so much per cent a year, with a slower and a faster growth as its range.
  public init(
    now: Double, growth: Double, low: Double, high: Double, count: Int = 10,
    standing: Standing = .assumed
  ) {
    self.now = now
    years = (1...count).map { horizon in
      func grown(_ rate: Double) -> Double { now * pow(1 + rate / 100, Double(horizon)) }
      let range = Interval(lower: grown(min(low, growth)), upper: grown(max(high, growth)))
      return Year(value: grown(growth), inner: range, outer: range, standing: standing)
    }
  }

  /// Takes a place's own numbers for some years; years between are on a line, later ones held.
  public init(now: Double, year: Int, local: [Int: LocalPlan.Figure], count: Int = 10) {
    self.now = now
    var known = [(0, now)]
    for (when, figure) in local.sorted(by: { $0.key < $1.key }) where when > year {
      known.append((when - year, figure.value))
    }
    years = (1...count).map { horizon in
      let after = known.first { $0.0 >= horizon }
      let before = known.last { $0.0 <= horizon } ?? (0, now)
      var value = before.1
      if let after, after.0 > before.0 {
        let part = Double(horizon - before.0) / Double(after.0 - before.0)
        value += part * (after.1 - before.1)
      }
      return Year(
        value: value, inner: Interval(lower: value, upper: value),
        outer: Interval(lower: value, upper: value), standing: .local)
    }
  }
}
