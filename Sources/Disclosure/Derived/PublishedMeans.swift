/// The means of two groups and of both together, and the counts that may stand behind them.
///
/// Exact means beside rounded or hidden counts give the counts away: with N known, the share of the
/// first group is (m - m2) / (m1 - m2).
public struct PublishedMeans: Sendable, Hashable {
  /// The mean of the first group.
  public var first: Double

  /// The mean of the second group.
  public var second: Double

  /// The mean of both together.
  public var overall: Double

  /// The decimal places the means are printed with, 0 to 9.
  public var decimals: Int

  /// The largest and smallest number that both groups may count together.
  public var count: ClosedRange<Int>

  /// Describes published means.
  public init(
    first: Double, second: Double, overall: Double, decimals: Int, count: ClosedRange<Int>
  ) {
    self.first = first
    self.second = second
    self.overall = overall
    self.decimals = decimals
    self.count = count
  }

  /// The pairs of group counts that these means allow, by the first group's count.
  ///
  /// - Complexity: O(square of the largest count).
  public var possibleCounts: [(first: Int, second: Int)] {
    let half = 0.5 / Double(powerOfTen(decimals) ?? 1)
    var pairs: [(first: Int, second: Int)] = []
    for total in count {
      for one in 0...max(0, total) {
        let other = total - one
        let gap = Double(one) * first + Double(other) * second - Double(total) * overall
        // Each of the three printed means may be off by half of its last digit.
        if abs(gap) <= 2 * half * Double(total) + 1e-9 { pairs.append((one, other)) }
      }
    }
    return pairs.sorted { $0 < $1 }
  }
}
