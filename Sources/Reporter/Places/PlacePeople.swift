import Evidence
import Indicators
import Places

/// Section 3: people, age and deprivation.
struct PlacePeople {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard let now = story.latest("residents"), let people = story.rounded(now) else {
      document.heading(2, "People")
      document.paragraph(
        "How many people live in \(story.name) is not held: the estimates are published for today’s "
          + "councils, regions and combined authorities.")
      return
    }
    let base = story.value("residents", .midYear(now.period.year - 10))
    if let base, let then = story.rounded(base), let change = Change(from: then, to: people),
      let percent = change.percent(decimals: 0)
    {
      let word: MarkdownText =
        change.direction == .unchanged
        ? "as many as" : "\(percent.absolute) \(change.moreOrFewer) than"
      document.heading(
        2, "\(story.nameFirst) had \(people) residents in mid-\(String(now.period.year))")
      document.paragraph(
        "That is \(word) in mid-\(String(base.period.year)).")
    } else {
      document.heading(2, "People")
    }
    var table = MarkdownTable(
      [.init("Measure"), .init("Date"), .number("\(story.place.name)")]
        + story.nationColumn() + story.fifthColumn)
    for id in ["children_share", "older_share", "median_age", "deprivation"] {
      guard let value = story.latest(id), let indicator = story.indicator(id) else { continue }
      table.append(
        ["\(indicator.title)", "\(value.period.label)", story.cell(value)]
          + story.nation(id, value.period) + story.fifth(value))
    }
    document.table(table)
    if table.isEmpty {
      document.paragraph("Nothing is held of the age of residents and of deprivation.")
    }
  }

  /// The fifth in words: never a rank.
  static func fifth(_ quintile: Int?) -> MarkdownText {
    switch quintile {
    case 1: "lowest fifth"
    case 2: "second fifth"
    case 3: "middle fifth"
    case 4: "fourth fifth"
    case 5: "highest fifth"
    default: ""
    }
  }
}
