import Glibc

/// The Poisson distribution of a count with mean m.
///
/// Domain: m ≥ 0 and finite; elsewhere NaN. Counts are whole; a fraction is taken down for
/// cumulative functions and has probability 0.
public enum Poisson {
  /// P(X = k).
  public static func mass(_ k: Double, mean: Double) -> Double {
    guard isValid(mean), !k.isNaN else { return .nan }
    guard k >= 0, k.isFinite, k == k.rounded() else { return 0 }
    if mean == 0 { return k == 0 ? 1 : 0 }
    return exp(SaddlePoint.logPoisson(k, mean))
  }

  /// P(X ≤ k).
  public static func cdf(_ k: Double, mean: Double) -> Double { tails(k, mean).upper }

  /// P(X > k), accurate where it is tiny.
  public static func survival(_ k: Double, mean: Double) -> Double { tails(k, mean).lower }

  /// The smallest count whose cumulative probability reaches `p`.
  public static func quantile(_ p: Double, mean: Double) -> Double {
    guard isValid(mean), p >= 0, p <= 1 else { return .nan }
    if p == 0 || mean == 0 { return 0 }
    if p == 1 { return .infinity }
    let z = Normal.quantile(p)
    let start = mean + z * mean.squareRoot() + (z * z - 1) / 6
    return WholeQuantile.find(near: start, below: p, of: .infinity) { cdf($0, mean: mean) }
  }

  private static func isValid(_ mean: Double) -> Bool { mean >= 0 && mean.isFinite }

  /// Above k the Poisson tail is the lower gamma tail at the mean.
  private static func tails(_ k: Double, _ mean: Double) -> IncompleteGamma.Tails {
    guard isValid(mean), !k.isNaN else { return .undefined }
    if k < 0 { return .init(lower: 1, upper: 0) }
    if k == .infinity || mean == 0 { return .init(lower: 0, upper: 1) }
    return IncompleteGamma.tails(k.rounded(.down) + 1, mean)
  }
}
