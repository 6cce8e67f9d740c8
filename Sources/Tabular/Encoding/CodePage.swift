/// What the bytes of a one-byte encoding stand for.
struct CodePage {
  /// The Unicode scalar of each byte; U+FFFD where the page leaves a byte undefined.
  let scalars: [UInt16]

  static let undefined: UInt16 = 0xFFFD

  /// The page of a one-byte encoding; nil for UTF-8 and UTF-16.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8, .utf16le, .utf16be: return nil
    case .latin1: self.init(upper: Array(0x80...0xFF))
    case .windows1252: self.init(upper: Self.windows1252 + Array(0xA0...0xFF))
    case .cp437: self.init(upper: Self.scalars(of: Self.cp437))
    case .cp850: self.init(upper: Self.scalars(of: Self.cp850))
    }
  }

  private init(upper: [UInt16]) {
    scalars = Array(0..<0x80) + upper
  }

  private static func scalars(of text: String) -> [UInt16] {
    text.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
  }

  /// Bytes 80 to 9F; 81, 8D, 8F, 90 and 9D stand for nothing.
  private static let windows1252: [UInt16] = [
    0x20AC, undefined, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, undefined, 0x017D, undefined,
    undefined, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, undefined, 0x017E, 0x0178,
  ]

  private static let cp437 =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
    + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}"

  private static let cp850 =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
    + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
    + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
    + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
}
