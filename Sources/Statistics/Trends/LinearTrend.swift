import Glibc

/// A straight line through a series, on its own scale or a transformed one, with weights or not.
///
/// b = Sxy/Sxx, s² = SSE/(n-2), SE(b) = √(s²/Sxx), Student's t with n - 2 degrees of freedom.
/// Weights are proportional to 1/variance and s is estimated all the same.
///
/// Two points give the line and no errors. Points on a line up to rounding have errors of 0 and an
/// infinite t; a constant series has no t. On the log and logit scales slopes and errors are on
/// that scale; values from `prediction(at:)` are transformed back without a correction for bias,
/// so they are medians.
/// Reference: Draper & Smith 1998, Applied Regression Analysis, ch. 1 and 3.
public struct LinearTrend: Sendable {
  /// The scale of the line.
  public let scale: TrendScale
  /// The confidence of all limits.
  public let confidence: Confidence
  /// n - 2.
  public let degrees: Double
  let fit: LineFit

  /// Fits a line to values at times.
  ///
  /// - Throws: a `Blank` for lists of unequal length, a missing or non-finite number, a value
  ///   outside the scale's domain, a weight that is not above 0, or times that are all equal.
  public init(
    times: [Double?], values: [Double?], weights: [Double?]? = nil,
    scale: TrendScale = .linear, confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    try Check.same(times.count, values.count, .time, .value)
    try Check.atLeast(2, times.count, .value)
    let x = try Check.all(times, .time)
    let y = try Self.transformed(try Check.all(values, .value), scale)
    var w: [Double]?
    if let weights {
      try Check.same(weights.count, values.count, .weight, .value)
      w = try Check.all(weights, .weight, above: true)
    }
    guard let fit = LineFit(x, y, weights: w) else {
      throw .undefined("the times are all the same or the numbers too large to compute with")
    }
    self.fit = fit
    self.scale = scale
    self.confidence = confidence
    degrees = Double(x.count - 2)
  }

  /// The values on a scale.
  static func transformed(_ values: [Double], _ scale: TrendScale) throws(Blank) -> [Double] {
    var positions: [Double] = []
    for (index, value) in values.enumerated() {
      guard let position = scale.apply(value) else {
        throw .entry(
          index + 1, scale == .log ? .notPositive(.value) : .outside(.value, 0...1))
      }
      positions.append(position)
    }
    return positions
  }

  /// The line at time 0.
  public var intercept: Double { fit.intercept }
  /// The change per unit of time.
  public var slope: Double { fit.slope }
  /// The residual standard deviation; nil with two points.
  public var sigma: Double? {
    degrees > 0 ? (fit.residual / degrees).squareRoot() : nil
  }
  /// The standard error of the intercept; nil with two points.
  public var interceptError: Double? {
    sigma.map { $0 * fit.leverage(at: 0).squareRoot() }
  }
  /// The standard error of the slope; nil with two points.
  public var slopeError: Double? { sigma.map { $0 / fit.squaresX.squareRoot() } }
  /// Slope over its error; infinite for points on a line, nil for a constant series.
  public var t: Double? {
    guard let error = slopeError else { return nil }
    if error > 0 { return slope / error }
    return slope == 0 ? nil : (slope > 0 ? .infinity : -.infinity)
  }
  /// The two-sided p-value of no change.
  public var pValue: Double? {
    t.map { $0.isInfinite ? 0 : StudentT.twoSided($0, degrees: degrees) }
  }
  /// The share of the variance that the line explains; nil for a constant series.
  public var determination: Double? {
    fit.squaresY > 0 ? 1 - fit.residual / fit.squaresY : nil
  }
  /// Limits of the slope; nil with two points.
  public var slopeLimits: Interval? {
    slopeError.map { around(slope, $0) }
  }
  /// On the log scale the change per unit of time in percent, 100(e^b - 1), with its limits.
  public var annualChange: Estimate? {
    guard scale == .log else { return nil }
    let limits = slopeLimits
    return Estimate(
      value: 100 * expm1(slope), lower: limits.map { 100 * expm1($0.lower) },
      upper: limits.map { 100 * expm1($0.upper) }, confidence: confidence,
      statistic: Statistic("annual percentage change"), method: .regression,
      blank: limits == nil ? .tooFew(.value, needed: 3, found: 2) : nil)
  }

  /// The line at a time and how far a new value, and the line itself, may be from it.
  public struct Prediction: Sendable, Hashable {
    /// The value of the line.
    public let value: Double
    /// Limits for a new observation; nil with two points.
    public let observation: Interval?
    /// Limits for the line; nil with two points.
    public let mean: Interval?
  }

  /// The value expected at a time, on the scale of the data.
  ///
  /// Limits t·√(s²(1 + 1/n + (x-x̄)²/Sxx)) for an observation, without the 1 for the line.
  public func prediction(at time: Double) -> Prediction {
    let centre = fit.value(at: time)
    let leverage = fit.leverage(at: time)
    func limits(_ variance: Double) -> Interval? {
      sigma.map {
        let position = around(centre, $0 * variance.squareRoot())
        return Interval(lower: scale.undo(position.lower), upper: scale.undo(position.upper))
      }
    }
    return Prediction(
      value: scale.undo(centre), observation: limits(1 + leverage), mean: limits(leverage))
  }

  private func around(_ centre: Double, _ error: Double) -> Interval {
    let half = error == 0 ? 0 : confidence.t(degrees: degrees) * error
    return Interval(lower: centre - half, upper: centre + half)
  }
}
