import Glibc

/// Student's t distribution.
///
/// Domain: degrees of freedom above 0, not necessarily whole; elsewhere NaN. Above 1e10 degrees
/// the normal distribution is used, which agrees to about t⁴/4e10.
public enum StudentT {
  /// P(T ≤ t), with relative accuracy in the lower tail.
  public static func cdf(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, !t.isNaN else { return .nan }
    if degrees > 1e10 { return Normal.cdf(t) }
    let tail = 0.5 * exteriorTails(t, degrees).lower
    return t <= 0 ? tail : 1 - tail
  }

  /// P(T > t).
  public static func survival(_ t: Double, degrees: Double) -> Double {
    cdf(-t, degrees: degrees)
  }

  /// P(|T| ≥ |t|), the two-sided p-value.
  public static func twoSided(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, !t.isNaN else { return .nan }
    if degrees > 1e10 { return 2 * Normal.cdf(-abs(t)) }
    return exteriorTails(t, degrees).lower
  }

  /// The value that T stays below with probability `p`.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    guard degrees > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p == 0.5 { return 0 }
    if degrees > 1e10 { return Normal.quantile(p) }
    let centred = p - 0.5
    let size =
      abs(centred) < 0.25
      ? root(log(2 * abs(centred)), degrees, inside: true)
      : root(log(2 * (p < 0.5 ? p : 1 - p)), degrees, inside: false)
    return centred < 0 ? -size : size
  }

  /// The value with `q` of the distribution above it.
  public static func upperQuantile(_ q: Double, degrees: Double) -> Double {
    -quantile(q, degrees: degrees)
  }

  /// The share beyond ±t (lower) and within ±t (upper).
  private static func exteriorTails(_ t: Double, _ degrees: Double) -> IncompleteBeta.Tails {
    let (x, y) = shares(abs(t), degrees)
    return IncompleteBeta.tails(degrees / 2, 0.5, x: x, y: y)
  }

  /// degrees/(degrees + t²) and its complement, without overflow.
  private static func shares(_ t: Double, _ degrees: Double) -> (Double, Double) {
    let ratio = t / degrees.squareRoot()
    if ratio > 1 {
      let inverse = 1 / ratio
      let square = inverse * inverse
      return (square / (1 + square), 1 / (1 + square))
    }
    let square = ratio * ratio
    return (1 / (1 + square), square / (1 + square))
  }

  /// |t| whose exterior (or interior) share has the given logarithm.
  private static func root(_ target: Double, _ degrees: Double, inside: Bool) -> Double {
    PositiveRoot.find(near: guess(target, degrees, inside: inside), rising: inside) { t in
      let (x, y) = shares(t, degrees)
      let value = IncompleteBeta.logTail(degrees / 2, 0.5, x: x, y: y, upper: inside)
      // With w = x/y = degrees/t², d ln w = -2 d ln t.
      let slope = 2 * exp(IncompleteBeta.logSlope(degrees / 2, 0.5, x: x, y: y) - value)
      return .init(value: value - target, slope: inside ? slope : -slope)
    }
  }

  private static func guess(_ target: Double, _ degrees: Double, inside: Bool) -> Double {
    if inside { return 1.2533141373155003 * exp(target) }
    if degrees >= 3 { return max(0.5, -Normal.quantile(0.5 * exp(target))) }
    // The tail is a power law: share ≈ x^(d/2) / (d/2 · B(d/2, ½)), x ≈ d/t².
    let half = degrees / 2
    let logBeta =
      SaddlePoint.logGamma(half) + SaddlePoint.logGamma(0.5) - SaddlePoint.logGamma(half + 0.5)
    let logX = (target + log(half) + logBeta) / half
    return max(0.5, exp(0.5 * (log(degrees) - min(logX, 0))))
  }
}
