import Evidence

/// The words by which publishers say that a name is withheld.
enum PaymentRedaction {
  /// Parts of a cell, in lower case, each of which says so.
  static let words = [
    "redact", "personal data", "data protection", "dp act", "dpa 1998", "withheld", "confidential",
    "name removed", "children in care", "private individual", "personal information",
    "individual payment", "personal budget", "direct payment", "not disclosed", "supressed",
    "suppressed", "name not published", "sensitive",
  ]

  private static let parts = TextParts(words)

  /// True where a supplier's name says that the name is withheld.
  static func isNamed(in supplier: String) -> Bool {
    parts.occur(in: supplier.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// True where a cell of a column of marks says that the name is withheld.
  static func isMarked(_ cell: String) -> Bool {
    let text = CellText.trimmed(cell).lowercased()
    return !text.isEmpty && !["n", "no", "false", "0", "n/a", "-"].contains(text)
  }
}
