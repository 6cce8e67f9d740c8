import Evidence
import Indicators
import Places
import Statistics

/// An outcome with its target and its test, each number rounded once.
struct PlanOutcomeResult {
  let outcome: PlanOutcome
  let indicator: Indicator
  let series: PlanSeries
  /// The latest value.
  let now: Rounded
  /// When it was.
  let year: Int
  let period: String
  let years: YearText.Kind
  private let at: Period
  /// The target, or nil where there is none.
  let target: Rounded?
  let isLocal: Bool
  /// How many places the target rests on, and which.
  let quartile: QuartileTarget?
  let median: Rounded?
  let best: Rounded?
  let adjusted: Rounded?
  let comparison: PlanFigures.Comparison
  let test: TenYearTest?
  let projection: Projection?
  /// Why nothing is projected.
  let refusal: MarkdownText

  /// The title without what only tells two series apart.
  var title: String {
    var title = indicator.title
    for end in [", long series", ", as published"] where title.hasSuffix(end) {
      title.removeLast(end.count)
    }
    return title.replacing("'", with: "’")
  }

  /// The title with its unit, where the numbers do not carry it.
  var titleWithUnit: String {
    let says = ["per", "years", "score"].contains { indicator.unit.hasPrefix($0) }
    return says && !title.contains(" per ") ? "\(title), \(indicator.unit)" : title
  }

  /// The year in which the target is to be reached.
  var targetYear: Int { year + (test?.aim.years ?? ShiftModel.length) }

  /// Works an outcome out; nil where the place has no value.
  init?(_ outcome: PlanOutcome, _ place: Place, _ figures: PlanFigures, _ inputs: PlanInputs) {
    guard let indicator = figures.context.catalogue.indicator(outcome.indicator) else { return nil }
    let series = figures.series(outcome.indicator, place)
    guard let last = series.last,
      let now = figures.rounded(last.value, indicator, place, last.year)
    else { return nil }
    self.outcome = outcome
    self.indicator = indicator
    self.series = series
    self.now = now
    year = last.year
    let period = figures.period(outcome.indicator, place, last.year)
    self.period = PeriodText(period).text
    at = period
    years = period.months == 12 && period.start.month != 1 ? .financial : .calendar
    let comparison = figures.comparison(place, outcome.indicator)
    self.comparison = comparison
    let isCompared = indicator.comparability != "none"
    let others = (isCompared ? comparison.places : []).map {
      (place: $0, series: figures.series(indicator.id, $0))
    }
    .filter { !$0.series.points.isEmpty }
    let bounds = PlanFigures.bounds(indicator)
    let quartile = QuartileTarget(
      others.compactMap { other in
        other.series.value(last.year).map {
          QuartileTarget.Other(value: $0, deprivation: figures.deprivation(other.place))
        }
      }, deprivation: figures.deprivation(place), isHigherBetter: outcome.isHigherBetter,
      bounds: bounds)
    self.quartile = quartile
    best = quartile.flatMap { PlaceStory.rounded($0.value, indicator) }
    median = quartile.flatMap { PlaceStory.rounded($0.median, indicator) }
    adjusted = quartile?.adjusted.flatMap { PlaceStory.rounded($0, indicator) }
    let set = inputs.local(place.code).figure("target.\(indicator.id)")
    isLocal = set != nil
    let wanted = set?.value ?? outcome.target ?? quartile?.value
    let target = wanted.flatMap { PlaceStory.rounded($0, indicator) }
    self.target = target
    let span = inputs.assumptions(place.code).value("plan_years").map { Int($0) } ?? 10
    let years = min(10, max(1, set?.year.map { $0 - last.year } ?? span))
    (projection, refusal) = Self.projection(series, bounds)
    let projection = projection
    test = target.map { target in
      let scale = PlanFigures.scale(indicator, from: now.value, to: target.value)
      return TenYearTest(
        TenYearTest.Aim(
          now: now.value, target: target.value, years: years,
          isHigherBetter: outcome.isHigherBetter, scale: scale),
        own: series, others: others.map(\.series), projection: projection)
    }
  }

  private static func projection(
    _ series: PlanSeries, _ bounds: ProjectionBounds
  ) -> (Projection?, MarkdownText) {
    if series.pooled > 1 {
      return (nil, "each value pools \(series.pooled) years, so that neighbouring values overlap")
    }
    do throws(Blank) {
      return (try Projection(series.projectable(bounds), calibration: .places), "")
    } catch .tooFew(_, let needed, let found) {
      return (
        nil, "\(found) comparable year\(found == 1 ? "" : "s") in a row, \(needed) are needed"
      )
    } catch {
      return (nil, "\(error.description)")
    }
  }

  /// The year to reach the target in words: `2034 to 2035`, `2034`.
  var targetPeriod: String {
    at.shifted(years: targetYear - year).map { PeriodText($0).text } ?? "\(targetYear)"
  }

  /// A window's years: `2013-14 to 2023-24`.
  func span(_ window: PastWindow) -> String {
    YearText(window.first, years).short + " to " + YearText(window.last, years).short
  }

  /// A change a year as it is printed.
  func change(_ value: Double?) -> Rounded? {
    guard let value, let test else { return nil }
    switch test.aim.scale {
    case .relative: return .percent(value, decimals: 1)
    case .points:
      let decimals = abs(value) < 0.095 ? 2 : max(1, indicator.decimals)
      return indicator.unit == "%"
        ? .points(value, decimals: decimals) : Rounded(value, to: .decimals(decimals))
    }
  }

  /// A change a year in words: `0.7 percentage points`, `2.1%`.
  func pace(_ value: Double?) -> MarkdownText? {
    change(value).map { .number($0, as: $0.signedText) }
  }

  /// The same number in a table whose head says how it is told: `+0.7 points`, `+2.1%`.
  func paceCell(_ value: Double?) -> MarkdownText {
    guard let change = change(value) else { return "–" }
    let number = MarkdownText.number(change, as: change.signedCell)
    return change.unit == .percentagePoints ? number + " points" : number
  }

  /// The chance of reaching the target on the projected path, in words.
  static func chance(_ chance: Double?) -> MarkdownText {
    guard let chance, let tenths = Rounded(chance * 10) else { return "cannot be told" }
    if chance < 0.025 { return "less than one in forty" }
    if chance > 0.975 { return "all but one in forty" }
    if tenths.isZero { return "about one in twenty" }
    return tenths.mantissa == 10 ? "all but about one in twenty" : "about \(tenths) in ten"
  }

  /// `12 of 40 windows` of comparable places.
  var achieved: MarkdownText {
    guard let test, test.windows >= TenYearTest.fewestWindows else { return "too few windows" }
    return "\(test.achieved) of \(test.windows)"
  }
}
