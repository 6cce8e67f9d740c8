/// A smooth curve through points that never overshoots between them.
///
/// Cubic pieces with a slope at each point. Two published rules for the slopes, which differ:
/// `fritschCarlson` starts from the mean of the neighbouring secants and pulls a pair of slopes
/// back where it would leave the monotone region; `fritschButland` (pchip) takes a weighted
/// harmonic mean, and 0 where the direction turns. `linear` joins the points.
///
/// Reference: Fritsch & Carlson 1980, SIAM J. Numer. Anal. 17:238; Fritsch & Butland 1984,
/// SIAM J. Sci. Stat. Comput. 5:300.
public struct MonotoneInterpolation: Sendable {
  /// How the slopes are chosen.
  public enum Rule: Sendable, Hashable, CaseIterable {
    case fritschCarlson
    case fritschButland
    case linear
  }

  /// The slope at each point; empty for `linear`.
  public let slopes: [Double]
  private let x: [Double]
  private let y: [Double]

  /// Lays a curve through points in ascending order.
  ///
  /// - Throws: a `Blank` for lists of unequal length, fewer than two points, a missing or
  ///   non-finite number, or positions that do not ascend.
  public init(_ positions: [Double?], _ values: [Double?], rule: Rule) throws(Blank) {
    try Check.same(positions.count, values.count, .time, .value)
    try Check.atLeast(2, positions.count, .value)
    x = try Check.all(positions, .time)
    y = try Check.all(values, .value)
    for index in 1..<x.count where x[index] <= x[index - 1] {
      throw .entry(index + 1, .notAscending(.time))
    }
    var secants: [Double] = []
    var widths: [Double] = []
    for index in 1..<x.count {
      widths.append(x[index] - x[index - 1])
      secants.append((y[index] - y[index - 1]) / widths[index - 1])
    }
    slopes =
      switch rule {
      case .fritschCarlson: Self.carlson(secants)
      case .fritschButland: Self.butland(secants, widths)
      case .linear: []
      }
  }

  /// The curve at a position.
  ///
  /// - Throws: `Blank.outside` beyond the first or last point: nothing is extrapolated.
  public func value(at position: Double) throws(Blank) -> Double {
    let last = x.count - 1
    guard position >= x[0], position <= x[last] else { throw .outside(.time, x[0]...x[last]) }
    var low = 0
    var high = last
    while high - low > 1 {
      let middle = (low + high) / 2
      if x[middle] <= position { low = middle } else { high = middle }
    }
    let width = x[high] - x[low]
    let t = (position - x[low]) / width
    if slopes.isEmpty { return y[low] + t * (y[high] - y[low]) }
    let s = 1 - t
    let left = y[low] * (1 + 2 * t) * s * s + slopes[low] * width * t * s * s
    let right = y[high] * (3 - 2 * t) * t * t - slopes[high] * width * t * t * s
    return left + right
  }

  private static func carlson(_ secants: [Double]) -> [Double] {
    var slopes = [secants[0]]
    for index in 1..<max(1, secants.count) {
      slopes.append((secants[index - 1] + secants[index]) / 2)
    }
    slopes.append(secants[secants.count - 1])
    for (index, secant) in secants.enumerated() {
      guard secant != 0 else {
        slopes[index] = 0
        slopes[index + 1] = 0
        continue
      }
      let alpha = slopes[index] / secant
      let beta = slopes[index + 1] / secant
      let first = 2 * alpha + beta - 3
      let second = alpha + 2 * beta - 3
      // Outside the ellipse and beyond both lines: back to the circle of radius 3.
      if first > 0, second > 0, alpha * (first + second) < first * first {
        let factor = 3 * secant / (alpha * alpha + beta * beta).squareRoot()
        slopes[index] = factor * alpha
        slopes[index + 1] = factor * beta
      }
    }
    return slopes
  }

  private static func butland(_ secants: [Double], _ widths: [Double]) -> [Double] {
    let count = secants.count
    if count == 1 { return [secants[0], secants[0]] }
    var slopes = [end(widths[0], widths[1], secants[0], secants[1])]
    for index in 1..<count {
      let before = secants[index - 1]
      let after = secants[index]
      guard before * after > 0 || (before > 0) == (after > 0) && before != 0 && after != 0 else {
        slopes.append(0)
        continue
      }
      let one = 2 * widths[index] + widths[index - 1]
      let two = widths[index] + 2 * widths[index - 1]
      slopes.append((one + two) / (one / before + two / after))
    }
    slopes.append(
      end(
        widths[count - 1], widths[count - 2], secants[count - 1], secants[count - 2]))
    return slopes
  }

  /// A three-point slope at an end, kept from turning the curve round.
  private static func end(
    _ near: Double, _ far: Double, _ secant: Double, _ next: Double
  ) -> Double {
    let slope = ((2 * near + far) * secant - near * next) / (near + far)
    if slope * secant <= 0 { return 0 }
    if secant * next <= 0, abs(slope) > 3 * abs(secant) { return 3 * secant }
    return slope
  }
}
