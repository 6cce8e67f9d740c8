import Glibc

/// Poisson and binomial terms written as deviations from their most likely value.
///
/// Writing the term as exp(-error - deviance)/√(2πn) keeps full relative accuracy for large
/// arguments, where the plain formula subtracts large logarithms.
/// Reference: Loader 2000, Fast and accurate computation of binomial probabilities.
enum SaddlePoint {
  static let logRootTwoPi = 0.9189385332046728

  /// ln Γ(n+1) - [(n+½) ln n - n + ½ ln 2π], the error of Stirling's formula, for n > 0.
  static func stirlingError(_ n: Double) -> Double {
    if n < 15 {
      return log(tgamma(n + 1)) - (n + 0.5) * log(n) + n - logRootTwoPi
    }
    let square = n * n
    let tail = (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188) / square) / square) / square
    return (1.0 / 12 - (1.0 / 360 - tail) / square) / n
  }

  /// ln Γ(x) for x > 0, by absolute accuracy near 1 and 2 and relative accuracy elsewhere.
  static func logGamma(_ x: Double) -> Double {
    if x < 20 { return log(tgamma(x)) }
    return (x - 0.5) * log(x) - x + logRootTwoPi
      + stirlingError(x - 1) + (x - 0.5) * log1p(-1 / x) + 1
  }

  /// x ln(x/m) + m - x, accurate when x and m are close.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    guard x > 0 else { return m }
    let difference = x - m
    if abs(difference) < 0.1 * (x + m) {
      let v = difference / (x + m)
      var sum = difference * v
      var term = 2 * x * v
      let square = v * v
      var odd = 3.0
      while odd < 200 {
        term *= square
        let next = sum + term / odd
        if next == sum { return next }
        sum = next
        odd += 2
      }
      return sum
    }
    let ratio = x / m
    guard ratio > 0, ratio.isFinite else { return x * (log(x) - log(m)) + m - x }
    return x * log(ratio) + m - x
  }

  /// ln of the Poisson term m^x e^-m / Γ(x+1), for real x ≥ 0 and m > 0.
  static func logPoisson(_ x: Double, _ m: Double) -> Double {
    if x == 0 { return -m }
    if x < 1e-3 { return x * log(m) - m - LogGammaNearOne.value(x) }
    return -stirlingError(x) - deviance(x, m) - logRootTwoPi - 0.5 * log(x)
  }

  /// ln of the binomial term C(x+y, x) p^x q^y, for real x, y ≥ 0 and q = 1 - p.
  static func logBinomial(_ x: Double, _ y: Double, _ p: Double, _ q: Double) -> Double {
    let n = x + y
    if n == 0 { return 0 }
    if x == 0 { return p < 0.1 ? -deviance(n, n * q) - n * p : n * log(q) }
    if y == 0 { return q < 0.1 ? -deviance(n, n * p) - n * q : n * log(p) }
    if min(x, y) < 1e-3 {
      return logGamma(n + 1) - logGamma(x + 1) - logGamma(y + 1) + x * log(p) + y * log(q)
    }
    let errors = stirlingError(n) - stirlingError(x) - stirlingError(y)
    let spread = 0.5 * log(n / x / y) - logRootTwoPi
    return errors - deviance(x, n * p) - deviance(y, n * q) + spread
  }
}

/// ln Γ(1+a) for small a, where the logarithm of the gamma function itself has lost its digits.
enum LogGammaNearOne {
  /// ln Γ(1+a) with relative accuracy for 0 ≤ a ≤ 0.2.
  static func value(_ a: Double) -> Double {
    if a > 0.2 { return SaddlePoint.logGamma(1 + a) }
    var sum = 0.0
    for coefficient in coefficients { sum = sum * a + coefficient }
    return sum * a
  }

  // (-1)^k ζ(k)/k, highest power first, ending with minus Euler's constant.
  private static let coefficients = [
    0.05000004769810169, -0.052631679379616664, 0.05555576762740361, -0.05882397865868458,
    0.06250095514121304, -0.0666687058824205, 0.07143294629536133, -0.07693251641135219,
    0.08335384054610901, -0.09095401714582904, 0.1000994575127818, -0.11133426586956469,
    0.12550966952474304, -0.1440498967688461, 0.16955717699740818, -0.20738555102867398,
    0.27058080842778454, -0.40068563438653143, 0.8224670334241132, -0.5772156649015329,
  ]
}
