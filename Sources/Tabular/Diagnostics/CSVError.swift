/// Why a file could not be read to its end.
///
/// An error refuses the whole file: nothing after it is returned. What does not stop the
/// reading is a ``Diagnostic``. Printed, an error is one sentence:
///
///     line 2, column 3: the quoted field that opens here is never closed (the file ends on
///     line 40); expected a closing quote
public struct CSVError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Kind: String, Sendable {
    /// The file ended inside a quoted field; the position is that of its opening quote.
    case unterminatedQuote = "unterminated_quote"
    /// Something other than a delimiter or a line end follows a closing quote.
    case textAfterClosingQuote = "text_after_closing_quote"
    /// The bytes do not fit the encoding; the position is that of the first offending byte.
    case invalidEncoding = "invalid_encoding"
    /// U+0000 stands in the text.
    case nulByte = "nul_byte"
    /// A field is longer than the limit; the position is its start.
    case fieldTooLarge = "field_too_large"
    /// A record is longer than can be held; the position is its start.
    case recordTooLarge = "record_too_large"
    /// The file is in an encoding that is not read, such as UTF-32.
    case unsupportedEncoding = "unsupported_encoding"
    /// The dialect contradicts itself; nothing was read.
    case invalidDialect = "invalid_dialect"
    /// The file could not be opened or read.
    case cannotRead = "cannot_read"
  }

  /// What went wrong.
  public var kind: Kind
  /// The physical line, from 1.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?
  /// The byte in the file, from 0.
  public var byte: Int?
  /// The record, from 1.
  public var record: Int?
  /// The field in the record, from 1.
  public var field: Int?
  /// The line on which the file ended, for an unterminated quote.
  public var eofLine: Int?
  /// The limit in bytes that was passed.
  public var limit: Int?
  /// The name of the encoding that is not read.
  public var encoding: String?
  /// The file that could not be read.
  public var path: String?
  /// More about the cause, in words.
  public var detail: String?

  /// Makes an error of a kind; the facts are set afterwards.
  public init(_ kind: Kind) {
    self.kind = kind
  }

  init(_ kind: Kind, at position: Position, record: Int? = nil, field: Int? = nil) {
    self.kind = kind
    self.line = position.line
    self.column = position.column
    self.byte = position.byte
    self.record = record
    self.field = field
  }

  /// The error for a file that could not be opened or read, with the system's own words.
  public static func cannotRead(_ path: String, _ reason: String) -> CSVError {
    var error = CSVError(.cannotRead)
    error.path = path
    error.detail = reason
    return error
  }

  /// The error for a file that was written to while it was read.
  static func changed(_ path: String) -> CSVError {
    cannotRead(path, "it was changed while it was read; try again when it is complete")
  }

  static func invalidDialect(_ detail: String) -> CSVError {
    var error = CSVError(.invalidDialect)
    error.detail = detail
    return error
  }
}

extension CSVError: CustomStringConvertible {
  /// One sentence: where, what was found, what was expected.
  public var description: String {
    place + sentence
  }

  private var place: String {
    guard let line else { return byte.map { "byte \($0): " } ?? "" }
    return column.map { "line \(line), column \($0): " } ?? "line \(line): "
  }

  private var sentence: String {
    let bytes = limit.map { " of \($0) bytes" } ?? ""
    let because = detail.map { " (\($0))" } ?? ""
    switch kind {
    case .unterminatedQuote:
      let end = eofLine.map { " (the file ends on line \($0))" } ?? ""
      return "the quoted field that opens here is never closed\(end); expected a closing quote"
    case .textAfterClosingQuote:
      return "text follows the closing quote of a field; expected a delimiter or a line end, "
        + "or the quotes inside the field to be doubled"
    case .invalidEncoding:
      return "these bytes are not text in the file's encoding\(because); "
        + "save the file as UTF-8 or name its encoding"
    case .nulByte:
      return "a NUL character stands in the text; expected text without U+0000 "
        + "(UTF-16 without a byte order mark has to be named)"
    case .fieldTooLarge:
      return "the field that starts here is longer than the limit\(bytes); "
        + "is a closing quote missing?"
    case .recordTooLarge:
      return "the record that starts here is longer than can be held\(because); "
        + "are the line ends missing?"
    case .unsupportedEncoding:
      return "the encoding \(encoding ?? "of this file") is not read; save the file as UTF-8"
    case .invalidDialect:
      return "the file cannot be read as asked: \(detail ?? "the dialect contradicts itself")"
    case .cannotRead:
      return "\(path ?? "the input") cannot be read: \(detail ?? "no reason given")"
    }
  }
}
