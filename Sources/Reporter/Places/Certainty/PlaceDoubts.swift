import Evidence
import Indicators
import Places

/// Figures of the place that a reader should doubt, each with the reason.
struct PlaceDoubts {
  /// Figures of the place that leap away from the years on both sides.
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    var found: [MarkdownText] = []
    for service in PlaceStory.services {
      let id = "\(service.key)_net_\(service.person)_real"
      for value in story.series(id) where value.status.contains(.unreliable) {
        found.append(
          "\(service.name), \(value.period.phrase): \(story.cell(value)) is far from the years on both "
            + "sides, unlike England. It is kept, and left out of comparisons.")
      }
    }
    found += leaps(story)
    found += flagged(&story)
    found += SourceChecks(story).sentences
    document.heading(3, "Figures to doubt")
    guard !found.isEmpty else {
      document.paragraph(
        "None stands out: no spending per person here leaps away from the years on both sides, no "
          + "publisher marks its latest figure as unreliable, and the totals of the files agree.")
      return
    }
    document.list(found)
  }

  /// Measures whose latest figure its publisher or the checks of its file mark as unreliable.
  private func flagged(_ story: inout PlaceStory) -> [MarkdownText] {
    var found: [MarkdownText] = []
    for indicator in story.context.catalogue.indicators where !indicator.isMoney {
      guard let last = story.series(indicator.id).last, last.status.contains(.unreliable),
        let reading = OutcomeReading(story, indicator)
      else { continue }
      let text: MarkdownText = "\(reading.title), \(PeriodText(last.period).text): "
      if last.value == nil {
        found.append(text + "its publisher finds the figure too unreliable to show.")
      } else {
        found.append(
          text + story.cell(last) + ". It is left out of comparisons: \(Self.reason(last.note)).")
      }
    }
    return found
  }

  /// Why a figure is marked, without what its note says of a trend.
  private static func reason(_ note: String) -> String {
    let words = note.split(separator: ";").map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("no trend") }
    guard !words.isEmpty else {
      return "its publisher, or the checks of its file, mark it as unreliable"
    }
    return words.joined(separator: "; ")
  }

  /// Years in which adult care moved more than 10 points apart from England: accounting for the
  /// Better Care Fund does that to single councils.
  private func leaps(_ story: PlaceStory) -> [MarkdownText] {
    let id = "asc_net_head_real"
    guard story.place.code != story.england else { return [] }
    let own = story.series(id)
    return zip(own, own.dropFirst()).compactMap { before, after in
      guard before.period.shifted(years: 1) == after.period,
        let move = Self.move(before, after),
        let first = story.context.table.value(id, story.england, before.period),
        let second = story.context.table.value(id, story.england, after.period),
        let nation = Self.move(first, second), abs(move - nation) > 10,
        let here = Rounded.percent(move, decimals: 0),
        let there = Rounded.percent(nation, decimals: 0)
      else { return nil }
      return "Adult social care, \(after.period.phrase): "
        + .number(here, as: here.signedText) + " in a year after inflation, England "
        + .number(there, as: there.signedText)
        + ". A change in how joint NHS money is accounted for may be behind it."
    }
  }

  /// The change between two values in per cent.
  private static func move(_ before: IndicatorValue, _ after: IndicatorValue) -> Double? {
    guard let first = before.value, let second = after.value, first > 0 else { return nil }
    return (second / first - 1) * 100
  }
}
