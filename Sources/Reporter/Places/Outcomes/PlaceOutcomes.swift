import Evidence
import Indicators
import Places

/// Section 8: the four outcomes, each measure with its interval beside England.
struct PlaceOutcomes {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let measures = OutcomeMeasures(story)
    let all = measures.all.filter(\.isHeld)
    document.heading(2, Self.heading(OutcomeTally(all), isEngland: story.isEngland))
    guard !all.isEmpty else {
      document.paragraph(Self.absence(story))
      return
    }
    document.paragraph(Self.reading(isEngland: story.isEngland))
    for outcome in story.context.catalogue.outcomes {
      write(outcome, measures.readings(of: outcome), &story, &document)
    }
    document.paragraph(Self.notes(story, all))
  }

  static func heading(_ tally: OutcomeTally, isEngland: Bool) -> MarkdownText {
    if !isEngland, let words = tally.standing { return "Outcomes: " + words }
    if let words = tally.direction { return "Outcomes: " + words }
    return "Outcomes"
  }

  private static func absence(_ story: PlaceStory) -> MarkdownText {
    guard story.isJoined else {
      return "No outcome figures of \(story.name) are held."
    }
    return "No outcome figures of \(story.name) are held: most are published for councils only, "
      + "and a rate is never averaged over councils. The reports of its councils have them."
  }

  private static func reading(isEngland: Bool) -> MarkdownText {
    if isEngland {
      return "Brackets hold the 95% interval. Getting better and getting worse are said of the "
        + "latest five years, and only beyond chance."
    }
    return
      "Brackets hold the 95% interval. Better and worse are said only where the whole interval "
      + "lies on one side of England’s figure; higher and lower where neither side is good. "
      + "Trends are of the latest five years, beyond chance. About one measure in twenty would differ "
      + "by chance alone, and none of this says why."
  }

  private func write(
    _ outcome: Outcome, _ readings: [OutcomeReading], _ story: inout PlaceStory,
    _ document: inout MarkdownDocument
  ) {
    let held = readings.filter(\.isHeld)
    let tally = OutcomeTally(held)
    let words = story.isEngland ? tally.direction : tally.standing ?? tally.direction
    let title = "\(outcome.title)" as MarkdownText
    document.heading(3, words.map { title + ": " + $0 } ?? title)
    if held.isEmpty {
      document.paragraph(Self.noFigure(readings, story))
      return
    }
    let table = OutcomeTable(readings: readings)
    document.table(table.table(&story))
    if let sentence = table.missing(story) { document.paragraph(sentence) }
    if let figure = OutcomeFigure(story, outcome, held).rug {
      // The table above says in numbers what the strips show.
      let alt =
        "Strips of marks for \(figure.rows.count) measures: where \(story.place.name) stands among "
        + "councils. The table has the figures."
      document.paragraph(story.draw("outcome-\(outcome.id)", figure, alt: alt))
    }
  }

  private static func noFigure(
    _ readings: [OutcomeReading], _ story: PlaceStory
  ) -> MarkdownText {
    OutcomeTable(readings: readings).missing(story)
      ?? "No measure of this is published for \(story.name)."
  }

  private static func notes(_ story: PlaceStory, _ held: [OutcomeReading]) -> MarkdownText {
    var text: MarkdownText = ""
    if held.contains(where: { $0.standing == nil && !story.isEngland }) {
      text =
        text + "Not tested: the publisher gives neither an interval nor the counts to make one "
        + "from. "
    }
    if held.contains(where: { [.oneYear, .onePeriod, .fewYears].contains($0.heading) }) {
      text = text + "A trend needs five years, or five stretches of years, counted alike. "
    }
    return text + "What each measure counts stands in the tables of indicators."
  }
}
