/// Ranks with a rule for ties; what is missing has no rank and takes none.
public struct Ranks: Sendable, Hashable {
  /// 1 for the smallest; tied values share the lowest of their ranks.
  public let least: [Double?]
  /// 1 for the smallest; tied values share the mean of their ranks.
  public let average: [Double?]
  /// 1 for the smallest; tied values share the highest of their ranks.
  public let most: [Double?]
  /// 1 for the largest; tied values share the lowest of their ranks.
  public let leastFromTop: [Double?]

  /// Ranks all values; NaN has no rank.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ values: [Double?]) {
    let order = values.indices.filter { values[$0].map { !$0.isNaN } ?? false }
      .sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
    var least = [Double?](repeating: nil, count: values.count)
    var average = least
    var most = least
    var fromTop = least
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end {
        least[order[place]] = Double(start + 1)
        average[order[place]] = Double(start + end + 1) / 2
        most[order[place]] = Double(end)
        fromTop[order[place]] = Double(order.count - end + 1)
      }
      start = end
    }
    self.least = least
    self.average = average
    self.most = most
    leastFromTop = fromTop
  }
}
