import Evidence

/// What ratios are per, told from the figures themselves: value = count / denominator × scale.
struct RateScales {
  private var found: [String: Double] = [:]
  private var doubtful: Set<String> = []
  private static let scales: [Double] = [1, 100, 1000, 10_000, 100_000, 1_000_000]
  /// Fewer cases than this leave too much to rounding.
  private static let fewest = 100.0

  /// Takes note of a figure with all three parts.
  mutating func add(_ figure: Observation) {
    guard let value = figure.value, let count = figure.count, let denominator = figure.denominator,
      count >= Self.fewest, denominator > 0, value > 0, found[figure.measure] == nil
    else { return }
    let ratio = value * denominator / count
    if let scale = Self.scales.first(where: { abs(ratio / $0 - 1) < 0.05 }) {
      found[figure.measure] = scale
    } else {
      // Standardised rates do not follow from their counts.
      doubtful.insert(figure.measure)
    }
  }

  /// The scales by measure.
  var units: [String: Double] { found.filter { !doubtful.contains($0.key) } }
}
