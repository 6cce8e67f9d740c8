/// Parts of Markdown that this program wrote, as they stand in a notebook.
enum MarkdownSection {
  /// The part of a report below the one heading of level 2 that holds some words, with its footnotes.
  ///
  /// Nil where no heading or more than one holds them.
  static func find(_ words: String, in report: String) -> String? {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = words.lowercased()
    let starts = lines.indices.filter {
      lines[$0].hasPrefix("## ") && lines[$0].lowercased().contains(wanted)
    }
    guard starts.count == 1 else { return nil }
    let rest = lines[(starts[0] + 1)...]
    let end =
      rest.firstIndex { $0.hasPrefix("## ") || $0.hasPrefix("[^") } ?? lines.endIndex
    var part = lines[starts[0]..<end].map(String.init)
    while part.last == "" { part.removeLast() }
    let text = part.joined(separator: "\n")
    let notes = lines.filter { line in
      guard line.hasPrefix("[^"), let close = line.firstIndex(of: "]") else { return false }
      return text.contains(line[...close])
    }
    return notes.isEmpty ? text : text + "\n\n" + notes.joined(separator: "\n\n")
  }

  /// The headings of level 2.
  static func headings(_ report: String) -> [String] {
    report.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// The text with its headings a level lower and its figures below another path.
  static func embedded(_ text: String, figures: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") ? "#" + line : String(line)
    }
    var joined = lines.joined(separator: "\n")
    while joined.last == "\n" { joined.removeLast() }
    // In what others wrote a bracket is an entity: this can only be a link of ours.
    return unlinked(joined).replacing("](figures/", with: "](\(figures)")
  }

  /// The text without links to files that stand beside a report and not beside a notebook.
  private static func unlinked(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let middle = rest.firstRange(of: "](") {
      let target = rest[middle.upperBound...].prefix { $0 != ")" }
      let isKept = ["http", "figures/", "#"].contains(where: target.hasPrefix)
      let before = rest[..<middle.lowerBound]
      if isKept || target.endIndex == rest.endIndex {
        out += rest[..<middle.upperBound]
        rest = rest[middle.upperBound...]
      } else if let open = before.lastIndex(of: "[") {
        out += before[..<open] + before[before.index(after: open)...]
        rest = rest[target.endIndex...].dropFirst()
      } else {
        out += rest[..<middle.upperBound]
        rest = rest[middle.upperBound...]
      }
    }
    return out + rest
  }
}
