/// The sections of a page's Markdown, for finding those that say nothing.
public struct PageSections {
  /// A heading with all that stands below it up to the next of its level or above.
  public struct Section: Sendable {
    /// The heading, with its number signs.
    public let heading: String
    /// The blocks below it.
    public let blocks: [String]

    /// True where a figure, a table with a figure or an item of a list stands in the section.
    public var hasContent: Bool {
      blocks.contains { $0.hasPrefix("![") || $0.hasPrefix("- ") || $0.hasPrefix("1. ") }
        || blocks.contains { $0.hasPrefix("| ") && PageSections.hasCell($0) }
    }

    /// The sentences of the section, without headings and tables.
    public var sentences: String {
      blocks.filter { !$0.hasPrefix("#") && !$0.hasPrefix("|") && !$0.hasPrefix("!") }
        .joined(separator: " ")
    }

    /// True where the section says why it holds nothing.
    public var saysWhy: Bool {
      let text = sentences.lowercased()
      return text.count > 40
        && PageSections.reasons.contains { text.contains($0) }
    }
  }

  /// Words by which a sentence says that something is not there.
  static let reasons = [
    "nothing", "no ", "not ", "none", "missing", "cannot", "too few", "left out", "only",
  ]

  /// All sections, of the second and third level.
  public let sections: [Section]

  /// Reads a page without its notes on rows.
  public init(_ page: String) {
    let blocks = RowNotes.removed(from: page).split(separator: "\n\n").map(String.init)
      .filter { !$0.hasPrefix("[^") }
    func level(_ block: String) -> Int { block.prefix { $0 == "#" }.count }
    sections = blocks.indices.filter { (2...3).contains(level(blocks[$0])) }.map { start in
      let end =
        blocks[(start + 1)...].indices.first {
          (1...level(blocks[start])).contains(level(blocks[$0]))
        } ?? blocks.count
      return Section(heading: blocks[start], blocks: Array(blocks[(start + 1)..<end]))
    }
  }

  /// Sections that hold nothing and do not say why.
  public var empty: [String] {
    sections.filter { !$0.hasContent && $0.sentences.count < 40 }.map(\.heading)
  }

  /// Tables without any figure in sections that do not say why.
  public var unexplained: [String] {
    sections.flatMap { section in
      section.blocks.filter { $0.hasPrefix("| ") && !Self.hasCell($0) }
        .filter { _ in !section.saysWhy }
        .map { "\(section.heading): \($0.prefix(80))" }
    }
  }

  /// True where some cell of a table below its head, but the first of a row, says something.
  static func hasCell(_ table: String) -> Bool {
    table.split(separator: "\n").dropFirst(2).contains { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
        .dropFirst().contains { cell in
          let bare = cell.replacing(#/\\?\[\^?[a-z]\]/#, with: "")
            .replacing(#/[– ]/#, with: "")
          return !bare.isEmpty && bare != "nothold" && bare != "nottested"
        }
    }
  }
}
