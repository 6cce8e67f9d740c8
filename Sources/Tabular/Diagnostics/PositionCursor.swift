/// A position that walks over text and keeps its line, column and byte right.
///
/// Positions are made late: the scanner knows only offsets, and a cursor walks from the start of
/// the record when somebody asks. The text is UTF-8 whatever the file was in, so the cursor
/// turns the length of each scalar back into bytes of the file.
struct PositionCursor {
  /// Where the next byte of text stands in the file.
  private(set) var position: Position

  /// What the file was in.
  var encoding: TextEncoding

  private var afterReturn = false

  init(at position: Position, encoding: TextEncoding) {
    self.position = position
    self.encoding = encoding
  }

  /// Steps over one byte of UTF-8; all of a scalar's advance happens at its first byte.
  @inline(__always)
  mutating func step(over byte: UInt8) {
    if byte & 0xC0 == 0x80 {
      // In text that is no UTF-8 it may stand between CR and LF, which are then two line ends.
      afterReturn = false
      return
    }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    position.byte += encoding.width(ofScalarWith: length)
    if byte == 10 {
      // The second half of CRLF ends no line of its own.
      if !afterReturn { position.line += 1 }
      position.column = 1
    } else if byte == 13 {
      position.line += 1
      position.column = 1
    } else {
      position.column += 1
    }
    afterReturn = byte == 13
  }

  /// Steps over bytes of text.
  ///
  /// - Complexity: O(n).
  mutating func step(over bytes: Span<UInt8>) {
    for index in bytes.indices { step(over: bytes[index]) }
  }
}
