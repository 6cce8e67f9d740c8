/// Turns published words into the words of a measure's id.
enum Slug {
  /// Lower-case words joined by underscores; note marks, signs and apostrophes go.
  static func of(_ text: String) -> String {
    String(decoding: CellText.key(text).utf8.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }

  /// The first words of a longer text, so that an id stays readable.
  static func of(_ text: String, words: Int) -> String {
    of(text).split(separator: "_").prefix(words).joined(separator: "_")
  }
}
