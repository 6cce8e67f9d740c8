import Places
import Evidence
import Tabular

/// What the rows above an outturn sheet's header say: year, scale, measure, day of publication.
struct OutturnPreamble {
  var period: Period?
  var scale: Money.Scale?
  var kind: String?
  var title = ""
  var publisher = ""
  var published = ""

  /// Reads the rows above `headerRow`.
  init(_ sheet: Table, above headerRow: Int) {
    for row in sheet.rows[..<headerRow] {
      for field in row.fields.prefix(3) where !field.isEmpty { read(CellText.trimmed(field)) }
    }
  }

  private mutating func read(_ text: String) {
    if period == nil, let year = Period(financialYearIn: text) {
      period = year
      title = text
    }
    let key = CellText.key(text)
    if scale == nil { scale = Self.scale(key, text) }
    if kind == nil { kind = OutturnColumns.kind(ofTitle: key) }
    if key.hasPrefix("source") { publisher = Self.publisher(text) }
    if key.hasPrefix("last updated"), let date = Day(words: text) { published = date.iso }
  }

  private static func scale(_ key: String, _ text: String) -> Money.Scale? {
    guard text.contains("£") else { return nil }
    if key.contains("thousand") || text.contains("£000") { return .thousands }
    return key.contains("million") ? .millions : nil
  }

  private static func publisher(_ text: String) -> String {
    guard let end = text.range(of: " Revenue")?.lowerBound,
      let start = text.firstIndex(of: ":")
    else { return "" }
    return CellText.trimmed(String(text[text.index(after: start)..<end]))
  }
}

extension String {
  /// The first place where other text stands, found in scalars without a locale.
  fileprivate func range(of other: String) -> Range<String.Index>? { firstRange(of: other) }
}

extension Day {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Finds a day written in words: `Last updated: 14th December 2023`, `29 August 2024`.
  init?(words text: String) {
    let words = CellText.key(text).split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() where index + 1 < words.count {
      var day = word.prefix { $0.isWholeNumber }
      guard !day.isEmpty, day.count <= 2 else { continue }
      var monthAt = index + 1
      var tail = word.dropFirst(day.count)
      for suffix in ["st", "nd", "rd", "th"] where tail.hasPrefix(suffix) {
        tail = tail.dropFirst(2)
        break
      }
      var monthWord = Substring(words[monthAt])
      if !tail.isEmpty {
        monthWord = tail
        monthAt = index
      }
      guard let month = Self.months.firstIndex(where: { monthWord.hasPrefix($0) }),
        monthAt + 1 < words.count, let year = Int(words[monthAt + 1]), let number = Int(day),
        let date = Day(year: year, month: month + 1, day: number)
      else {
        day = ""
        continue
      }
      self = date
      return
    }
    return nil
  }
}
