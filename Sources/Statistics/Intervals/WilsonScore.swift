/// A proportion with Wilson's score limits.
///
/// With p = x/n and s = z²/n the limits are (2p + s ∓ √(s(s + 4p(1-p)))) / 2(1 + s). The lower one
/// is computed as 2p²/(2p + s + √…), which loses no digits when p is small.
///
/// Domain: 0 ≤ x ≤ n, n > 0; weighted counts need not be whole. At 0 the lower limit is 0, at n
/// the upper is 1, at confidence 1 the limits are 0 and 1. There is no switch for small counts.
/// Reference: Wilson 1927, J. Am. Stat. Assoc. 22:209; Newcombe & Altman 2000, in Statistics
/// with Confidence, 2nd ed., ch. 6.
public struct WilsonScore: Sendable {
  /// The confidence of the limits.
  public let confidence: Confidence
  /// What the proportion and its limits are multiplied by: 100 for a percentage.
  public let multiplier: Double
  private let square: Double

  /// Fixes the confidence and the base.
  public init(confidence: Confidence = .ninetyFive, multiplier: Double = 1) {
    self.confidence = confidence
    self.multiplier = multiplier
    let z = confidence.z
    square = z * z
  }

  /// The proportion of `denominator` that `count` is.
  ///
  /// - Throws: a `Blank` for a missing, negative or non-finite value, a denominator that is not
  ///   above 0, or a count above the denominator.
  public func estimate(count: Double?, of denominator: Double?) throws(Blank) -> Estimate {
    let x = try Check.notNegative(count, .count)
    let n = try Check.positive(denominator, .denominator)
    guard x <= n else { throw .exceeds(.count, .denominator) }
    guard multiplier.isFinite else { throw .notFinite(.multiplier) }
    let limits = limits(count: x, of: n).scaled(by: multiplier)
    return Estimate(x / n * multiplier, limits, confidence, statistic, .wilson)
  }

  private var statistic: Statistic {
    multiplier == 100
      ? Statistic("percentage") : Statistic("proportion", per: multiplier)
  }

  /// The limits as shares, for 0 ≤ x ≤ n and n > 0.
  func limits(count x: Double, of n: Double) -> Interval {
    let p = x / n
    let s = square / n
    guard s.isFinite else { return Interval(lower: 0, upper: 1) }
    let top = 2 * p + s + (s * (s + 4 * p * (1 - p))).squareRoot()
    return Interval(
      lower: x == 0 ? 0 : 2 * p * p / top,
      upper: x == n ? 1 : min(1, top / (2 * (1 + s))))
  }
}
