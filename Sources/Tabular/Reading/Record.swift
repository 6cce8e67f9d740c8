/// One record of a table: its fields, its text and where it stands.
///
/// A record is meant to be used again for the next one, so that reading allocates nothing:
///
///     var record = Record()
///     while try reader.next(&record) {
///       let name = record.string(at: 0)
///     }
public struct Record: Sendable {
  /// The text as in the file but in UTF-8, followed by fields whose quotes had to be halved.
  ///
  /// Use ``range(at:)`` to find a field in it; behind the last there may be remains of others.
  public internal(set) var bytes: [UInt8] = []

  /// The number of fields.
  public internal(set) var count = 0

  /// Where the fields stand; only the first `count` count.
  @usableFromInline var fields: [FieldBounds] = []
  /// How many bytes are text of the file.
  @usableFromInline var textCount = 0
  /// How many bytes are in use.
  var usedCount = 0
  var encoding = TextEncoding.utf8
  var delimiter = UInt8(ascii: ",")
  var quote: UInt8? = UInt8(ascii: "\"")

  /// Which record it is, from 1; blank lines are not counted.
  public internal(set) var number = 0

  /// Makes an empty record to read into.
  public init() {}

  /// The physical line on which it starts, from 1.
  public internal(set) var line = 1

  /// The byte of the file at which it starts, from 0.
  public internal(set) var byte = 0

  /// Where the text of a field stands in ``bytes``, without its quotes; empty when absent.
  @inlinable
  public func range(at index: Int) -> Range<Int> {
    guard index >= 0 && index < count else { return 0..<0 }
    let field = fields[index]
    return Int(field.start)..<Int(field.end)
  }

  /// The text of a field; empty when the record has no such field.
  public func string(at index: Int) -> String {
    String(decoding: bytes[range(at: index)], as: UTF8.self)
  }

  /// True when a field has no characters or does not exist.
  @inlinable
  public func isEmpty(at index: Int) -> Bool {
    range(at: index).isEmpty
  }

  /// Lets `body` look at the bytes of a field, in UTF-8; none when absent.
  @inlinable
  public func withField<Result, Failure: Error>(
    at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(range(at: index)))
  }

  /// The text of all fields.
  public var strings: [String] {
    (0..<count).map { string(at: $0) }
  }

  /// How many of the first `bytes` are the record as it stands in the file.
  @inlinable public var textLength: Int { textCount }

  /// The record as it stands in the file, quotes and all, without its line end.
  public var text: String {
    String(decoding: bytes[..<textCount], as: UTF8.self)
  }

  /// Where a field starts in the file: its opening quote when it is quoted.
  ///
  /// - Complexity: O(length of the record); positions are made when they are asked for.
  public func position(ofField index: Int) -> Position {
    var cursor = PositionCursor(
      at: Position(line: line, column: 1, byte: byte), encoding: encoding)
    var field = 0
    var isAtStart = true
    var wasOpened = false
    var isInside = false
    for byte in bytes[..<textCount] {
      if field == index && isAtStart { break }
      if byte == delimiter && !isInside {
        field += 1
        isAtStart = true
        wasOpened = false
      } else {
        // Inside a quoted field a doubled quote closes and opens again, which changes nothing.
        if byte == quote && (isAtStart || wasOpened) {
          wasOpened = true
          isInside.toggle()
        }
        isAtStart = false
      }
      cursor.step(over: byte)
    }
    return cursor.position
  }

  /// Makes sure that so many bytes can be stored; what is stored now may be lost.
  @inline(__always)
  mutating func makeRoom(for count: Int) {
    if bytes.count < count { bytes = Array(repeating: 0, count: max(count, 2 * bytes.count, 256)) }
  }
}
