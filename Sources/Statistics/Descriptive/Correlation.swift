import Glibc

/// How two lists go together: Pearson, Spearman and Kendall.
///
/// Pearson's p-value from t = r√((n-2)/(1-r²)) with n - 2 degrees, its limits from Fisher's
/// z = artanh r with error 1/√(n-3) for n > 3; Spearman is Pearson on average ranks, p-value from
/// the same t; Kendall's tau-b allows for ties.
///
/// A list without variation has no correlation. Two points have r = ±1 and no p-value.
/// Reference: Fisher 1921, Metron 1:3; Kendall 1975, Rank Correlation Methods; Knight 1966,
/// J. Am. Stat. Assoc. 61:436 (counting pairs in O(n log n)).
public struct Correlation: Sendable, Hashable {
  /// Pearson's r with Fisher's limits.
  public let pearson: Estimate
  /// The two-sided p-value of r = 0; nil with two points.
  public let pearsonP: Double?
  /// Spearman's rank correlation.
  public let spearman: Double
  /// The two-sided p-value by t; nil with two points.
  public let spearmanP: Double?
  /// Kendall's tau-b.
  public let kendall: Double

  /// Correlates two lists of the same length.
  ///
  /// - Throws: a `Blank` for lists of unequal length, fewer than two points, a value that is
  ///   missing or not finite, or a list in which nothing varies.
  public init(
    _ first: [Double?], _ second: [Double?], confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    try Check.same(first.count, second.count, .value, .value)
    try Check.atLeast(2, first.count, .value)
    let x = try Check.all(first, .value)
    let y = try Check.all(second, .value)
    let ranksX = Ranks(x).average.map { $0 ?? 0 }
    let ranksY = Ranks(y).average.map { $0 ?? 0 }
    guard let r = Self.product(x, y), let rho = Self.product(ranksX, ranksY) else {
      throw .undefined("one of the lists does not vary")
    }
    let n = Double(x.count)
    var result = Estimate(
      value: r, lower: nil, upper: nil, confidence: confidence,
      statistic: Statistic("correlation"), method: .fisher)
    if n > 3 {
      let half = confidence.z / (n - 3).squareRoot()
      result.lower = abs(r) == 1 ? r : tanh(atanh(r) - half)
      result.upper = abs(r) == 1 ? r : tanh(atanh(r) + half)
    } else {
      result.blank = .tooFew(.value, needed: 4, found: x.count)
    }
    pearson = result
    pearsonP = Self.pValue(r, n)
    spearman = rho
    spearmanP = Self.pValue(rho, n)
    kendall = Self.tauB(x, y)
  }

  private static func pValue(_ r: Double, _ n: Double) -> Double? {
    guard n > 2 else { return nil }
    guard abs(r) < 1 else { return 0 }
    let t = r * ((n - 2) / ((1 - r) * (1 + r))).squareRoot()
    return StudentT.twoSided(t, degrees: n - 2)
  }

  /// Pearson's r; nil when a list does not vary.
  private static func product(_ x: [Double], _ y: [Double]) -> Double? {
    guard let dx = scaledGaps(x), let dy = scaledGaps(y) else { return nil }
    var xy = 0.0
    var xx = 0.0
    var yy = 0.0
    for index in x.indices {
      xy += dx[index] * dy[index]
      xx += dx[index] * dx[index]
      yy += dy[index] * dy[index]
    }
    let r = xy / (xx.squareRoot() * yy.squareRoot())
    guard !r.isNaN else { return nil }
    // 1 - r² of a few units in the last place is rounding.
    return abs(r) > 1 - 4 * Double.ulpOfOne ? (r < 0 ? -1 : 1) : r
  }

  /// Distances from the mean in units of the largest one.
  private static func scaledGaps(_ values: [Double]) -> [Double]? {
    let origin = values[0]
    let shifted = values.map { $0 - origin }
    let mean = ExactSum.of(shifted) / Double(values.count)
    let gaps = shifted.map { $0 - mean }
    let largest = gaps.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite, shifted.contains(where: { $0 != 0 }) else { return nil }
    return gaps.map { $0 / largest }
  }

  private static func tauB(_ x: [Double], _ y: [Double]) -> Double {
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    var tiedBoth = 0.0
    var run = 1.0
    for place in order.indices.dropFirst() {
      let here = order[place]
      let before = order[place - 1]
      run = x[here] == x[before] && y[here] == y[before] ? run + 1 : 1
      tiedBoth += run - 1
    }
    var column = order.map { y[$0] }
    let swaps = inversions(&column)
    let n = Double(x.count)
    let all = n * (n - 1) / 2
    let tiesX = TieGroups(x).pairs
    let tiesY = TieGroups(y).pairs
    let score = all - tiesX - tiesY + tiedBoth - 2 * swaps
    return score / ((all - tiesX) * (all - tiesY)).squareRoot()
  }

  /// Sorts a list by merging and counts the pairs that stood in the wrong order.
  private static func inversions(_ list: inout [Double]) -> Double {
    var count = 0.0
    var width = 1
    var other = list
    while width < list.count {
      var start = 0
      while start < list.count {
        let middle = min(start + width, list.count)
        let end = min(start + 2 * width, list.count)
        var left = start
        var right = middle
        for place in start..<end {
          if left < middle, right >= end || list[left] <= list[right] {
            other[place] = list[left]
            left += 1
          } else {
            other[place] = list[right]
            right += 1
            count += Double(middle - left)
          }
        }
        start = end
      }
      swap(&list, &other)
      width *= 2
    }
    return count
  }
}
