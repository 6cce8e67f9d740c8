/// The footnotes of one document: only those used are printed, always in the same order.
///
/// The order is that of the definitions given, not that of first use, so that two reports of the same
/// kind have their notes in the same places.
public struct MarkdownFootnotes: Sendable {
  /// A note that a document may need.
  public struct Definition: Hashable, Sendable {
    /// What stands in the text: a status letter or a short name, ASCII letters and hyphens.
    public let label: String
    /// What it means.
    public let text: MarkdownText

    /// Makes a definition.
    public init(_ label: String, _ text: MarkdownText) {
      self.label = label
      self.text = text
    }
  }

  /// All notes there are, in the order they are printed.
  public let definitions: [Definition]
  private var used: Set<String> = []

  /// Starts with none used.
  public init(_ definitions: [Definition] = Self.markers) {
    self.definitions = definitions
  }

  /// The markers of published statistics, in the order of the status letters.
  public static let markers: [Definition] = [
    Definition("c", "Confidential: not shown, to protect people."),
    Definition("x", "Not available: no figure was published."),
    Definition("z", "Not applicable: this council does not run this service."),
    Definition("k", "Rounds to nought, but is not nought."),
    Definition("u", "Unreliable: shown, and left out of comparisons."),
    Definition("p", "Provisional: may be revised by its publisher."),
    Definition("r", "Revised since it was first published."),
    Definition("e", "Estimated."),
    Definition("f", "Forecast."),
    Definition("b", "Break: not comparable with the years before."),
  ]

  /// The reference to a note: `[^name]`; remembers that it is used.
  public mutating func reference(_ label: String) -> MarkdownText {
    precondition(definitions.contains { $0.label == label }, "no footnote \(label) is defined")
    used.insert(label)
    return MarkdownText(source: "[^\(label)]")
  }

  /// Marker letters as they stand in a cell: `[c]`, with the reference at its first use only.
  ///
  /// A reference at each of forty cells would give the note forty links back. The status letters come
  /// in any order; unknown letters are left out.
  public mutating func mark(_ letters: String) -> MarkdownText {
    var out = ""
    for definition in definitions where letters.contains(definition.label) {
      guard definition.label.utf8.count == 1 else { continue }
      out += (out.isEmpty ? "" : " ") + "\\[\(definition.label)]"
      if used.insert(definition.label).inserted { out += "[^\(definition.label)]" }
    }
    return MarkdownText(source: out)
  }

  /// True when no note is used.
  public var isEmpty: Bool { used.isEmpty }

  /// The definitions of the notes used, one a line; empty without any.
  public func render() -> String {
    definitions.filter { used.contains($0.label) }
      .map { "[^\($0.label)]: \($0.text.source)" }
      .joined(separator: "\n")
  }
}
