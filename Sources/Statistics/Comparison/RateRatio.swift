import Glibc

/// The ratio of two rates and whether it could be chance.
///
/// Reference: Breslow & Day 1987, vol. II, p. 94 (log-normal limits); Przyborowski & Wilenski
/// 1940, Biometrika 31:313 (conditional test: the first count is binomial given the sum).
public struct RateRatio: Sendable, Hashable {
  /// (x1/t1)/(x2/t2) with log-normal limits; infinite when only the second count is 0.
  ///
  /// exp(ln r ∓ z√(1/x1 + 1/x2)); no limits when a count is 0.
  public let estimate: Estimate
  /// Limits from the exact limits p of x1 among x1 + x2: p/(1-p) · t2/t1.
  public let exact: Interval
  /// The exact two-sided p-value of equal rates; nil when a count is not whole.
  public let pValue: Double?

  /// Compares `first` events in `firstTime` with `second` in `secondTime`.
  ///
  /// - Throws: a `Blank` for anything missing, not finite or negative, a time or population that
  ///   is not above 0, or two counts of 0.
  public init(
    _ first: Double?, in firstTime: Double?, to second: Double?, in secondTime: Double?,
    confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    let x1 = try Check.notNegative(first, .count)
    let t1 = try Check.positive(firstTime, .denominator)
    let x2 = try Check.notNegative(second, .count)
    let t2 = try Check.positive(secondTime, .denominator)
    guard x1 + x2 > 0 else { throw .undefined("there are no events in either group") }
    let ratio = x1 / t1 / (x2 / t2)
    guard !ratio.isNaN else { throw .undefined("the rates are too far apart to compute with") }
    var result = Estimate(
      value: ratio, lower: nil, upper: nil, confidence: confidence,
      statistic: Statistic("rate ratio"), method: .logNormal)
    if x1 > 0, x2 > 0 {
      let half = confidence.z * (1 / x1 + 1 / x2).squareRoot()
      result.lower = ratio * exp(-half)
      result.upper = ratio * exp(half)
    } else {
      result.blank = .undefined("log-normal limits need events in both groups")
    }
    estimate = result
    let tail = confidence.tail
    let scale = t2 / t1
    let low = x1 == 0 ? 0 : BetaDistribution.odds(tail, x1, x2 + 1) ?? .nan
    // The upper limit is 1 over the lower limit of the inverse ratio.
    let inverse = x2 == 0 ? 0 : BetaDistribution.odds(tail, x2, x1 + 1) ?? .nan
    exact = Interval(lower: low * scale, upper: x2 == 0 ? .infinity : scale / inverse)
    pValue = BinomialTest.twoSided(x1, of: x1 + x2, chance: t1 / (t1 + t2))
  }
}
