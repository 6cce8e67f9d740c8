import Indicators

/// What must be said of the measures of outcomes that a report shows, as the catalogue has it.
struct OutcomeCaveats {
  func write(_ story: PlaceStory, _ document: inout MarkdownDocument) {
    var order: [String] = []
    var titles: [String: [MarkdownText]] = [:]
    for reading in OutcomeMeasures(story).all where reading.isHeld {
      let caveat = reading.indicator.caveats.replacing("'", with: "’")
      guard !caveat.isEmpty else { continue }
      if titles[caveat] == nil { order.append(caveat) }
      titles[caveat, default: []].append("\(reading.title)")
    }
    guard !order.isEmpty else { return }
    document.heading(3, "What to know of the outcome measures")
    document.list(
      order.map { caveat in
        // Measures of which the same must be said are told together.
        .joined(titles[caveat] ?? [], by: "; ") + ": \(caveat)"
      })
  }
}
