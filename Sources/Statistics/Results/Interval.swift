/// A lower and an upper limit.
public struct Interval: Sendable, Hashable {
  /// The lower limit.
  public var lower: Double
  /// The upper limit.
  public var upper: Double

  /// Pairs two limits as they are.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The distance between the limits.
  public var width: Double { upper - lower }

  /// True when the value lies on or between the limits.
  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// Both limits times a factor; a negative factor swaps them.
  public func scaled(by factor: Double) -> Interval {
    let ends = (lower * factor, upper * factor)
    return factor < 0
      ? Interval(lower: ends.1, upper: ends.0) : Interval(lower: ends.0, upper: ends.1)
  }

  /// Both limits moved into a range.
  public func clipped(to range: ClosedRange<Double>) -> Interval {
    Interval(
      lower: min(max(lower, range.lowerBound), range.upperBound),
      upper: min(max(upper, range.lowerBound), range.upperBound))
  }
}
