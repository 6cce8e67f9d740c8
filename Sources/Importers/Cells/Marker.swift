import Evidence

/// Words and signs that publishers put in place of a figure.
enum Marker {
  /// The status that a marker stands for, or nil where the text is no marker known to all.
  ///
  /// Only markers that every publisher uses alike stand here; those that differ (`x`, `*`, `:`)
  /// belong to their layouts.
  static func status(_ text: String) -> Status? {
    switch text {
    case "[x]", "…", "...", "..", "n/a", "N/A", "[n]", "[X]", "M", "[Y]", "[o]": .notAvailable
    case "[z]", "-", "–": .notApplicable
    case "[c]": .confidential
    case "[low]", "[k]": .roundsToZero
    case "[u]": .unreliable
    default: noteMark(text)
    }
  }

  /// A cell that holds only `[note 4]` has no figure.
  private static func noteMark(_ text: String) -> Status? {
    text.hasPrefix("[note ") && text.hasSuffix("]") ? .notAvailable : nil
  }
}

/// What one cell of a sheet says.
enum CellReading: Equatable {
  case value(Double)
  case marker(Status)
  case blank
  case unreadable
}
