/// Compact JSON, built as bytes.
///
/// It only knows what is needed to print records and findings: strings, whole numbers, arrays and
/// objects. Everything but control characters, quotes and backslashes stands as it is, in UTF-8.
public struct JSONText: Sendable {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// Makes an empty text.
  public init() {}

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Adds the name of what comes next in an object.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Adds a string.
  public mutating func string(_ text: String) {
    string(text.utf8Span.span)
  }

  /// Adds a string given in UTF-8.
  public mutating func string(_ text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
        bytes.append(byte)
      } else {
        escape(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a whole number.
  public mutating func number(_ value: Int) {
    separate()
    bytes += Array(String(value).utf8)
  }

  /// Adds a name and a whole number, unless there is none.
  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  /// Adds a name and a string, unless there is none.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Starts a new line, which JSON allows between any two tokens.
  public mutating func newLine() { bytes.append(10) }

  /// Puts the next element of an array on a line of its own.
  public mutating func beginLine() {
    separate()
    newLine()
    needsComma = false
  }

  /// Takes the text so far; what follows goes on where it stopped.
  public mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 8: bytes.append(UInt8(ascii: "b"))
    case 9: bytes.append(UInt8(ascii: "t"))
    case 10: bytes.append(UInt8(ascii: "n"))
    case 12: bytes.append(UInt8(ascii: "f"))
    case 13: bytes.append(UInt8(ascii: "r"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
