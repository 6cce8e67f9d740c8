import Evidence
import Indicators
import Places
import Statistics

/// A measure of a place as it is read: the latest figure, England's beside it, and where it heads.
struct OutcomeReading {
  let indicator: Indicator
  /// The latest figure, or the latest blank where no period has one.
  let value: IndicatorValue
  /// England's of the same period; nil in England's own report.
  let nation: IndicatorValue?
  private let series: [IndicatorValue]

  /// Reads a measure; nil where the place does not have it or nothing is said of it.
  init?(_ story: PlaceStory, _ indicator: Indicator) {
    series = story.series(indicator.id)
    guard let last = series.last else { return nil }
    let latest = series.last { $0.value != nil }
    if latest == nil, last.status.contains(.notApplicable) { return nil }
    self.indicator = indicator
    value = latest ?? last
    let newest = story.context.table.latest(indicator.id, story.england)?.period
    let limit = newest?.shifted(years: -Self.oldest)
    isHeld = latest.map { found in limit.map { found.period >= $0 } ?? true } ?? false
    nation =
      story.isEngland
      ? nil : story.context.table.value(indicator.id, story.england, value.period)
  }

  /// True where there is a figure, and none that England left behind years ago.
  let isHeld: Bool

  /// How many years a figure may be older than England's latest.
  private static let oldest = 3

  /// The title with the apostrophe of print.
  var title: String { indicator.title.replacing("'", with: "’") }

  /// The title with what it is counted in, where neither it nor the figures say that.
  var name: String {
    switch indicator.unit {
    case "%", "people", "children", "households": return title
    default:
      let saysSo = indicator.isMoney || title.contains(" per ")
      return saysSo ? title : "\(title), \(indicator.unit)"
    }
  }

  /// How the place stands to England beyond chance; nil where that was not tested.
  var standing: BenchmarkComparison? {
    guard let found = BenchmarkComparison(rawValue: value.compared), found != .notCompared else {
      return nil
    }
    return found
  }

  /// That in a word; why not, where it was not tested.
  var standingWord: MarkdownText {
    if let standing { return MarkdownText(markdown: standing.rawValue) }
    if !isHeld { return "–" }
    return value.status.contains(.unreliable) ? "unreliable" : "not tested"
  }

  /// Where it is heading.
  var heading: OutcomeHeading {
    let lastBreak = series.last { $0.status.contains(.seriesBreak) }?.period
    let held = series.filter {
      $0.value != nil && $0.period <= value.period && lastBreak.map($0.period.isFrom) ?? true
    }
    return OutcomeHeading(
      value.trend, indicator.polarity, years: held.count, note: value.note,
      isPooled: value.period.months > 12)
  }
}

extension Period {
  /// True when it does not begin before another.
  fileprivate func isFrom(_ other: Period) -> Bool { self >= other }
}
