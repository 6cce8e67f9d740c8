/// Exponential smoothing with given parameters, as Holt and Winters wrote it.
///
/// Level only: l' = αy + (1-α)l. Level and trend: l' = αy + (1-α)(l + b), b' = β(l' - l) + (1-β)b.
/// The starting states stand just before the second value (level only) or the third (with trend);
/// earlier values are not used. Forecasts l + hb; variance s²(1 + Σ_{j<h} α²(1 + jβ)²), s² the
/// variance of the one-step errors about their mean, with n - 1.
///
/// Reference: Holt 1957 (reprinted 2004, Int. J. Forecast. 20:5); Winters 1960, Manage. Sci. 6:324.
/// For β that multiplies the error and states before the first value see `DampedHolt`.
public struct SimpleSmoothing: Sendable, Hashable {
  /// The forecast of each value from those before it.
  public let fitted: [Double]
  /// The sum of squared errors.
  public let squaredError: Double
  /// The level at the end.
  public let level: Double
  /// The trend at the end; nil without one.
  public let trend: Double?
  /// The variance of the errors.
  public let errorVariance: Double
  /// The values expected next, with limits.
  public let forecasts: [Estimate]

  /// Smooths a series.
  ///
  /// - Parameters:
  ///   - values: in order of time.
  ///   - alpha: 0 to 1, weight of the newest value in the level.
  ///   - beta: 0 to 1, weight of the newest change in the trend; nil for level only.
  ///   - level: the starting level.
  ///   - trend: the starting trend, needed with `beta`.
  ///   - horizon: how many values to forecast, up to 100.
  ///   - confidence: of the limits.
  /// - Throws: a `Blank` for a number that is missing or out of its domain, or a series that
  ///   leaves fewer than two errors.
  public init(
    _ values: [Double?], alpha: Double?, beta: Double?, level: Double?, trend: Double?,
    horizon: Int, confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    let y = try Check.all(values, .value)
    let a = try Check.within(0...1, alpha, .smoothing)
    let skipped = beta == nil ? 1 : 2
    let b = beta == nil ? 0 : try Check.within(0...1, beta, .smoothing)
    var l = try Check.finite(level, .state)
    var slope = beta == nil ? 0 : try Check.finite(trend, .state)
    try Check.atLeast(skipped + 2, y.count, .value)
    guard horizon >= 0, horizon <= 100 else { throw .outside(.horizon, 0...100) }
    var expected: [Double] = []
    var errors: [Double] = []
    for value in y.dropFirst(skipped) {
      let forecast = l + slope
      expected.append(forecast)
      errors.append(value - forecast)
      let next = a * value + (1 - a) * forecast
      slope = b * (next - l) + (1 - b) * slope
      l = next
    }
    let variance = try Summary(errors).variance ?? 0
    fitted = expected
    squaredError = errors.reduce(0) { $0 + $1 * $1 }
    self.level = l
    self.trend = beta == nil ? nil : slope
    errorVariance = variance
    forecasts = Self.forecasts(
      (l, slope), alpha: a, beta: b, variance: variance, horizon: horizon,
      confidence: confidence)
  }

  private static func forecasts(
    _ end: (level: Double, trend: Double), alpha: Double, beta: Double, variance: Double,
    horizon: Int, confidence: Confidence
  ) -> [Estimate] {
    var sum = 1.0
    var rows: [Estimate] = []
    for step in 1...max(1, horizon) where step <= horizon {
      let centre = end.level + Double(step) * end.trend
      let half = variance == 0 ? 0 : confidence.z * (variance * sum).squareRoot()
      rows.append(
        Estimate(
          centre, Interval(lower: centre - half, upper: centre + half), confidence,
          Statistic("forecast"), .stateSpace))
      let weight = alpha * (1 + Double(step) * beta)
      sum += weight * weight
    }
    return rows
  }
}
