import Glibc

/// The beta distribution: density x^(a-1) (1-x)^(b-1) / B(a, b) on [0, 1].
///
/// Domain: a and b above 0 and finite; elsewhere every function gives NaN.
public enum BetaDistribution {
  /// P(X ≤ x), 0 below and 1 above the unit interval.
  public static func cdf(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard !x.isNaN else { return .nan }
    let inside = min(1, max(0, x))
    return IncompleteBeta.tails(a, b, x: inside, y: 1 - inside).lower
  }

  /// The value with `p` of the distribution below it.
  public static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    odds(p, a, b).map { $0.isInfinite ? 1 : $0 / (1 + $0) } ?? .nan
  }

  /// The value with `q` of the distribution above it, computed without 1 - q.
  public static func upperQuantile(_ q: Double, _ a: Double, _ b: Double) -> Double {
    // X > x exactly when 1 - X < 1 - x, and 1 - X is beta(b, a).
    odds(q, b, a).map { $0.isInfinite ? 0 : 1 / (1 + $0) } ?? .nan
  }

  /// x/(1-x) of the quantile, which is precise at both ends of the interval; nil when undefined.
  static func odds(_ p: Double, _ a: Double, _ b: Double) -> Double? {
    guard p >= 0, p <= 1, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let upper = p > 0.5
    let target = log(upper ? 1 - p : p)
    let root = PositiveRoot.find(near: guess(p, a, b), rising: !upper) { w in
      let x = w / (1 + w)
      let y = 1 / (1 + w)
      let value = IncompleteBeta.logTail(a, b, x: x, y: y, upper: upper)
      let slope = exp(IncompleteBeta.logSlope(a, b, x: x, y: y) - value)
      return .init(value: value - target, slope: upper ? -slope : slope)
    }
    return root
  }

  /// A start for the odds: the normal approximation on the log-odds scale, power laws in the ends.
  private static func guess(_ p: Double, _ a: Double, _ b: Double) -> Double {
    if a < 1 || b < 1 {
      // I_x ≈ x^a/(a B) near 0 and 1 - (1-x)^b/(b B) near 1; the smaller tail decides.
      let logBeta =
        SaddlePoint.logGamma(a) + SaddlePoint.logGamma(b) - SaddlePoint.logGamma(a + b)
      if p * (a + b) < b {
        let x = exp((log(p) + log(a) + logBeta) / a)
        return x < 0.9 ? x / (1 - x) : 9
      }
      let y = exp((log1p(-p) + log(b) + logBeta) / b)
      return y < 0.9 ? (1 - y) / y : 1 / 9
    }
    let spread = (1 / a + 1 / b).squareRoot()
    return a / b * exp(Normal.quantile(p) * spread)
  }
}
