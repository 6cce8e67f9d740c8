import Evidence
import Indicators
import Places

/// Homelessness: households in temporary accommodation, whose cost no line of the returns shows.
struct HomelessnessDrivers {
  private let place: String
  private let last: IndicatorValue?
  private let first: IndicatorValue?
  /// `Manchester had 3,120 households in temporary accommodation …`; nil where none are held.
  let finding: MarkdownText?

  /// How many years lie between the two counts, where so many are held.
  private static let years = 5
  private static let id = "temporary_accommodation"

  init(_ story: PlaceStory) {
    place = story.place.code
    let series = story.series(Self.id).filter { $0.count != nil && $0.value != nil }
    last = series.last
    // The same quarter of an earlier year: homelessness has seasons.
    let same = series.filter { $0.period.start.month == series.last?.period.start.month }
    first = same.last { value in
      series.last.map { value.period.year <= $0.period.year - Self.years } ?? false
    }
    finding = Self.finding(story, first, last)
  }

  private static func finding(
    _ story: PlaceStory, _ first: IndicatorValue?, _ last: IndicatorValue?
  ) -> MarkdownText? {
    guard let last, let now = story.part(last, "count") else { return nil }
    let noun = MarkdownText(markdown: now.value == 1 ? "household" : "households")
    let text: MarkdownText = "\(story.nameFirst) had \(now) " + noun + " in temporary accommodation"
    let when: MarkdownText = " \(PeriodText(last.period).when)"
    guard let first, let then = story.part(first, "count"),
      let change = Change(from: then, to: now)
    else { return text + when }
    let words = change.direction == .unchanged ? "the same as" : change.phrase()
    return text + when + ", " + words + " \(PeriodText(first.period).when)"
  }

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(3, "Homelessness")
    guard let last else {
      document.paragraph(
        "No count of households in temporary accommodation in \(story.name) is held.")
      return
    }
    var columns: [MarkdownTable.Column] = [.init("Measure")]
    if let first { columns.append(.number("\(PeriodText(first.period).short)")) }
    columns.append(.number("\(PeriodText(last.period).short)"))
    let short = PeriodText(last.period).short
    var table = MarkdownTable(columns + story.nationColumn(short))
    table.append(households(story))
    for id in [Self.id, "ta_children", "ta_children_number", "bb_over_6_weeks"] {
      guard let indicator = story.indicator(id) else { continue }
      var cells: [MarkdownText] = [
        indicator.comparability == "none"
          ? "\(indicator.title)" : "\(indicator.title), \(indicator.unit)"
      ]
      if let first { cells.append(story.cell(story.value(id, first.period))) }
      cells.append(story.cell(story.value(id, last.period)))
      table.append(cells + story.nation(id, last.period))
    }
    document.table(table)
    document.paragraph(
      "Only the number is shown. What a household in temporary accommodation costs is not held: the "
        + "returns here have housing as one line.")
  }

  private func households(_ story: PlaceStory) -> [MarkdownText] {
    func text(_ value: IndicatorValue?) -> MarkdownText {
      value.flatMap { story.part($0, "count") }.map { "\($0)" } ?? "–"
    }
    var cells: [MarkdownText] = ["Households in temporary accommodation, number"]
    if let first { cells.append(text(first)) }
    cells.append(text(last))
    if !story.isEngland, let last {
      cells.append(text(story.context.table.value(Self.id, story.england, last.period)))
    }
    return cells
  }
}
