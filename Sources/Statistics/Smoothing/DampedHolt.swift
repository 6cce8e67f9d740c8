/// Smoothing with an additive trend that may fade: ETS(A,A,N) and, damped, ETS(A,Ad,N).
///
/// Forecast f = l + φb, error e = y - f, then l' = f + αe and b' = φb + βe; β multiplies the error
/// (Holt's own β* is β/α) and the states stand before the first value. h steps ahead:
/// l + (φ + … + φ^h)b with variance s²[1 + Σ_{j<h} (α + β(φ + … + φ^j))²].
///
/// Reference: Gardner & McKenzie 1985, Manage. Sci. 31:1237; Hyndman, Koehler, Ord & Snyder 2008,
/// Forecasting with Exponential Smoothing, ch. 2 and 6.
public struct DampedHolt: Sendable, Hashable {
  /// Weight of the error in the level, 0 to 1.
  public var alpha: Double
  /// Weight of the error in the trend, 0 to α.
  public var beta: Double
  /// What is left of the trend after each step; 1 keeps it.
  public var damping: Double
  /// The level before the first value.
  public var level: Double
  /// The trend before the first value.
  public var trend: Double

  /// Sets parameters and starting states.
  ///
  /// - Throws: a `Blank` for a parameter outside 0 to 1 or a state that is not finite.
  public init(
    alpha: Double?, beta: Double?, damping: Double?, level: Double?, trend: Double?
  ) throws(Blank) {
    self.alpha = try Check.within(0...1, alpha, .smoothing)
    self.beta = try Check.within(0...1, beta, .smoothing)
    self.damping = try Check.within(0...1, damping, .smoothing)
    self.level = try Check.finite(level, .state)
    self.trend = try Check.finite(trend, .state)
  }

  init(known alpha: Double, _ beta: Double, _ damping: Double, _ level: Double, _ trend: Double) {
    self.alpha = alpha
    self.beta = beta
    self.damping = damping
    self.level = level
    self.trend = trend
  }

  /// What smoothing a series leaves.
  public struct Run: Sendable, Hashable {
    /// The forecast of each value from those before it.
    public let fitted: [Double]
    /// The sum of squared errors.
    public let squaredError: Double
    /// The level at the end.
    public let level: Double
    /// The trend at the end.
    public let trend: Double
  }

  /// Smooths a series of finite values.
  public func run(_ values: [Double]) -> Run {
    var l = level
    var b = trend
    var sum = 0.0
    var fitted: [Double] = []
    fitted.reserveCapacity(values.count)
    for value in values {
      let forecast = l + damping * b
      let error = value - forecast
      fitted.append(forecast)
      sum += error * error
      l = forecast + alpha * error
      b = damping * b + beta * error
    }
    return Run(fitted: fitted, squaredError: sum, level: l, trend: b)
  }

  /// The value expected some steps after a run and the variance of its error in units of s².
  public func forecast(after run: Run, steps: Int) -> (value: Double, variance: Double) {
    var reach = 0.0
    var power = 1.0
    var variance = 1.0
    for step in 1...max(1, steps) {
      if step > 1 {
        let weight = alpha + beta * reach
        variance += weight * weight
      }
      power *= damping
      reach += power
    }
    return (run.level + reach * run.trend, variance)
  }

  /// Forecasts with limits, given the variance s² of one-step errors.
  public func forecasts(
    after run: Run, horizon: Int, variance: Double, confidence: Confidence = .ninetyFive
  ) -> [Estimate] {
    guard horizon > 0 else { return [] }
    return (1...min(horizon, 100)).map { step in
      let next = forecast(after: run, steps: step)
      let half = variance == 0 ? 0 : confidence.z * (variance * next.variance).squareRoot()
      return Estimate(
        next.value, Interval(lower: next.value - half, upper: next.value + half), confidence,
        Statistic("forecast"), .stateSpace)
    }
  }
}
