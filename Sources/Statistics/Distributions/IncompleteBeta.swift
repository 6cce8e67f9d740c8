import Glibc

/// The regularised incomplete beta function I_x(a, b) and its complement.
///
/// x and y = 1 - x are both arguments, because one of them is often too small to be seen in the
/// other. The side that is small is computed directly by the continued fraction; the factor in
/// front of it comes from `SaddlePoint`.
/// Reference: NIST DLMF 8.18.9 (uniform expansion for large a and b).
enum IncompleteBeta {
  /// Both tails at one point.
  struct Tails {
    var lower: Double
    var upper: Double
    static let undefined = Tails(lower: .nan, upper: .nan)
    var reversed: Tails { Tails(lower: upper, upper: lower) }
  }

  /// I_x(a, b) and 1 - I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1; NaN elsewhere.
  static func tails(_ a: Double, _ b: Double, x: Double, y: Double) -> Tails {
    guard a > 0, b > 0, a.isFinite, b.isFinite, x >= 0, y >= 0, x <= 1, y <= 1 else {
      return .undefined
    }
    if x == 0 { return Tails(lower: 0, upper: 1) }
    if y == 0 { return Tails(lower: 1, upper: 0) }
    if usesExpansion(a, b) { return expansion(a, b, x, y) }
    if isLowerSide(a, b, x) {
      let lower = min(1, exp(logLower(a, b, x, y)))
      return Tails(lower: lower, upper: 1 - lower)
    }
    let upper = min(1, exp(logLower(b, a, y, x)))
    return Tails(lower: 1 - upper, upper: upper)
  }

  /// ln I_x(a, b) (or of its complement), which reaches beyond the smallest double.
  static func logTail(_ a: Double, _ b: Double, x: Double, y: Double, upper: Bool) -> Double {
    if !usesExpansion(a, b), x > 0, y > 0 {
      if isLowerSide(a, b, x) {
        if !upper { return logLower(a, b, x, y) }
      } else if upper {
        return logLower(b, a, y, x)
      }
    }
    let both = tails(a, b, x: x, y: y)
    let tail = upper ? both.upper : both.lower
    let other = upper ? both.lower : both.upper
    return tail > 0.5 ? log1p(-other) : log(tail)
  }

  /// The logarithm of x times the density of the beta distribution at x, times y.
  static func logSlope(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    // x^a y^b / B(a, b), where 1/B = C(a+b, a) · ab/(a+b).
    SaddlePoint.logBinomial(a, b, x, y) + log(a) + log(b / (a + b))
  }

  private static func isLowerSide(_ a: Double, _ b: Double, _ x: Double) -> Bool {
    x <= (a + 1) / (a + b + 2)
  }

  private static func logLower(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    logSlope(a, b, x: x, y: y) - log(fraction(a, b, x, y))
  }

  /// The denominator of the even part of the continued fraction, by the method of Lentz.
  ///
  /// a - (a+b)x is written as (a+b)y - b when y is the smaller: no digit is lost at either end.
  /// Reference: DiDonato & Morris 1992, ACM TOMS 18:360, equation 9.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let tiny = 1e-300
    let sum = a + b
    let gap = x < y ? a - sum * x + 1 : sum * y - b + 1
    var value = a * gap / (a + 1)
    if abs(value) < tiny { value = tiny }
    var c = value
    var d = 0.0
    var n = 1.0
    for _ in 0..<limit {
      let odd = a + 2 * n - 1
      let middle = n * (b - n) * x / odd
      let numerator = (a + n - 1) / odd * (sum + n - 1) * middle * x
      let term = n + middle + (a + n) / (odd + 2) * (gap + n * (1 + y))
      d = term + numerator * d
      if abs(d) < tiny { d = tiny }
      c = term + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      value *= change
      if abs(change - 1) < 2e-16 { break }
      n += 1
    }
    return value
  }

  // A bound on the work for one value: the fraction needs a few times √(a+b) terms.
  private static let limit = 100_000

  private static func usesExpansion(_ a: Double, _ b: Double) -> Bool {
    a > 1e6 && b > 1e6 && a + b > 1e9
  }

  /// The leading terms of the uniform expansion, relative error about 1/(a+b).
  private static func expansion(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Tails {
    let n = a + b
    let x0 = a / n
    let y0 = b / n
    let exponent = SaddlePoint.deviance(a, n * x) + SaddlePoint.deviance(b, n * y)
    let side = exponent.squareRoot()
    let signed = x >= x0 ? side : -side
    let eta = signed * (2 / n).squareRoot()
    let root = (x0 * y0).squareRoot()
    let gap = x - x0
    let first =
      abs(eta) < 1e-5 ? (1 - 2 * x0) / (3 * root) : 1 / eta - root / gap
    let correction = exp(-exponent) / (2 * Double.pi * n).squareRoot() * first
    let lower = 0.5 * erfc(-signed) + (correction.isFinite ? correction : 0)
    let bounded = min(1, max(0, lower))
    let upper = 0.5 * erfc(signed) - (correction.isFinite ? correction : 0)
    return Tails(lower: bounded, upper: min(1, max(0, upper)))
  }
}
