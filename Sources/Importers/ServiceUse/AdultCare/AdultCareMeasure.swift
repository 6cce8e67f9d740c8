import Evidence

/// A measure of the adult social care outcomes framework, by the title of its table.
struct AdultCareMeasure {
  /// The code as it stands in ids: `2a`, `2d_2`, `3c_1`.
  let code: String
  /// The title without the table's number and note marks.
  let title: String
  /// What the outcome is counted in.
  let unit: Unit
  /// What numerator over denominator is multiplied with; nil for surveys, which are weighted.
  let units: Double
  /// Whether more is better.
  let polarity: Measure.Polarity

  /// Reads `Table 2d(2): the proportion of …`; nil for another title.
  init?(title text: String) {
    guard text.hasPrefix("Table "), let colon = text.firstIndex(of: ":") else { return nil }
    code = Slug.of(String(text[text.index(text.startIndex, offsetBy: 6)..<colon]))
    guard let first = code.utf8.first, (0x31...0x39).contains(first) else { return nil }
    var words = text[text.index(after: colon)...]
    while let mark = words.firstRange(of: "["), let end = words.firstRange(of: "]"),
      mark.lowerBound < end.lowerBound
    {
      words = words[..<mark.lowerBound] + words[end.upperBound...]
    }
    let spaced = CellText.trimmed(String(words)).split { $0 == " " }.joined(separator: " ")
    title = spaced.prefix(1).uppercased() + spaced.dropFirst()
    switch code {
    case "1a", "1b", "1c":
      unit = .rate
      units = 1
      polarity = .high
    case "2b", "2c":
      unit = .rate
      units = 100_000
      polarity = .low
    default:
      unit = .percent
      units = 100
      polarity = code == "6a" ? .low : .high
    }
  }

  /// The id of the outcome.
  var id: String { "ascof.\(code)" }
}
