/// The middle of a list.
enum Median {
  /// The middle value, or the mean of the two in the middle; nil for an empty list.
  static func of(_ values: [Double]) -> Double? { ofSorted(values.sorted()) }

  /// The same for a list already in order.
  static func ofSorted(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let half = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[half] }
    let sum = sorted[half - 1] + sorted[half]
    return sum.isFinite ? sum / 2 : sorted[half - 1] / 2 + sorted[half] / 2
  }
}
