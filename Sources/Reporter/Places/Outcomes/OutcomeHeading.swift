import Evidence
import Statistics

/// Where a measure of a place is heading, as a report says it.
enum OutcomeHeading: Hashable {
  case better, worse, rising, falling, steady
  /// One year is held, or one since the definition changed.
  case oneYear
  /// One stretch of several years is held that overlaps no other.
  case onePeriod
  /// Fewer years than a trend is told from.
  case fewYears
  /// No interval to tell a direction from chance by.
  case untested

  /// Reads the word of a value's trend for a measure of which more is good, bad or neither.
  ///
  /// Where there is no word, `note` says why.
  init(
    _ trend: String, _ polarity: Measure.Polarity, years: Int, note: String = "",
    isPooled: Bool = false
  ) {
    guard years > 1 else {
      self = isPooled ? .onePeriod : .oneYear
      return
    }
    let isGood: Bool? = polarity == .neutral ? nil : polarity == .high
    switch trend.lowercased() {
    case TrendMarker.Direction.increasing.rawValue.lowercased(), "rising":
      self = isGood.map { $0 ? .better : .worse } ?? .rising
    case TrendMarker.Direction.decreasing.rawValue.lowercased(), "falling":
      self = isGood.map { $0 ? .worse : .better } ?? .falling
    case TrendJudgement.better.rawValue.lowercased(), "better": self = .better
    case TrendJudgement.worse.rawValue.lowercased(), "worse": self = .worse
    case TrendMarker.Direction.unchanged.rawValue.lowercased(), "unchanged", "steady":
      self = .steady
    default: self = Self.reason(note)
    }
  }

  /// Why there is no word: windows that overlap are one, and years with a gap between are few.
  private static func reason(_ note: String) -> OutcomeHeading {
    if note.contains("one window only") { return .onePeriod }
    return note.contains("one year only") || note.contains("too few points")
      ? .fewYears : .untested
  }

  /// In words.
  var words: MarkdownText {
    switch self {
    case .better: "getting better"
    case .worse: "getting worse"
    case .rising: "rising"
    case .falling: "falling"
    case .steady: "no clear change"
    case .oneYear: "one year only"
    case .onePeriod: "one period only"
    case .fewYears: "too few years"
    case .untested: "not tested"
    }
  }
}
