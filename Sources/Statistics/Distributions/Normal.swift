import Glibc

/// The standard normal distribution, with full relative accuracy in both tails.
///
/// Domain: every finite argument. A probability outside [0, 1] or a NaN gives NaN; 0 and 1 give
/// infinities.
public enum Normal {
  /// The density at `x`.
  ///
  /// exp(-x²/2) / √(2π).
  public static func density(_ x: Double) -> Double {
    0.3989422804014327 * exp(-0.5 * x * x)
  }

  /// P(Z ≤ x).
  ///
  /// ½ erfc(-x/√2). The rounding of x/√2, which the exponential tail would magnify to about
  /// x² units in the last place, is carried as a second term, so that the relative error stays
  /// below 1e-14 down to the smallest normal number.
  public static func cdf(_ x: Double) -> Double { upperTail(-x) }

  /// P(Z > x), computed directly and not as 1 - cdf.
  public static func survival(_ x: Double) -> Double { upperTail(x) }

  /// The value that a standard normal variable stays below with probability `p`.
  ///
  /// Reference: Wichura 1988, Applied Statistics 37:477, algorithm AS 241 (PPND16), good to about
  /// 1e-16. For an upper tail probability `q` use `-quantile(q)`.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else {
      if p == 0 { return -.infinity }
      return p == 1 ? .infinity : .nan
    }
    let centred = p - 0.5
    if abs(centred) <= 0.425 {
      let r = 0.180625 - centred * centred
      return centred * polynomial(r, centralTop) / polynomial(r, centralBottom)
    }
    let tail = centred < 0 ? p : 1 - p
    let r = (-log(tail)).squareRoot()
    let size =
      r <= 5
      ? polynomial(r - 1.6, middleTop) / polynomial(r - 1.6, middleBottom)
      : polynomial(r - 5, farTop) / polynomial(r - 5, farBottom)
    return centred < 0 ? -size : size
  }

  private static func upperTail(_ x: Double) -> Double {
    let high = 0.7071067811865476
    let low = -4.833646656726457e-17
    let scaled = x * high
    guard scaled.isFinite else { return 0.5 * erfc(scaled) }
    let rest = low * x + (-scaled).addingProduct(x, high)
    let correction = -1.1283791670955126 * exp(-scaled * scaled) * rest
    return 0.5 * (erfc(scaled) + correction)
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for coefficient in coefficients { sum = sum * x + coefficient }
    return sum
  }

  // Highest power first.
  private static let centralTop = [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ]
  private static let centralBottom = [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0,
  ]
  private static let middleTop = [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
    1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
    1.42343711074968357734,
  ]
  private static let middleBottom = [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
    0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187,
    1.0,
  ]
  private static let farTop = [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
    0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
    5.4637849111641143699, 6.6579046435011037772,
  ]
  private static let farBottom = [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
    7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
    0.59983220655588793769, 1.0,
  ]
}
