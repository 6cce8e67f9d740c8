/// Cuts a formula into words, numbers and signs.
struct FormulaLexer {
  /// A piece of a formula.
  enum Token: Hashable {
    case number(Double)
    case word(String)
    case sign(UInt8)
    case end
  }

  private let bytes: [UInt8]
  private var at = 0
  /// Where the current token begins, 0-based.
  private(set) var start = 0

  init(_ formula: String) { bytes = Array(formula.utf8) }

  /// The next token; a byte that begins none comes as a sign.
  mutating func next() -> Token {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    start = at
    guard at < bytes.count else { return .end }
    let byte = bytes[at]
    if Self.isDigit(byte) { return number() }
    if Self.isWordStart(byte) { return word() }
    at += 1
    return .sign(byte)
  }

  /// `2014-15` is a year, not a difference: a number, a dash and two digits without blanks.
  private mutating func number() -> Token {
    let first = at
    while at < bytes.count, Self.isDigit(bytes[at]) || bytes[at] == 0x2E { at += 1 }
    if at - first == 4, at + 2 < bytes.count + 0, bytes[at] == 0x2D,
      at + 2 < bytes.count, Self.isDigit(bytes[at + 1]), Self.isDigit(bytes[at + 2])
    {
      at += 3
      return .word(String(decoding: bytes[first..<at], as: UTF8.self))
    }
    let text = String(decoding: bytes[first..<at], as: UTF8.self)
    return Double(text).map(Token.number) ?? .word(text)
  }

  /// A `*` belongs to a measure's id where no blank stands before it.
  private mutating func word() -> Token {
    let first = at
    while at < bytes.count,
      Self.isWordStart(bytes[at]) || Self.isDigit(bytes[at])
        || bytes[at] == 0x2E || bytes[at] == 0x2A
    {
      at += 1
    }
    return .word(String(decoding: bytes[first..<at], as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// True for a letter or an underscore.
  static func isWordStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }
}
