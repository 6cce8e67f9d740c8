/// The checks that output checkers of research environments run on a cell's contributions.
///
/// They follow the defaults of the ACRO package: threshold 10, (n, k) = (2, 90 %), p-ratio 10 %,
/// noughts disclosive. Unlike ``ConcentrationRule/dominance(n:k:)`` its dominance check is a strict
/// inequality, and signs are kept.
public struct OutputChecks: Sendable, Hashable {
  /// Fewer contributions than this fail.
  public var threshold: Int

  /// How many of the largest contributions the dominance check adds.
  public var n: Int

  /// The share of the total above which they fail, 0 to 1.
  public var k: Double

  /// The share of the largest contribution below which the rest beyond the two largest fails, 0 to 1.
  public var p: Double

  /// Whether a cell that adds up to nothing, or has fewer than two contributions, fails the p-ratio.
  public var zerosAreDisclosive: Bool

  /// Which checks a cell failed.
  public struct Outcome: Sendable, Hashable {
    /// Too few contributions.
    public let threshold: Bool

    /// The largest contributions dominate.
    public let dominance: Bool

    /// The second largest contributor can estimate the largest too closely.
    public let pRatio: Bool
  }

  /// Makes the checks with ACRO's defaults.
  public init(
    threshold: Int = 10, n: Int = 2, k: Double = 0.9, p: Double = 0.1,
    zerosAreDisclosive: Bool = true
  ) {
    self.threshold = threshold
    self.n = n
    self.k = k
    self.p = p
    self.zerosAreDisclosive = zerosAreDisclosive
  }

  /// Checks the contributions of one cell.
  public func outcome(for contributions: [Double]) -> Outcome {
    let sorted = contributions.sorted(by: >)
    let total = sorted.reduce(0, +)
    let slack = abs(total) * 1e-12
    let leaders = sorted.prefix(n).reduce(0, +)
    let pRatio: Bool
    if total > 0, sorted.count > 1 {
      pRatio = total - sorted[0] - sorted[1] < p * sorted[0] - slack
    } else {
      pRatio = zerosAreDisclosive
    }
    return Outcome(
      threshold: sorted.count < threshold, dominance: total > 0 && leaders > k * total + slack,
      pRatio: pRatio)
  }
}
