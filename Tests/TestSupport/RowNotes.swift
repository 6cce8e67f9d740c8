/// The footnotes of a page that name the rows behind its numbers, read apart from the product.
public struct RowNotes {
  /// A row that a note names, in the order of the numbers.
  public struct Row: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The indicator or what else names the row.
    public let item: String
    /// The period, then what narrows it: a place's code, a column.
    public let words: [String]
  }

  /// A block of the page with its note: the headings above it that have none of their own, its text.
  public struct Block: Sendable {
    /// The headings and the text.
    public let text: String
    /// The rows, in order.
    public let rows: [Row]
    /// The rows that a number was worked out from, such as those of a difference.
    public let parts: [Row]
  }

  /// The blocks that have a note.
  public let blocks: [Block]
  /// How many notes are defined, and how many of them are referred to.
  public let defined: Int

  /// Reads a page.
  public init(_ page: String) {
    var notes: [Substring: (rows: [Row], parts: [Row])] = [:]
    for line in page.split(separator: "\n") {
      guard let match = line.firstMatch(of: #/^\[\^(\d+)\]: (.*)$/#) else { continue }
      let rows = match.2.matches(of: /Rows of \[[^\]]+\]\(([^)]+)\), in order: `([^`]+)`/)
        .flatMap { Self.rows($0.2, of: String($0.1)) }
      let parts = match.2.matches(of: /Worked out from rows of \[[^\]]+\]\(([^)]+)\): `([^`]+)`/)
        .flatMap { Self.rows($0.2, of: String($0.1)) }
      notes[match.1] = (rows, parts)
    }
    var blocks: [Block] = []
    var above = ""
    func add(_ text: String) {
      guard let match = text.firstMatch(of: #/\[\^(\d+)\]/#), let note = notes[match.1] else {
        return
      }
      blocks.append(
        Block(
          text: above + text.replacing(#/\[\^[a-z0-9]+\]/#, with: ""), rows: note.rows,
          parts: note.parts))
      above = ""
    }
    for part in page.split(separator: "\n\n").map(String.init) where !part.hasPrefix("[^") {
      if part.hasPrefix("#") {
        above += part + "\n"
      } else if part.hasPrefix("|") {
        add(part)
      } else {
        part.split(separator: "\n").forEach { add(String($0)) }
      }
    }
    self.blocks = blocks
    defined = notes.count
  }

  /// `asc_share, csc_share: 2014-04-01/P1Y, 2024-04-01/P1Y E92000001; …`: each of several items
  /// has all that follows it, in turn.
  private static func rows(_ text: Substring, of file: String) -> [Row] {
    text.split(separator: "; ").flatMap { group -> [Row] in
      let sides = group.split(separator: ": ", maxSplits: 1)
      guard sides.count == 2 else { return [] }
      return sides[0].split(separator: ", ").flatMap { item in
        sides[1].split(separator: ", ").map {
          Row(file: file, item: String(item), words: $0.split(separator: " ").map(String.init))
        }
      }
    }
  }

  /// A page without these notes: as it read before it had them.
  public static func removed(from page: String) -> String {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.firstMatch(of: #/^\[\^\d+\]: /#) == nil }
      .map { $0.replacing(#/\[\^\d+\]/#, with: "") }
    let text = lines.joined(separator: "\n")
    // Where they were all the notes there are, their block goes as well.
    return text.hasSuffix("\n\n") ? String(text.dropLast()) : text
  }
}
