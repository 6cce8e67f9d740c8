import Evidence
import Indicators
import Places

/// Where the definition of something that the report shows changed.
struct PlaceBreaks {
  func write(_ story: PlaceStory, _ document: inout MarkdownDocument) {
    let rows = story.context.catalogue.breaks.rows.filter { isShown($0, story) }
    document.heading(3, "Where definitions changed")
    guard !rows.isEmpty else {
      document.paragraph("No change of a definition is known in the figures of this report.")
      return
    }
    document.list(
      rows.map { row in
        "\(name(row, story)), \(PeriodText(row.period).text): \(row.reason)."
      })
  }

  /// True where a measure of the break, or of what contains it, has a figure of the place.
  private func isShown(_ row: SeriesBreaks.Row, _ story: PlaceStory) -> Bool {
    indicators(row, story).contains { story.latest($0.id) != nil }
  }

  /// The indicators whose formula reads a measure of the break.
  private func indicators(_ row: SeriesBreaks.Row, _ story: PlaceStory) -> [Indicator] {
    story.context.catalogue.indicators.filter { indicator in
      indicator.expression.measures.contains { Self.meets($0, row.measure) }
    }
  }

  /// True where two patterns, either of which may end in or hold a star, can mean one measure.
  private static func meets(_ pattern: String, _ broken: String) -> Bool {
    // Bytes: characters would cost a quarter of a second over all reports.
    let left = pattern.utf8.prefix { $0 != UInt8(ascii: "*") }
    let right = broken.utf8.prefix { $0 != UInt8(ascii: "*") }
    if left.count == pattern.utf8.count, right.count == broken.utf8.count {
      return pattern == broken
    }
    if left.count == pattern.utf8.count { return pattern.utf8.starts(with: right) }
    return right.starts(with: left) || left.starts(with: right)
  }

  /// What changed, in words: a service, a line of children's services, or a measure's title.
  private func name(_ row: SeriesBreaks.Row, _ story: PlaceStory) -> MarkdownText {
    let words = row.measure.split(separator: ".").map(String.init)
    let key = words.count > 1 ? words[1] : row.measure
    switch words.first {
    case "outturn":
      if key == "edu" { return "Education" }
      return "\(PlaceStory.services.first { $0.key == key }?.name ?? row.measure)"
    case "s251":
      let line = key == "total_children" ? "all together" : key.replacing("_", with: " ")
      return "Children’s services, \(line)"
    default:
      let titles = indicators(row, story).map(\.title)
      guard let first = titles.first else { return "\(row.measure)" }
      return titles.count == 1 ? "\(first)" : "\(first), and \(titles.count - 1) more measures"
    }
  }
}
