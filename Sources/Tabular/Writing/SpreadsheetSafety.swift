/// Which text a spreadsheet would run instead of showing it.
///
/// Excel, LibreOffice and Google Sheets take text for a formula when its first character after
/// blanks is one of `= + - @`, a full-width form of these, a tab or a line end.
public enum SpreadsheetSafety {
  /// True when text in UTF-8 would be taken for a formula.
  public static func isFormula(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
        return true
      case 0x20:
        index += 1
      case 0xC2 where second(text, index) == 0xA0:
        index += 2
      case 0xE2, 0xE3, 0xEF:
        if isWideSign(text, index) { return true }
        guard isWideBlank(text, index) else { return false }
        index += 3
      default:
        return false
      }
    }
    return false
  }

  private static func second(_ text: Span<UInt8>, _ index: Int) -> UInt8 {
    index + 1 < text.count ? text[index + 1] : 0
  }

  private static func third(_ text: Span<UInt8>, _ index: Int) -> UInt8 {
    index + 2 < text.count ? text[index + 2] : 0
  }

  /// The full-width `＝ ＋ － ＠`: U+FF1D, U+FF0B, U+FF0D, U+FF20.
  private static func isWideSign(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xEF && second(text, index) == 0xBC else { return false }
    return [0x9D, 0x8B, 0x8D, 0xA0].contains(third(text, index))
  }

  /// U+FEFF, the spaces U+2000 to U+200B and U+202F, and the ideographic space U+3000.
  private static func isWideBlank(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch (text[index], second(text, index), third(text, index)) {
    case (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80):
      true
    default: false
    }
  }
}
