/// Watches the bytes of a file go by and tells what encoding they can be.
///
/// It is strict (no overlong forms, no surrogates, nothing above U+10FFFF), works across pieces
/// of any size, and goes on after the first offence: a file with both good multi-byte sequences
/// and bad bytes is neither UTF-8 nor Windows-1252 and must not be guessed at.
struct UTF8Scout {
  /// The first byte of the first sequence that is not UTF-8.
  private(set) var firstBad: Int?
  /// The first NUL.
  private(set) var firstNUL: Int?
  /// True once a well-formed sequence of two to four bytes went by.
  private(set) var sawMultibyte = false
  /// True when the first offence came before any such sequence: the file may be Windows-1252.
  private(set) var offendedFirst = false

  private var needed = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var sequenceStart = 0

  /// The number of bytes at the end of what went by that may still become a character.
  func pending(at offset: Int) -> Int { needed == 0 ? 0 : offset - sequenceStart }

  /// True when the next byte starts a character.
  var isBetweenCharacters: Bool { needed == 0 }

  /// Looks at bytes, the first of which is byte `offset` of the file.
  mutating func feed(_ bytes: Span<UInt8>, from offset: Int) {
    for index in bytes.indices { feed(bytes[index], at: offset + index) }
  }

  /// Says that no more bytes will come.
  mutating func finish() {
    if needed > 0 { offend() }
    needed = 0
  }

  @inline(__always)
  private mutating func feed(_ byte: UInt8, at offset: Int) {
    if needed == 0 {
      if byte >= 0x80 {
        begin(byte, at: offset)
      } else if byte == 0 && firstNUL == nil {
        firstNUL = offset
      }
    } else if byte >= low && byte <= high {
      low = 0x80
      high = 0xBF
      needed -= 1
      if needed == 0 { sawMultibyte = true }
    } else {
      offend()
      needed = 0
      // The byte that broke the sequence may start another.
      if byte >= 0x80 {
        begin(byte, at: offset)
      } else if byte == 0 && firstNUL == nil {
        firstNUL = offset
      }
    }
  }

  /// Table 3-7 of the Unicode Standard: which second bytes may follow which first.
  private mutating func begin(_ byte: UInt8, at offset: Int) {
    sequenceStart = offset
    low = 0x80
    high = 0xBF
    switch byte {
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, low) = (2, 0xA0)
    case 0xED: (needed, high) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, low) = (3, 0x90)
    case 0xF1...0xF3: needed = 3
    case 0xF4: (needed, high) = (3, 0x8F)
    default: offend()
    }
  }

  private mutating func offend() {
    guard firstBad == nil else { return }
    firstBad = sequenceStart
    offendedFirst = !sawMultibyte
  }
}
