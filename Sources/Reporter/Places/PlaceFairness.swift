import Evidence
import Indicators
import Places

/// Section 9: gaps inside the place, which figures between places do not show.
struct PlaceFairness {
  /// A group of people beside others, by one measure.
  private struct Gap {
    let what: String
    let group: String
    let others: String
  }

  private static let gaps = [
    Gap(
      what: "Persistently absent: pupils on free school meals, against all pupils",
      group: "persistent_absence_fsm", others: "persistent_absence"),
    Gap(
      what: "Aged 16 and 17, not in education, employment or training, or not known: with an "
        + "education, health and care plan, against no special needs",
      group: "neet_ehcp", others: "neet_no_sen"),
    Gap(
      what: "The same: with special needs support, against no special needs",
      group: "neet_sen_support", others: "neet_no_sen"),
  ]

  /// The measures of groups of people, which are told here.
  static let groups = Set(
    gaps.flatMap { [$0.group, $0.others] } + ["persistent_absence_gap"]
  ).subtracting(["persistent_absence"])

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, heading(story))
    var table = MarkdownTable(
      [
        .init("Measure"), .init("Period"), .number("The group"), .number("Compared with"),
        .number("Gap, percentage points"),
      ] + (story.isEngland ? [] : [.number("Gap in England")]))
    for gap in Self.gaps {
      if let row = row(gap, &story) { table.append(row) }
    }
    document.table(table)
    if table.isEmpty { document.paragraph(Self.absence(story)) }
    if let sentence = poorest(story) { document.paragraph(sentence) }
    document.paragraph(
      "Comparing councils says nothing of who misses out inside one. These are the gaps that are "
        + "published for councils. None is held by ethnic group, sex or neighbourhood, nor the "
        + "share of residents in the poorest fifth of areas.")
  }

  private func heading(_ story: PlaceStory) -> MarkdownText {
    if let value = story.latest("persistent_absence_fsm"), let own = story.rounded(value) {
      let text: MarkdownText =
        "\(own) of pupils on free school meals in \(story.name) were persistently absent"
      if let nation = story.context.table.value(
        "persistent_absence_fsm", story.england, value.period), !story.isEngland,
        let there = story.rounded(nation)
      {
        return text + ", against \(there) of such pupils in England"
      }
      if let all = story.rounded(story.value("persistent_absence", value.period)) {
        return text + ", against \(all) of all pupils"
      }
      return text
    }
    if let value = story.latest("poorest_tenth"), let share = story.rounded(value),
      !story.isEngland
    {
      return Self.poorest(share, story)
    }
    return "Fairness: who misses out inside the place"
  }

  private func row(_ gap: Gap, _ story: inout PlaceStory) -> [MarkdownText]? {
    guard let value = story.latest(gap.group), let own = story.rounded(value) else { return nil }
    let others = story.value(gap.others, value.period)
    var cells: [MarkdownText] = [
      "\(gap.what)", "\(PeriodText(value.period).short)", story.cell(value), story.cell(others),
      Self.difference(own, story.rounded(others)),
    ]
    if !story.isEngland {
      let table = story.context.table
      let there = story.rounded(table.value(gap.group, story.england, value.period))
      let rest = story.rounded(table.value(gap.others, story.england, value.period))
      cells.append(there.map { Self.difference($0, rest) } ?? "–")
    }
    return cells
  }

  /// The gap worked from the two numbers as they are printed.
  private static func difference(_ group: Rounded, _ others: Rounded?) -> MarkdownText {
    guard let others, let change = Change(from: others, to: group) else { return "–" }
    return .number(change.difference, as: change.difference.signedCell)
  }

  private func poorest(_ story: PlaceStory) -> MarkdownText? {
    guard let value = story.latest("poorest_tenth"), let share = story.rounded(value),
      !story.isEngland
    else { return nil }
    let nation = story.rounded(
      story.context.table.value("poorest_tenth", story.england, value.period))
    return Self.poorest(share, story) + ", by the indices of deprivation 2019."
      + (nation.map { " In England it is \($0)." } ?? " In England it is a tenth.")
  }

  private static func poorest(_ share: Rounded, _ story: PlaceStory) -> MarkdownText {
    share.isZero
      ? "No neighbourhood in \(story.name) was among the poorest tenth in England"
      : "\(share) of neighbourhoods in \(story.name) were among the poorest tenth in England"
  }

  private static func absence(_ story: PlaceStory) -> MarkdownText {
    switch story.place.tier {
    case .lower:
      "Schools and young people are counted by county: the county council’s report has the gaps "
        + "between pupils."
    case .combined, .region, .area:
      "Gaps between pupils are published for councils, and a rate is never averaged over them: "
        + "the councils’ reports have them."
    default: "No gap between groups of people is held for \(story.name)."
    }
  }
}
