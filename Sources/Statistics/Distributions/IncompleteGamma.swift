import Glibc

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
///
/// Whichever of the two is small is computed directly: P by its power series below x = a + 1, Q by
/// its continued fraction above, both by Temme's uniform expansion when a is large and x close to
/// a. The common factor x^a e^-x / Γ(a+1) comes from `SaddlePoint`.
/// Reference: Temme 1979, SIAM J. Math. Anal. 10:757; NIST DLMF 8.9, 8.11, 8.12.
enum IncompleteGamma {
  /// Both tails at one point.
  struct Tails {
    var lower: Double
    var upper: Double
    static let undefined = Tails(lower: .nan, upper: .nan)
  }

  /// P and Q for a > 0 and x ≥ 0; NaN elsewhere.
  static func tails(_ a: Double, _ x: Double) -> Tails {
    guard a > 0, a.isFinite, x >= 0 else { return .undefined }
    if x == 0 { return Tails(lower: 0, upper: 1) }
    if x == .infinity { return Tails(lower: 1, upper: 0) }
    if usesExpansion(a, x) { return expansion(a, x) }
    if x >= a + 1 {
      let upper = min(1, exp(SaddlePoint.logPoisson(a, x)) * a * fraction(a, x))
      return Tails(lower: 1 - upper, upper: upper)
    }
    let lower = min(1, exp(SaddlePoint.logPoisson(a, x)) * series(a, x))
    if a < 0.2, lower > 0.5 { return Tails(lower: lower, upper: smallShapeUpper(a, x)) }
    return Tails(lower: lower, upper: 1 - lower)
  }

  /// ln P (or ln Q), which reaches beyond the smallest double.
  static func logTail(_ a: Double, _ x: Double, upper: Bool) -> Double {
    if !usesExpansion(a, x) {
      if upper, x >= a + 1 {
        return SaddlePoint.logPoisson(a, x) + log(a * fraction(a, x))
      }
      if !upper, x < a + 1, x > 0 {
        return SaddlePoint.logPoisson(a, x) + log(series(a, x))
      }
    }
    let both = tails(a, x)
    let tail = upper ? both.upper : both.lower
    let other = upper ? both.lower : both.upper
    return tail > 0.5 ? log1p(-other) : log(tail)
  }

  /// The power series 1 + x/(a+1) + x²/((a+1)(a+2)) and so on.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = a
    for _ in 0..<limit {
      divisor += 1
      term *= x / divisor
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// The continued fraction 1/(x+1-a- 1(1-a)/(x+3-a- …)), by the modified method of Lentz.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = b == 0 ? 1 / tiny : 1 / b
    var value = d
    var index = 1.0
    for _ in 0..<limit {
      let numerator = -index * (index - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      value *= change
      if abs(change - 1) < 2e-16 { break }
      index += 1
    }
    return value
  }

  /// Q for small a and P close to 1: 1 - x^a/Γ(1+a) · (…) without the subtraction.
  private static func smallShapeUpper(_ a: Double, _ x: Double) -> Double {
    let power = a * log(x) - LogGammaNearOne.value(a)
    // e^-x · sum = 1 - a·(x/(a+1) - x²/(2(a+2)) + …), the alternating form of the same series.
    var term = 1.0
    var rest = 0.0
    for k in 1..<200 {
      term *= -x / Double(k)
      let part = term / (a + Double(k))
      rest += part
      if abs(part) < abs(rest) * 1e-17 { break }
    }
    return max(0, -expm1(power) - exp(power) * a * rest)
  }

  // A bound on the work for one value: the sums need about 9√a terms.
  private static let limit = 200_000

  private static func usesExpansion(_ a: Double, _ x: Double) -> Bool {
    a >= 1e4 && (abs(x / a - 1) < 0.15 || a > 1e8)
  }

  /// Temme's uniform expansion: Q = ½ erfc(η√(a/2)) + e^(-aη²/2)/√(2πa) · Σ c_k(η)/a^k.
  private static func expansion(_ a: Double, _ x: Double) -> Tails {
    let exponent = SaddlePoint.deviance(a, x)
    let side = exponent.squareRoot()
    let signed = x >= a ? side : -side
    let eta = signed * (2 / a).squareRoot()
    var correction = 0.0
    if abs(eta) < 0.25 {
      for row in rows {
        var value = 0.0
        for coefficient in row { value = value * eta + coefficient }
        correction = correction / a + value
      }
      correction *= exp(-exponent) / (2 * Double.pi * a).squareRoot()
    }
    let upper = 0.5 * erfc(signed) + correction
    let lower = 0.5 * erfc(-signed) - correction
    return Tails(lower: min(1, max(0, lower)), upper: min(1, max(0, upper)))
  }

  // c_2, c_1, c_0 as polynomials in η, highest power first (derived from DLMF 8.12.10-12).
  private static let rows: [[Double]] = [
    [
      -1.2760635188618728e-05, 5.2923448829120125e-05, -0.0001073665322636516,
      2.0093878600823047e-06, 0.0007716049382716049, -0.0026813271604938273,
      0.004133597883597883,
    ],
    [
      4.647127802807434e-09, -1.6120900894563446e-06, 7.64916091608111e-06,
      -1.8098550334489977e-05, -4.018775720164609e-07, 0.00020576131687242798,
      -0.0009902263374485596, 0.0026455026455026454, -0.003472222222222222,
      -0.001851851851851852,
    ],
    [
      1.0261809784240309e-08, 6.707853543401498e-09, -1.7665952736826078e-07,
      8.296711340953087e-07, -1.85406221071516e-06, -2.185448510679992e-06,
      3.919263178522438e-05, -0.0001787551440329218, 0.0003527336860670194,
      0.0011574074074074073, -0.014814814814814815, 0.08333333333333333, -0.3333333333333333,
    ],
  ]
}
