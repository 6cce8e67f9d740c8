import Evidence
import Indicators
import Places

/// Adult social care: how many are supported, and what that costs.
struct AdultDrivers {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(3, "Adult social care")
    var table = MarkdownTable(
      [.init("Measure"), .init("Date"), .number("\(story.place.name)")] + story.nationColumn())
    supported(&story, &table)
    for id in ["care_homes_older", "care_homes_younger", "asc_gross_adult_real"] {
      guard let indicator = story.indicator(id), let reading = OutcomeReading(story, indicator),
        reading.isHeld
      else { continue }
      let period = reading.value.period
      table.append(
        ["\(reading.name)", "\(PeriodText(period).short)", story.cell(reading.value)]
          + story.nation(id, period))
    }
    document.table(table)
    document.paragraph(
      spending(story)
        + "How many adults are supported is held for one year, by a count that began in 2024 to "
        + "2025. So the change in spending cannot be split into number and price here.")
  }

  /// People with long-term support: the denominator of those who live at home.
  private func supported(_ story: inout PlaceStory, _ table: inout MarkdownTable) {
    guard let value = story.latest("at_home_older"), let count = story.part(value, "denominator")
    else { return }
    var cells: [MarkdownText] = [
      "People aged 65 and over with long-term support", "\(PeriodText(value.period).short)",
      "\(count)",
    ]
    if !story.isEngland {
      let nation = story.context.table.value("at_home_older", story.england, value.period)
      let number = nation.flatMap { story.part($0, "denominator") }
      cells.append(number.map { "\($0)" } ?? "–")
    }
    table.append(cells)
  }

  private func spending(_ story: PlaceStory) -> MarkdownText {
    guard let value = story.latest("asc_change_from_2014"), let change = story.rounded(value),
      !change.isZero
    else { return "" }
    let word = MarkdownText(markdown: change.value < 0 ? "less" : "more")
    return "Net spending per resident was \(change.absolute) "
      + word
      + " \(MarkdownText(markdown: PeriodText(value.period).when)) than in 2014 to 2015, after inflation. "
  }
}
