/// The exact limits of a binomial proportion.
///
/// The lower limit is the proportion at which `count` or more has probability a/2, the upper the
/// one at which `count` or fewer has: the a/2 quantile of beta(x, n-x+1) and the 1-a/2 quantile of
/// beta(x+1, n-x).
///
/// Domain: 0 ≤ x ≤ n, n > 0. Reference: Clopper & Pearson 1934, Biometrika 26:404.
public enum ClopperPearson {
  /// The limits as shares.
  ///
  /// - Throws: a `Blank` for a missing or non-finite value, or a count outside 0 to n.
  public static func limits(
    count: Double?, of denominator: Double?, confidence: Confidence = .ninetyFive
  ) throws(Blank) -> Interval {
    let x = try Check.notNegative(count, .count)
    let n = try Check.positive(denominator, .denominator)
    guard x <= n else { throw .exceeds(.count, .denominator) }
    let tail = confidence.tail
    return Interval(
      lower: x == 0 ? 0 : BetaDistribution.quantile(tail, x, n - x + 1),
      upper: x == n ? 1 : BetaDistribution.upperQuantile(tail, x + 1, n - x))
  }
}
