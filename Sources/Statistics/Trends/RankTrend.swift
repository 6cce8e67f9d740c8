/// Whether a series rises or falls, by the order of its values, and how fast.
///
/// Mann-Kendall: S = Σ sign(yⱼ - yᵢ), variance [n(n-1)(2n+5) - Σ g(g-1)(2g+5)]/18 over groups of
/// g ties, Z = (S ∓ 1)/√V and 0 when S = 0. Theil-Sen: the median of all pairwise slopes, the
/// intercept median y - slope · median t, limits by Sen from the ordered slopes.
///
/// Domain: 2 to 5000 points at times that are not all the same. A constant series has slope 0,
/// p-value 1 and no tau-b.
/// Reference: Mann 1945, Econometrica 13:245; Kendall 1975, Rank Correlation Methods; Sen 1968,
/// J. Am. Stat. Assoc. 63:1379.
public struct RankTrend: Sendable, Hashable {
  /// S.
  public let score: Double
  /// The variance of S without a trend.
  public let variance: Double
  /// Z with continuity correction.
  public let z: Double
  /// The two-sided p-value.
  public let pValue: Double
  /// S over the number of pairs.
  public let tauA: Double
  /// Kendall's tau-b with time; nil for a constant series.
  public let tauB: Double?
  /// The median slope with Sen's limits.
  public let slope: Estimate
  /// The line at time 0.
  public let intercept: Double

  static let mostPoints = 5000

  /// Tests values in the order of their times; without times they are 0, 1, 2, ….
  ///
  /// - Throws: a `Blank` for a missing or non-finite number, lists of unequal length, too few or
  ///   too many points, or times that are all the same.
  public init(
    _ values: [Double?], times: [Double?]? = nil, confidence: Confidence = .ninetyFive
  ) throws(Blank) {
    let y = try Check.all(values, .value)
    try Check.atLeast(2, y.count, .value)
    guard y.count <= Self.mostPoints else {
      throw .undefined("more than \(Self.mostPoints) points cannot all be compared in pairs")
    }
    let given = times ?? y.indices.map { Double($0) }
    try Check.same(given.count, y.count, .time, .value)
    let t = try Check.all(given, .time)
    let pairs = Pairs(t, y)
    guard let middle = Median.ofSorted(pairs.slopes) else {
      throw .undefined("the times are all the same")
    }
    let n = Double(y.count)
    let all = n * (n - 1) / 2
    score = pairs.score
    let tiesY = TieGroups(y)
    let tiesT = TieGroups(t)
    variance = (n * (n - 1) * (2 * n + 5) - tiesY.varianceTerm) / 18
    z =
      score == 0 || variance <= 0
      ? 0 : (score - (score > 0 ? 1 : -1)) / variance.squareRoot()
    pValue = 2 * Normal.cdf(-abs(z))
    tauA = score / all
    let comparable = (all - tiesY.pairs) * (all - tiesT.pairs)
    tauB = comparable > 0 ? score / comparable.squareRoot() : nil
    intercept = (Median.of(y) ?? 0) - middle * (Median.of(t) ?? 0)
    let senVariance = (n * (n - 1) * (2 * n + 5) - tiesY.varianceTerm - tiesT.varianceTerm) / 18
    let reach = senVariance > 0 ? confidence.z * senVariance.squareRoot() : 0
    let count = Double(pairs.slopes.count)
    let high = min(((count + reach) / 2).rounded(.toNearestOrEven), count - 1)
    let low = max(((count - reach) / 2).rounded(.toNearestOrEven) - 1, 0)
    slope = Estimate(
      middle, Interval(lower: pairs.slopes[Int(low)], upper: pairs.slopes[Int(high)]),
      confidence, Statistic("median slope"), .sen)
  }

  /// All pairs of points: the sum of signs and the slopes in order.
  private struct Pairs {
    var score = 0.0
    var slopes: [Double] = []

    init(_ t: [Double], _ y: [Double]) {
      slopes.reserveCapacity(t.count * (t.count - 1) / 2)
      for j in t.indices {
        for i in 0..<j {
          let run = t[j] - t[i]
          let rise = y[j] - y[i]
          guard run != 0 else { continue }
          if rise != 0 { score += (rise > 0) == (run > 0) ? 1 : -1 }
          let slope = rise / run
          if !slope.isNaN { slopes.append(slope) }
        }
      }
      slopes.sort()
    }
  }
}
