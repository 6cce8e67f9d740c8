/// The sums behind a straight line through weighted points.
///
/// Everything is taken about the first point and then about the means, so that years such as 2024
/// cost no digits.
struct LineFit {
  let slope: Double
  let meanX: Double
  let meanY: Double
  let weight: Double
  /// Σ w (x - x̄)².
  let squaresX: Double
  /// Σ w (y - ȳ)².
  let squaresY: Double
  /// Σ w (y - fitted)², 0 when it is no more than rounding.
  let residual: Double
  let count: Int

  /// Nil when fewer than two points differ in x or a sum is not finite.
  init?(_ x: [Double], _ y: [Double], weights: [Double]? = nil) {
    guard x.count == y.count, x.count >= 2, weights.map({ $0.count == x.count }) ?? true else {
      return nil
    }
    let w = weights ?? [Double](repeating: 1, count: x.count)
    let total = w.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    let dx = Self.centred(x, w, total)
    let dy = Self.centred(y, w, total)
    let xx = Self.product(dx.gaps, dx.gaps, w)
    let yy = Self.product(dy.gaps, dy.gaps, w)
    let b = Self.product(dx.gaps, dy.gaps, w) / xx
    guard xx > 0, xx.isFinite, yy.isFinite, b.isFinite else { return nil }
    let rests = zip(dx.gaps, dy.gaps).map { $1 - b * $0 }
    let rest = Self.product(rests, rests, w)
    var largest = 0.0
    for (weight, value) in zip(w, y) { largest = max(largest, weight * value * value) }
    slope = b
    meanX = x[0] + dx.shift
    meanY = y[0] + dy.shift
    weight = total
    squaresX = xx
    squaresY = yy
    // Residuals of a few units in the last place of y are rounding, not scatter.
    let rounding = 16 * Double(x.count) * largest * 0x1p-104
    residual = rest <= rounding ? 0 : rest
    count = x.count
  }

  /// Values less their weighted mean, and how far that is from the first of them.
  private static func centred(
    _ values: [Double], _ weights: [Double], _ total: Double
  ) -> (gaps: [Double], shift: Double) {
    let origin = values[0]
    var sum = 0.0
    for (value, weight) in zip(values, weights) { sum += weight * (value - origin) }
    let shift = sum / total
    return (values.map { $0 - origin - shift }, shift)
  }

  private static func product(_ one: [Double], _ other: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * one[index] * other[index] }
    return sum
  }

  var intercept: Double { meanY - slope * meanX }

  /// The line at x.
  func value(at x: Double) -> Double { meanY + slope * (x - meanX) }

  /// 1/Σw + (x - x̄)²/Sxx, the part of the variance of the line at x that the points decide.
  func leverage(at x: Double) -> Double {
    let gap = x - meanX
    return 1 / weight + gap * gap / squaresX
  }
}
