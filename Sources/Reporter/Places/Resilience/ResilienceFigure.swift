import Evidence
import Indicators
import Places

/// A measure of resilience: the latest figure and an earlier one that compares with it.
struct ResilienceFigure {
  /// A number and the period it is of.
  struct Point {
    let value: Rounded
    let period: Period
  }

  /// What it is.
  let title: MarkdownText
  /// The latest figure.
  let now: Point
  /// The earliest that is counted alike; nil where only one is held.
  let earlier: Point?
  /// England's of the latest period; nil where it has none, or in its own report.
  let nation: Rounded?
  /// The value behind the latest figure; nil for a sum of several and for an average made here.
  let value: IndicatorValue?
  /// True for an average that is made here.
  let isAverage: Bool

  /// Reads an indicator; nil where the place has no figure.
  ///
  /// A combined authority without a figure of its own has the average of its councils.
  init?(_ id: String, _ story: PlaceStory) {
    let figures = PlanFigures(context: story.context)
    let series = figures.series(id, story.place)
    guard let indicator = story.indicator(id), let last = series.last,
      let now = Self.point(last, indicator, figures, story)
    else { return nil }
    title = "\(Self.name(indicator))"
    self.now = now
    let first = series.sinceBreak.first
    earlier =
      first.map { $0.year < last.year } ?? false
      ? first.flatMap { Self.point($0, indicator, figures, story) } : nil
    nation =
      story.isEngland
      ? nil : story.rounded(story.context.table.value(id, story.england, now.period))
    value = story.value(id, now.period).flatMap { $0.value == last.value ? $0 : nil }
    isAverage = series.isEstimated && value == nil
  }

  /// Reads a sum of shares; nil where the latest year has none.
  init?(_ part: ServiceBalance.Part, _ story: PlaceStory) {
    let years = ServiceBalance.years
    let balance = ServiceBalance(story)
    guard let last = balance.share(part, years[1]) else { return nil }
    title = part.name
    now = Point(value: last, period: years[1])
    earlier = balance.share(part, years[0]).map { Point(value: $0, period: years[0]) }
    nation =
      story.isEngland ? nil : ServiceBalance(story, of: story.england).share(part, years[1])
    value = nil
    isAverage = false
  }

  /// Why there is no figure of an indicator.
  static func reason(_ id: String, _ story: PlaceStory) -> MarkdownText {
    guard let last = story.series(id).last else { return "no figure is held" }
    if last.status.contains(.notApplicable) {
      return story.place.tier == .lower ? "the county council runs it" : "it does not run it"
    }
    if last.coverage.map({ $0 < 1 }) ?? false { return "not all of its councils have published" }
    if last.status.contains(.confidential) { return "hidden, so that no one can be worked out" }
    return last.note.isEmpty ? "not published" : "\(last.note)"
  }

  /// A title with what it is counted in, where neither it nor the figures say that.
  static func name(_ indicator: Indicator) -> String {
    indicator.title.replacing("'", with: "’")
  }

  private static func point(
    _ point: PlanSeries.Point, _ indicator: Indicator, _ figures: PlanFigures, _ story: PlaceStory
  ) -> Point? {
    let period = figures.period(indicator.id, story.place, point.year)
    guard
      let number = figures.rounded(point.value, indicator, story.place, point.year)
    else { return nil }
    guard number.keys.isEmpty else { return Point(value: number, period: period) }
    // An average stands for the rows of the councils it was made from.
    let members = story.context.register.members(of: story.place.code, level: .all)
      .compactMap { story.context.table.value(indicator.id, $0.code, period) }
      .filter { $0.value != nil }
    return Point(value: number.keyed(members.map { story.key($0) }), period: period)
  }
}
