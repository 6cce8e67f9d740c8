import Glibc

/// The difference between two proportions and whether it could be chance.
///
/// Reference: Newcombe 1998, Stat. Med. 17:873, method 10 (hybrid score limits, recommended);
/// Pearson's chi-squared without continuity correction; Fisher's exact test.
public struct ProportionDifference: Sendable, Hashable {
  /// p1 - p2 with Newcombe's limits.
  ///
  /// d - √((p1-l1)² + (u2-p2)²) and d + √((u1-p1)² + (p2-l2)²), l and u Wilson's limits.
  public let estimate: Estimate
  /// d ∓ z√(p1q1/n1 + p2q2/n2), cut to -1…1: for comparison, too narrow for small numbers.
  public let wald: Interval
  /// Pearson's chi-squared with 1 degree of freedom; nil when nobody or everybody is counted.
  public let chiSquared: Double?
  /// The p-value of `chiSquared`.
  public let pValue: Double?
  /// The two-sided p-value of Fisher's exact test; nil when a number is not whole.
  public let fisher: Double?

  /// Compares `first` of `firstTotal` with `second` of `secondTotal`.
  ///
  /// - Throws: a `Blank` for anything that is missing, not finite, negative or above its total.
  public init(
    _ first: Double?, of firstTotal: Double?, with second: Double?, of secondTotal: Double?,
    confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    let x1 = try Check.notNegative(first, .count)
    let n1 = try Check.positive(firstTotal, .denominator)
    let x2 = try Check.notNegative(second, .count)
    let n2 = try Check.positive(secondTotal, .denominator)
    guard x1 <= n1, x2 <= n2 else { throw .exceeds(.count, .denominator) }
    let wilson = WilsonScore(confidence: confidence)
    let one = wilson.limits(count: x1, of: n1)
    let two = wilson.limits(count: x2, of: n2)
    let p1 = x1 / n1
    let p2 = x2 / n2
    let d = p1 - p2
    estimate = Estimate(
      d,
      Interval(
        lower: d - hypot(p1 - one.lower, two.upper - p2),
        upper: d + hypot(one.upper - p1, p2 - two.lower)),
      confidence, Statistic("difference of proportions"), .newcombe)
    let variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    let half = variance == 0 ? 0 : confidence.z * variance.squareRoot()
    wald = Interval(lower: max(-1, d - half), upper: min(1, d + half))
    let pooled = (x1 + x2) / (n1 + n2)
    let spread = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    let square = d * d / spread
    chiSquared = spread > 0 && square.isFinite ? square : nil
    pValue = chiSquared.map { ChiSquared.survival($0, degrees: 1) }
    fisher = FisherExact.twoSided(x1, n1 - x1, x2, n2 - x2)
  }
}
