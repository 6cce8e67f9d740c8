import Glibc

/// The gamma distribution with shape a and rate r: density r^a x^(a-1) e^(-rx) / Γ(a).
///
/// Domain: shape and rate above 0 and finite; elsewhere every function gives NaN.
public enum GammaDistribution {
  /// P(X ≤ x), 0 below the origin.
  public static func cdf(_ x: Double, shape: Double, rate: Double = 1) -> Double {
    guard isValid(shape, rate), !x.isNaN else { return .nan }
    return IncompleteGamma.tails(shape, max(0, x * rate)).lower
  }

  /// P(X > x), accurate where it is tiny.
  public static func survival(_ x: Double, shape: Double, rate: Double = 1) -> Double {
    guard isValid(shape, rate), !x.isNaN else { return .nan }
    return IncompleteGamma.tails(shape, max(0, x * rate)).upper
  }

  /// The value with `p` of the distribution below it.
  ///
  /// Relative accuracy about 1e-13. A result below about 1e-305 is returned as 0, which happens
  /// for tiny shapes: shape 0.01 and p = 1e-10 give (p Γ(1.01))^100.
  public static func quantile(_ p: Double, shape: Double, rate: Double = 1) -> Double {
    guard isValid(shape, rate), p >= 0, p <= 1 else { return .nan }
    if p > 0.5 { return tailQuantile(1 - p, shape, upper: true) / rate }
    return tailQuantile(p, shape, upper: false) / rate
  }

  /// The value with `q` of the distribution above it, for tails too small to write as 1 - q.
  public static func upperQuantile(_ q: Double, shape: Double, rate: Double = 1) -> Double {
    guard isValid(shape, rate), q >= 0, q <= 1 else { return .nan }
    if q > 0.5 { return tailQuantile(1 - q, shape, upper: false) / rate }
    return tailQuantile(q, shape, upper: true) / rate
  }

  private static func isValid(_ shape: Double, _ rate: Double) -> Bool {
    shape > 0 && shape.isFinite && rate > 0 && rate.isFinite
  }

  /// The quantile at rate 1 from the smaller tail.
  private static func tailQuantile(_ tail: Double, _ a: Double, upper: Bool) -> Double {
    if tail == 0 { return upper ? .infinity : 0 }
    let target = log(tail)
    let start = guess(tail, target, a, upper: upper)
    // Below this the leading term x^a/Γ(a+1) of the series is exact.
    if start < 1e-290 { return start < 1e-305 ? 0 : start }
    return PositiveRoot.find(near: start, rising: !upper) { x in
      let value = IncompleteGamma.logTail(a, x, upper: upper)
      // x · density / tail, all through logarithms.
      let slope = exp(SaddlePoint.logPoisson(a, x) + log(a) - value)
      return .init(value: value - target, slope: upper ? -slope : slope)
    }
  }

  private static func guess(
    _ tail: Double, _ target: Double, _ a: Double, upper: Bool
  ) -> Double {
    // Wilson & Hilferty 1931 in the middle, the leading term of the series near 0.
    let z = upper ? -Normal.quantile(tail) : Normal.quantile(tail)
    let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    let middle = root > 0 ? a * root * root * root : 0
    let logP = upper ? log1p(-tail) : target
    if middle > 0.02 * a, a > 0.5 || middle > 1 { return middle }
    let low = exp((logP + LogGammaNearOne.value(a)) / a)
    return middle > 1 ? middle : low
  }
}
