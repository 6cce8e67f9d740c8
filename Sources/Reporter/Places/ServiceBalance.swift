import Evidence
import Indicators

/// What resilience rests on: how much of the budget answers need, and how few services hold most.
///
/// Shares are summed as they are printed, so that a reader can add them up.
struct ServiceBalance {
  private let story: PlaceStory

  init(_ story: PlaceStory) {
    self.story = story
  }

  /// The years shown: the last before the gap in the returns with every service, and the latest.
  static let years = [2016, 2024].map { Period.financialYear($0) }

  /// What follows the table.
  static let note: MarkdownText =
    "Outside schools, police and fire. The more of the budget answers need, and the more of it lies in "
    + "two services, the less there is to move when need rises."

  /// What stands in place of the table.
  static let absence: MarkdownText = "No outturn by service is held for either year."

  private static let parts: [(name: MarkdownText, services: [String])] = [
    ("Universal: culture, environment, planning, transport", ["cul", "env", "plan", "trans"]),
    ("Answering need: children’s and adult social care, housing", ["csc", "asc", "hou"]),
  ]

  /// Shares of service spending in both years; empty where neither is held.
  var table: MarkdownTable {
    var table = MarkdownTable(
      [.init("Share of service spending")] + Self.years.map { .number("\($0.label)") })
    var rows: [(name: MarkdownText, values: [Rounded?])] = Self.parts.map { part in
      (part.name, Self.years.map { share(part.services, $0) })
    }
    rows.append(("The two largest services together", Self.years.map { concentration($0) }))
    for (name, values) in rows where values.contains(where: { $0 != nil }) {
      table.append([name] + values.map { $0.map { "\($0)" } ?? "–" })
    }
    return table
  }

  /// The two largest services’ share in a year; nil where fewer than five are held.
  func concentration(_ period: Period) -> Rounded? {
    let shares = PlaceStory.services.compactMap {
      story.rounded(story.value("\($0.key)_share", period))
    }
    guard shares.count >= 5 else { return nil }
    return Self.sum(shares.sorted { $0.value > $1.value }.prefix(2))
  }

  private func share(_ services: [String], _ period: Period) -> Rounded? {
    let shares = services.compactMap { story.rounded(story.value("\($0)_share", period)) }
    return shares.count == services.count ? Self.sum(shares[...]) : nil
  }

  private static func sum(_ shares: ArraySlice<Rounded>) -> Rounded? {
    Rounded.percent(shares.reduce(0) { $0 + $1.value })?.keyed(shares.flatMap(\.keys))
  }
}
