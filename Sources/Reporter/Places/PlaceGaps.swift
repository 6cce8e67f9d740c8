import Evidence
import Indicators
import Places

/// What is missing of a place's outturn: its own years, its members, what is provisional.
struct PlaceGaps {
  private let story: PlaceStory
  /// The total of service spending per head stands for the return as a whole.
  private static let witness = "cen_net_head"

  init(_ story: PlaceStory) { self.story = story }

  /// The state of the return in each year that is held.
  var years: [(period: Period, state: String)] {
    story.series(Self.witness).map { value in
      if value.value != nil {
        let isProvisional = value.status.contains(.provisional)
        return (value.period, isProvisional ? "provisional" : "published")
      }
      if let share = value.coverage, share < 1 { return (value.period, "part of the councils") }
      return (value.period, "not published")
    }
  }

  /// A council's own missing years in words, or nil.
  var ownMissing: MarkdownText? {
    guard story.place.tier.isCouncil else { return nil }
    let missing = years.filter { $0.state == "not published" }.map(\.period.phrase)
    return missing.isEmpty ? nil : Self.joined(missing)
  }

  /// For a group: which councils are missing in the latest year.
  var partial: MarkdownText? {
    guard !story.place.tier.isCouncil, story.place.tier != .country,
      let last = story.series("asc_net_adult").last, let share = last.coverage, share < 1
    else { return nil }
    let names = missingCouncils("asc_net_adult", last.period).map(\.name)
    let percent = Rounded.percent(share * 100, decimals: 0).map { "\($0)" as MarkdownText } ?? ""
    return "In \(last.period.phrase) \(Self.joined(names)) published no outturn. Totals of "
      + "spending by service of \(story.name) are then lower bounds covering \(percent) of people, and no "
      + "rate, share or comparison is made from them."
  }

  /// The members that have no value of an indicator in a period.
  func missingCouncils(_ id: String, _ period: Period) -> [Place] {
    story.context.register.members(of: story.place.code, level: .all).filter { member in
      guard let value = story.context.table.value(id, member.code, period) else { return false }
      return value.value == nil && !value.status.contains(.notApplicable)
    }
  }

  /// What is provisional, or nil.
  var provisional: MarkdownText? {
    let found = years.filter { $0.state == "provisional" }.map(\.period.phrase)
    guard !found.isEmpty else { return nil }
    return "Figures for \(Self.joined(found)) are provisional: some returns in them were not yet "
      + "certified. No outturn is held here for 2013 to 2014 and for the four years to 2021 to "
      + "2022."
  }

  /// `a`, `a and b`, `a, b and c`, escaped.
  static func joined(_ words: [String]) -> MarkdownText {
    guard let last = words.last else { return "" }
    guard words.count > 1 else { return "\(last)" }
    let first = words.dropLast().map(MarkdownText.escape).joined(separator: ", ")
    return MarkdownText(markdown: first) + " and \(last)"
  }
}
