/// Turns a name into the form in which names are compared.
///
/// Lower case, Latin letters without their marks, "&" as "and", apostrophes and full stops gone,
/// every other sign a space, no "the" at either end. The table is our own, so that the result
/// depends neither on a locale nor on the version of a library.
enum Folding {
  /// The folded name: words of `a-z` and `0-9` separated by one space.
  static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 4)
    var gap = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x61...0x7A, 0x30...0x39: append(UInt8(value), &bytes, &gap)
      case 0x41...0x5A: append(UInt8(value + 32), &bytes, &gap)
      case 0x27, 0x2E, 0x60, 0x2BC, 0x2018, 0x2019, 0x300...0x36F: break
      case 0x26:
        gap = true
        for letter in "and".utf8 { append(letter, &bytes, &gap) }
        gap = true
      case ..<0x80: gap = true
      default: appendLatin(value, &bytes, &gap)
      }
    }
    return String(decoding: withoutThe(bytes), as: UTF8.self)
  }

  /// A name without marks of footnotes at its end: "Havant (e)", "Leeds [note 3]".
  static func withoutNotes(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 0, bytes[end - 1] == 0x29 || bytes[end - 1] == 0x5D,
      let open = bytes[..<end].lastIndex(where: { $0 == 0x28 || $0 == 0x5B }), open > 0
    else { return text }
    let inside = bytes[(open + 1)..<(end - 1)]
    guard inside.count <= 2 || inside.starts(with: "note".utf8) else { return text }
    return withoutNotes(String(decoding: bytes[..<open], as: UTF8.self))
  }

  /// A letter, with a space before it when signs stood between it and the last one.
  private static func append(_ byte: UInt8, _ bytes: inout [UInt8], _ gap: inout Bool) {
    if gap, !bytes.isEmpty { bytes.append(0x20) }
    gap = false
    bytes.append(byte)
  }

  private static func appendLatin(_ value: UInt32, _ bytes: inout [UInt8], _ gap: inout Bool) {
    let letters = latin(value)
    if letters.isEmpty { gap = true }
    for letter in letters.utf8 { append(letter, &bytes, &gap) }
  }

  /// The plain letters for one with marks; empty for what is not a Latin letter.
  ///
  /// - Complexity: O(1).
  private static func latin(_ value: UInt32) -> String {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0x134, 0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0xDF: "ss"
    case 0x15A...0x161: "s"
    case 0x162...0x167: "t"
    case 0xDE, 0xFE: "th"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0x174, 0x175, 0x1E80...0x1E85: "w"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178, 0x1EF2, 0x1EF3: "y"
    case 0x179...0x17E: "z"
    default: ""
    }
  }

  private static func withoutThe(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let the = Array("the".utf8)
    var rest = bytes[...]
    while rest.count > 4, rest.starts(with: the), rest[rest.startIndex + 3] == 0x20 {
      rest = rest.dropFirst(4)
    }
    while rest.count > 4, rest.suffix(3).elementsEqual(the), rest[rest.endIndex - 4] == 0x20 {
      rest = rest.dropLast(4)
    }
    return rest
  }
}
