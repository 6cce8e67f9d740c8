import Evidence
import Statistics

/// Compares every value that has limits with England's of the same period.
///
/// Similar unless England lies outside the limits; then better or worse as the indicator's
/// polarity says, or higher or lower where it says neither. Figures marked unreliable and
/// indicators that are not compared are left out.
struct NationalComparison {
  let catalogue: Catalogue
  static let england = "E92000001"

  /// Marks all values of all indicators.
  func mark(_ table: inout IndicatorTable) {
    for indicator in catalogue.indicators
    where indicator.method != .none && indicator.comparability != "none" {
      var national: [Period: Double] = [:]
      for value in table.series(indicator.id, Self.england) where Self.isSound(value) {
        national[value.period] = value.value
      }
      let polarity = indicator.polarity.judgement
      for position in table.positions(of: indicator.id) {
        for (index, value) in table.series(at: position).enumerated() {
          guard value.place != Self.england, Self.isSound(value),
            let benchmark = national[value.period],
            let found = try? BenchmarkComparison.compare(
              value: value.value, lower: value.lower, upper: value.upper, benchmark: benchmark,
              polarity: polarity)
          else { continue }
          table.change(position, index) { $0.compared = found.rawValue }
        }
      }
    }
  }

  /// True for a value that comparisons and trends may use.
  static func isSound(_ value: IndicatorValue) -> Bool {
    value.value != nil && !value.status.contains(.unreliable)
  }
}

extension Measure.Polarity {
  /// The same, as comparisons name it.
  var judgement: Polarity {
    switch self {
    case .high: .highIsGood
    case .low: .lowIsGood
    case .neutral: .noJudgement
    }
  }
}
