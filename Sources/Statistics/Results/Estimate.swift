/// A figure with its limits and how both were found: what travels together in every row.
public struct Estimate: Sendable, Hashable {
  /// The figure; nil only when `blank` says why.
  public var value: Double?
  /// The lower limit; nil only when `blank` says why.
  public var lower: Double?
  /// The upper limit; nil only when `blank` says why.
  public var upper: Double?
  /// The confidence of the limits.
  public var confidence: Confidence
  /// What the figure is.
  public var statistic: Statistic
  /// How the limits were found.
  public var method: IntervalMethod
  /// Why something above is missing; nil when nothing is.
  public var blank: Blank?

  /// Puts a figure together.
  public init(
    value: Double?, lower: Double?, upper: Double?, confidence: Confidence,
    statistic: Statistic, method: IntervalMethod, blank: Blank? = nil
  ) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
    self.statistic = statistic
    self.method = method
    self.blank = blank
  }

  /// A figure with both limits.
  init(
    _ value: Double, _ limits: Interval, _ confidence: Confidence, _ statistic: Statistic,
    _ method: IntervalMethod
  ) {
    self.init(
      value: value, lower: limits.lower, upper: limits.upper, confidence: confidence,
      statistic: statistic, method: method)
  }

  /// Both limits, when both are there.
  public var interval: Interval? {
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}
