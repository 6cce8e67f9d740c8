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

  /// For each two letters of which the first is number 0 to 25, whether a word begins with them.
  private static let beginnings: [Bool] = {
    var found = [Bool](repeating: false, count: 26 * 256)
    for word in words {
      let bytes = Array(word.utf8)
      found[Int(bytes[0] - 0x61) << 8 | Int(bytes[1])] = true
    }
    return found
  }()

  /// True where a supplier's name says that the name is withheld.
  static func isNamed(in supplier: Span<UInt8>) -> Bool {
    guard mayBeNamed(in: supplier) else { return false }
    return parts.occur(in: supplier.indices.map { small(supplier[$0]) })
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// False where no word begins in a name, as in nearly all.
  private static func mayBeNamed(in supplier: Span<UInt8>) -> Bool {
    let beginnings = beginnings
    var last: UInt8 = 0
    for index in supplier.indices {
      let byte = small(supplier[index])
      if last &- 0x61 < 26, beginnings[Int(last &- 0x61) << 8 | Int(byte)] { return true }
      last = byte
    }
    return false
  }

  /// True where a cell of a column of marks says that the name is withheld.
  static func isMarked(_ cell: String) -> Bool {
    let text = CellText.trimmed(cell).lowercased()
    return !text.isEmpty && !["n", "no", "false", "0", "n/a", "-"].contains(text)
  }
}
