/// The chi-squared distribution: gamma with shape degrees/2 and rate ½.
///
/// Domain: degrees of freedom above 0, not necessarily whole; elsewhere NaN.
public enum ChiSquared {
  /// P(X ≤ x).
  public static func cdf(_ x: Double, degrees: Double) -> Double {
    GammaDistribution.cdf(x, shape: degrees / 2, rate: 0.5)
  }

  /// P(X > x), the p-value of a chi-squared test.
  public static func survival(_ x: Double, degrees: Double) -> Double {
    GammaDistribution.survival(x, shape: degrees / 2, rate: 0.5)
  }

  /// The value with `p` of the distribution below it.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    GammaDistribution.quantile(p, shape: degrees / 2, rate: 0.5)
  }
}
