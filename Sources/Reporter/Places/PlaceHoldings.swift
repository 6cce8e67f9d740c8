import Evidence
import Indicators
import Places

/// Section 2: what we hold, year by year.
struct PlaceHoldings {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, "What we hold")
    let gaps = PlaceGaps(story)
    var table = MarkdownTable([
      .init("Year"), .init("Spending by service"), .init("Social care and public health by line"),
      .number("Residents"),
    ])
    for (period, state) in gaps.years {
      let byLine = story.value("prevention_all", period)
      let residents = story.value("residents", .midYear(period.year))
      table.append([
        "\(period.phrase)", "\(state)", Self.lineState(byLine, story), story.cell(residents),
      ])
    }
    document.table(table)
    document.paragraph(
      "Years that are not in this table are not held: 2013 to 2014, and the four years to 2021 to "
        + "2022. Spending by line is held from 2022 to 2023.")
    if let sentence = outcomes(story) { document.paragraph(sentence) }
    if let sentence = members(story, gaps) { document.paragraph(sentence) }
    PlaceGround(story).write(&document)
  }

  private static func lineState(_ value: IndicatorValue?, _ story: PlaceStory) -> MarkdownText {
    guard let value else { return "not held" }
    if value.value != nil {
      return value.status.contains(.provisional) ? "provisional" : "published"
    }
    if value.status.contains(.notApplicable) { return "not a duty of this council" }
    return value.coverage.map { $0 < 1 } ?? false ? "part of the councils" : "not published"
  }

  private func outcomes(_ story: PlaceStory) -> MarkdownText? {
    let readings = OutcomeMeasures(story).all
    guard !readings.isEmpty else { return nil }
    let held = readings.filter(\.isHeld).count
    if held == readings.count {
      return
        "All \(held) measures of outcomes that apply to \(story.name) have a figure here. Their "
        + "periods differ: each stands beside its figure."
    }
    return "Of \(readings.count) measures of outcomes that apply to \(story.name), \(held) have a "
      + "figure here. Their periods differ: each stands beside its figure."
  }

  private func members(_ story: PlaceStory, _ gaps: PlaceGaps) -> MarkdownText? {
    guard story.place.tier == .combined || story.place.tier == .region else { return nil }
    let members = story.context.register.members(of: story.place.code, level: .all)
    guard let last = gaps.years.last?.period else { return nil }
    let missing = gaps.missingCouncils("cen_net_head", last).map(\.name)
    let count: MarkdownText = "\(story.nameFirst) is the sum of \(members.count) councils of today"
    if missing.isEmpty {
      return count + ", all of which published for \(last.phrase). Figures from before a council "
        + "was formed are those of the councils it replaced."
    }
    return count + ". For \(last.phrase) \(PlaceGaps.joined(missing)) published nothing."
  }
}
