import Glibc

/// The binomial distribution of a count among n trials that each succeed with probability p.
///
/// Domain: n whole and ≥ 0, 0 ≤ p ≤ 1; elsewhere NaN.
public enum Binomial {
  /// P(X = k).
  public static func mass(_ k: Double, trials n: Double, chance p: Double) -> Double {
    guard isValid(n, p), !k.isNaN else { return .nan }
    guard k >= 0, k <= n, k == k.rounded() else { return 0 }
    if p == 0 { return k == 0 ? 1 : 0 }
    if p == 1 { return k == n ? 1 : 0 }
    return exp(SaddlePoint.logBinomial(k, n - k, p, 1 - p))
  }

  /// P(X ≤ k).
  public static func cdf(_ k: Double, trials n: Double, chance p: Double) -> Double {
    tails(k, n, p).upper
  }

  /// P(X > k), accurate where it is tiny.
  public static func survival(_ k: Double, trials n: Double, chance p: Double) -> Double {
    tails(k, n, p).lower
  }

  /// The smallest count whose cumulative probability reaches `p`.
  public static func quantile(_ share: Double, trials n: Double, chance p: Double) -> Double {
    guard isValid(n, p), share >= 0, share <= 1 else { return .nan }
    if share == 0 { return 0 }
    if share == 1 { return p == 0 ? 0 : n }
    let start = n * p + Normal.quantile(share) * (n * p * (1 - p)).squareRoot()
    return WholeQuantile.find(near: start, below: share, of: n) {
      cdf($0, trials: n, chance: p)
    }
  }

  private static func isValid(_ n: Double, _ p: Double) -> Bool {
    n >= 0 && n.isFinite && n == n.rounded() && p >= 0 && p <= 1
  }

  /// X > k is the lower beta tail I_p(k+1, n-k).
  private static func tails(_ k: Double, _ n: Double, _ p: Double) -> IncompleteBeta.Tails {
    guard isValid(n, p), !k.isNaN else { return .undefined }
    if k < 0 { return .init(lower: 1, upper: 0) }
    let whole = k.rounded(.down)
    if whole >= n { return .init(lower: 0, upper: 1) }
    return IncompleteBeta.tails(whole + 1, n - whole, x: p, y: 1 - p)
  }
}
