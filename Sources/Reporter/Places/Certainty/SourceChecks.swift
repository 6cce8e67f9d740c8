import Evidence
import Indicators
import Places

/// What did not agree among a place's figures in the publishers' own files, in words.
struct SourceChecks {
  private let story: PlaceStory

  init(_ story: PlaceStory) { self.story = story }

  /// One sentence for each figure of the place that a check named.
  var sentences: [MarkdownText] {
    story.context.checks.compactMap { sentence($0) }
  }

  /// A check names a figure by place, period and measure before a colon: `E08000003 2024-25 m: …`.
  private func sentence(_ check: String) -> MarkdownText? {
    let halves = check.split(separator: ":", maxSplits: 1)
    let words = halves.first?.split(separator: " ") ?? []
    guard halves.count == 2, words.count == 3, words[0] == story.place.code else { return nil }
    let period = Period(iso: String(words[1])).map { PeriodText($0).text } ?? String(words[1])
    let measure = String(words[2])
    let title = story.context.catalogue.measures.first { $0.id == measure }?.title ?? measure
    let what = halves[1].drop { $0 == " " }
    return "\(title), \(period): the publisher’s file does not agree with itself: "
      + Self.tidy(what, .stated("\(title), \(period): check of the publisher’s file")) + "."
  }

  /// Numbers as a report writes them: separators, and one decimal where there is a fraction.
  private static func tidy(_ text: Substring, _ origin: NumberOrigin) -> MarkdownText {
    var parts: [MarkdownText] = []
    // Words between numbers are written together: what needs an escape depends on what is beside it.
    var words: [String] = []
    func close() {
      if !words.isEmpty { parts.append("\(words.joined(separator: " "))") }
      words = []
    }
    for word in text.split(separator: " ") {
      let isNumber = word.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || 0x30...0x39 ~= $0 }
      guard isNumber, let number = Double(word),
        let rounded = Rounded(number, to: number == number.rounded() ? .whole : .decimals(1))
      else {
        words.append(String(word))
        continue
      }
      close()
      parts.append("\(rounded.resting(on: origin))")
    }
    close()
    return .joined(parts, by: " ")
  }
}
