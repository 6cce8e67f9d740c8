import Evidence
import Indicators
import Places

/// Measures of a place beside England's: the table, and the sentence on those without a figure.
struct OutcomeTable {
  let readings: [OutcomeReading]

  /// One row for each measure that has a figure.
  func table(_ story: inout PlaceStory) -> MarkdownTable {
    var columns: [MarkdownTable.Column] = [
      .init("Measure"), .init("Period"), .number("\(story.place.name)"),
    ]
    columns += story.nationColumn()
    if !story.isEngland { columns.append(.init("Against England")) }
    var table = MarkdownTable(columns + [.init("Trend")])
    for reading in readings where reading.isHeld {
      var cells: [MarkdownText] = [
        "\(reading.name)", "\(PeriodText(reading.value.period).short)",
        story.intervalCell(reading.value),
      ]
      if !story.isEngland { cells += [story.cell(reading.nation), reading.standingWord] }
      table.append(cells + [reading.heading.words])
    }
    return table
  }

  /// The measures that have no figure of the place, by name; nil where all have one.
  func missing(_ story: PlaceStory) -> MarkdownText? {
    let names = readings.filter { !$0.isHeld }.map { "\($0.title)" as MarkdownText }
    guard !names.isEmpty else { return nil }
    return "No figure of \(story.name) from the latest three years is held for: "
      + .joined(names, by: "; ") + "."
  }
}
