/// The footnotes of a page that name the rows behind its numbers, read apart from the product.
public struct RowNotes {
  /// A part of the page that has at most one note: a table, a paragraph, an item of a list.
  public struct Unit: Sendable {
    /// The headings above that have no note of their own, and the text.
    public let text: String
    /// The rows that the note names, in the order of the numbers.
    public let rows: [RowFiles.Key]
  }

  /// All parts but figures and notes.
  public private(set) var units: [Unit] = []
  /// How many notes are defined.
  public let defined: Int

  /// Reads a page.
  public init(_ page: String) {
    var notes: [Substring: [RowFiles.Key]] = [:]
    for line in page.split(separator: "\n") {
      guard let match = line.firstMatch(of: #/^\[\^(\d+)\]: (.*)$/#) else { continue }
      notes[match.1] = match.2.matches(of: /Rows of \[[^\]]+\]\(([^)]+)\), in order: `([^`]+)`/)
        .flatMap { Self.rows($0.2, of: String($0.1)) }
    }
    defined = notes.count
    var above = ""
    func add(_ text: String) {
      let note = text.firstMatch(of: #/\[\^(\d+)\]/#).flatMap { notes[$0.1] }
      units.append(
        Unit(text: above + text.replacing(#/\[\^[a-z0-9]+\]/#, with: ""), rows: note ?? []))
      above = ""
    }
    var isSources = false
    for part in page.split(separator: "\n\n").map(String.init) {
      if part.hasPrefix("#") {
        above += part + "\n"
        isSources = part == "### Sources"
      } else if part.hasPrefix("| "), isSources {
        // Titles, digests and dates of the files that a report rests on.
        isSources = false
      } else if part.hasPrefix("| ") {
        add(part)
      } else if !part.hasPrefix("[^"), !part.hasPrefix("!") {
        part.split(separator: "\n").forEach { add(String($0)) }
      }
    }
    if !above.isEmpty { add("") }
  }

  /// The rows that a note names.
  ///
  /// `asc_share, csc_share: 2014-04-01/P1Y, 2024-04-01/P1Y E92000001; …`: each of several items
  /// has all that follows it, in turn. `s4n2 to s4n9` are numbers that the page works out.
  private static func rows(_ text: Substring, of file: String) -> [RowFiles.Key] {
    if let match = text.wholeMatch(of: /(s\d+n)(\d+)(?: to s\d+n(\d+))?/),
      let first = Int(match.2), let last = Int(match.3 ?? match.2), first <= last
    {
      return (first...last).map { RowFiles.Key(file: file, item: "\(match.1)\($0)", rest: "") }
    }
    return text.split(separator: "; ").flatMap { group -> [RowFiles.Key] in
      let sides = group.split(separator: ": ", maxSplits: 1)
      guard sides.count == 2 else { return [] }
      return sides[0].split(separator: ", ").flatMap { item in
        sides[1].split(separator: ", ").map {
          RowFiles.Key(file: file, item: String(item), rest: $0)
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
