/// p-values corrected for how many tests were made.
///
/// Missing p-values stay missing and are not counted. Reference: Holm 1979, Scand. J. Stat. 6:65;
/// Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289.
public struct AdjustedPValues: Sendable, Hashable {
  /// p times the number of tests, at most 1.
  public let bonferroni: [Double?]
  /// Step down: controls the chance of any false finding.
  public let holm: [Double?]
  /// Step up: controls the share of false findings.
  public let benjaminiHochberg: [Double?]

  /// Corrects a family of p-values.
  ///
  /// - Throws: a `Blank` with the position of a value outside 0 to 1.
  public init(_ values: [Double?]) throws(Blank) {
    for (index, value) in values.enumerated() {
      if let value, !(value >= 0 && value <= 1) {
        throw .entry(index + 1, .outside(.probability, 0...1))
      }
    }
    let order = values.indices.filter { values[$0] != nil }
      .sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
    let n = Double(order.count)
    var down = [Double?](repeating: nil, count: values.count)
    var up = down
    var largest = 0.0
    for (place, index) in order.enumerated() {
      largest = max(largest, (n - Double(place)) * (values[index] ?? 0))
      down[index] = min(1, largest)
    }
    var smallest = 1.0
    for (place, index) in order.enumerated().reversed() {
      smallest = min(smallest, n / Double(place + 1) * (values[index] ?? 0))
      up[index] = smallest
    }
    bonferroni = values.map { $0.map { min(1, n * $0) } }
    holm = down
    benjaminiHochberg = up
  }
}
