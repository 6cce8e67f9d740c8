import Glibc

/// A constant yearly ratio of change in a rate, from counts and populations.
///
/// ln μ = ln population + b0 + b1·time with Poisson counts, by Newton's method to convergence. The
/// errors come from the information at the final estimate; R's glm keeps it from one step
/// before, which leaves its errors off by about 1e-8.
///
/// Domain: counts ≥ 0 with at least one above 0, populations > 0, at least two different times. A
/// series whose likelihood keeps rising as the slope grows has no estimate.
/// Reference: McCullagh & Nelder 1989, Generalized Linear Models, ch. 6.
public struct PoissonTrend: Sendable, Hashable {
  /// b0, at time 0.
  public let intercept: Double
  /// b1.
  public let slope: Double
  /// The standard error of b1.
  public let slopeError: Double
  /// b1 over its error.
  public let z: Double
  /// The two-sided p-value of no change.
  public let pValue: Double
  /// exp(b1) with Wald's limits.
  public let rateRatio: Estimate
  /// 2 Σ [x ln(x/μ) - x + μ].
  public let deviance: Double
  /// Pearson's chi-squared over n - 2; nil with two points.
  public let dispersion: Double?
  /// The standard error of b1 when the counts vary more than Poisson counts do.
  public let quasiError: Double?
  /// The logarithm of the likelihood.
  public let logLikelihood: Double

  /// Fits the model.
  ///
  /// - Throws: a `Blank` for a number that is missing or out of its domain, lists of unequal
  ///   length, or a series without an estimate.
  public init(
    times: [Double?], counts: [Double?], populations: [Double?],
    confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    try Check.same(times.count, counts.count, .time, .count)
    try Check.same(populations.count, counts.count, .population, .count)
    try Check.atLeast(2, counts.count, .count)
    let x = try Check.all(times, .time)
    let y = try Check.all(counts, .count, above: false)
    let n = try Check.all(populations, .population, above: true)
    guard let model = Newton(x, y, n) else {
      throw .undefined("no slope makes these counts likeliest")
    }
    intercept = model.level - model.slope * model.centre
    slope = model.slope
    slopeError = (1 / model.information).squareRoot()
    z = slope / slopeError
    pValue = 2 * Normal.cdf(-abs(z))
    let half = confidence.z * slopeError
    rateRatio = Estimate(
      exp(slope), Interval(lower: exp(slope - half), upper: exp(slope + half)), confidence,
      Statistic("rate ratio per unit of time"), .wald)
    let fit = Self.fit(y, model.means)
    deviance = fit.deviance
    logLikelihood = fit.likelihood
    dispersion = y.count > 2 ? fit.pearson / Double(y.count - 2) : nil
    let error = slopeError
    quasiError = dispersion.map { error * $0.squareRoot() }
    guard [intercept, slope, slopeError, deviance, logLikelihood].allSatisfy(\.isFinite) else {
      throw .undefined("the numbers are too large or too small to compute with")
    }
  }

  /// How far counts are from their means, in three ways.
  private static func fit(
    _ counts: [Double], _ means: [Double]
  ) -> (deviance: Double, pearson: Double, likelihood: Double) {
    var sum = 0.0
    var pearson = 0.0
    var likelihood = 0.0
    for (count, mean) in zip(counts, means) {
      sum += SaddlePoint.deviance(count, mean)
      pearson += (count - mean) * (count - mean) / mean
      likelihood += SaddlePoint.logPoisson(count, mean)
    }
    return (2 * sum, pearson, likelihood)
  }

  /// Newton's method about the weighted mean of the times, where the two unknowns part.
  private struct Newton {
    let centre: Double
    let level: Double
    let slope: Double
    let information: Double
    let means: [Double]

    init?(_ x: [Double], _ y: [Double], _ n: [Double]) {
      let total = y.reduce(0, +)
      guard total > 0, total.isFinite else { return nil }
      let origin = x[0]
      let span = (x.map { abs($0 - origin) }.max() ?? 0)
      guard span > 0, span.isFinite else { return nil }
      var slope = 0.0
      for _ in 0..<200 {
        // For a given slope the level follows from Σμ = Σy.
        let shape = zip(x, n).map { log($1) + slope * ($0 - origin) }
        let peak = shape.max() ?? 0
        let relative = shape.map { exp($0 - peak) }
        let sum = relative.reduce(0, +)
        let means = relative.map { $0 / sum * total }
        var middle = 0.0
        for index in x.indices { middle += means[index] * (x[index] - origin) }
        middle /= total
        var score = 0.0
        var information = 0.0
        for index in x.indices {
          let gap = x[index] - origin - middle
          score += (y[index] - means[index]) * gap
          information += means[index] * gap * gap
        }
        guard information > 0, information.isFinite, score.isFinite else { return nil }
        let step = score / information
        if abs(step) * span < 1e-13 * max(1, abs(slope) * span) {
          centre = origin + middle
          level = log(total) - peak - log(sum) + slope * middle
          self.slope = slope
          self.information = information
          self.means = means
          return
        }
        slope += min(2 / span, max(-2 / span, step))
        guard abs(slope) * span < 600 else { return nil }
      }
      return nil
    }
  }
}
