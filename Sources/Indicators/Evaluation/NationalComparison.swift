import Evidence
import Statistics

/// Compares every value that has limits with England's of the same period.
///
/// Similar unless England lies outside the limits; then better or worse as the indicator's
/// polarity says, or higher or lower where it says neither. Figures marked unreliable and
/// indicators that are not compared are left out.
struct NationalComparison {
  static let england = "E92000001"

  /// Marks the values of an indicator.
  func mark(_ all: inout [[IndicatorValue]], of indicator: Indicator) {
    guard indicator.method != .none, indicator.comparability != "none" else { return }
    var national: [Period: Double] = [:]
    for series in all where series.first?.place == Self.england {
      for value in series where Self.isSound(value) { national[value.period] = value.value }
    }
    let polarity = indicator.polarity.judgement
    for position in all.indices where all[position].first?.place != Self.england {
      for (index, value) in all[position].enumerated() {
        guard Self.isSound(value), let benchmark = national[value.period],
          let found = try? BenchmarkComparison.compare(
            value: value.value, lower: value.lower, upper: value.upper, benchmark: benchmark,
            polarity: polarity)
        else { continue }
        all[position][index].compared = found.rawValue
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
