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
    var total = 0.0
    var sumX = 0.0
    var sumY = 0.0
    for index in x.indices {
      let w = weights?[index] ?? 1
      total += w
      sumX += w * (x[index] - x[0])
      sumY += w * (y[index] - y[0])
    }
    guard total > 0, total.isFinite else { return nil }
    let shiftX = sumX / total
    let shiftY = sumY / total
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    for index in x.indices {
      let w = weights?[index] ?? 1
      let dx = x[index] - x[0] - shiftX
      let dy = y[index] - y[0] - shiftY
      xx += w * dx * dx
      xy += w * dx * dy
      yy += w * dy * dy
    }
    let b = xy / xx
    guard xx > 0, xx.isFinite, yy.isFinite, b.isFinite else { return nil }
    var rest = 0.0
    var largest = 0.0
    for index in x.indices {
      let w = weights?[index] ?? 1
      let gap = y[index] - y[0] - shiftY - b * (x[index] - x[0] - shiftX)
      rest += w * gap * gap
      largest = max(largest, w * y[index] * y[index])
    }
    slope = b
    meanX = x[0] + shiftX
    meanY = y[0] + shiftY
    weight = total
    squaresX = xx
    squaresY = yy
    // Residuals of a few units in the last place of y are rounding, not scatter.
    let rounding = 16 * Double(x.count) * largest * 0x1p-104
    residual = rest <= rounding ? 0 : rest
    count = x.count
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
