/// Fisher's F distribution, the ratio of two mean squares.
///
/// Domain: both degrees of freedom above 0; elsewhere NaN.
public enum FisherF {
  /// P(F ≤ f), 0 below the origin.
  public static func cdf(_ f: Double, _ top: Double, _ bottom: Double) -> Double {
    tails(f, top, bottom).lower
  }

  /// P(F > f), the p-value of a variance-ratio test.
  public static func survival(_ f: Double, _ top: Double, _ bottom: Double) -> Double {
    tails(f, top, bottom).upper
  }

  /// The value with `p` of the distribution below it.
  public static func quantile(_ p: Double, _ top: Double, _ bottom: Double) -> Double {
    guard let odds = BetaDistribution.odds(p, top / 2, bottom / 2) else { return .nan }
    return odds * (bottom / top)
  }

  private static func tails(
    _ f: Double, _ top: Double, _ bottom: Double
  ) -> IncompleteBeta.Tails {
    guard !f.isNaN, top > 0, bottom > 0 else { return .undefined }
    let odds = max(0, f) * (top / bottom)
    guard odds.isFinite else {
      return top.isFinite && bottom.isFinite ? .init(lower: 1, upper: 0) : .undefined
    }
    return IncompleteBeta.tails(top / 2, bottom / 2, x: odds / (1 + odds), y: 1 / (1 + odds))
  }
}
