/// A source just opened: its first bytes, and what they say about the encoding.
///
/// Everything that can fail before the reading begins fails here, so that the parts of a reader
/// that own memory are made in one step that cannot: when an initialiser of a non-copyable type
/// throws half-way, optimised code has been seen to destroy what was never made.
struct TextOpening {
  /// The encoding named, or marked, or taken for granted.
  let encoding: TextEncoding
  /// True when nothing but the bytes can tell the encoding.
  let isGuess: Bool
  /// The bytes read so far, without the byte order mark.
  let head: [UInt8]
  /// The byte of the file at which the text starts: 0, or just after the mark.
  let firstByte: Int
  /// True when there is nothing behind `head`.
  let isFinished: Bool
  /// What follows `head`.
  let stream: ByteStream

  /// Opens a source.
  init(_ source: ByteSource, _ choice: EncodingChoice) throws(CSVError) {
    var stream = try ByteStream(source)
    var window = ByteScanner(delimiter: 0, quote: nil)
    var isFinished = false
    // The longest mark has four bytes.
    while window.count < 4 && !isFinished {
      isFinished = try stream.read(into: &window) == 0
    }
    let bytes = window.copy(window.start..<window.end)
    var encoding = TextEncoding.utf8
    var isGuess = false
    switch choice {
    case .named(let named): encoding = named
    case .auto:
      if let name = Self.wideMark(bytes) { throw Self.unsupported(name) }
      let marked = TextEncoding.allCases.first {
        !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark)
      }
      encoding = marked ?? .utf8
      isGuess = marked == nil
    }
    let isMarked = bytes.starts(with: encoding.byteOrderMark)
    let firstByte = isMarked ? encoding.byteOrderMark.count : 0
    self.encoding = encoding
    self.isGuess = isGuess
    self.head = Array(bytes[firstByte...])
    self.firstByte = firstByte
    self.isFinished = isFinished
    self.stream = stream
  }

  private static func wideMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "utf-32le" }
    return bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? "utf-32be" : nil
  }

  private static func unsupported(_ name: String) -> CSVError {
    var error = CSVError(.unsupportedEncoding, at: Position(line: 1, column: 1, byte: 0))
    error.encoding = name
    return error
  }
}
