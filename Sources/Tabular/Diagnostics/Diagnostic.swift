/// A finding about a file that does not stop the reading.
///
/// What is optional is there only for the kinds that have it.
public struct Diagnostic: Sendable, Equatable {
  /// What was found.
  public enum Kind: String, Sendable, CaseIterable {
    /// The file is not UTF-8 and was read as Windows-1252; the position is the first such byte.
    case encodingFallback = "encoding_fallback"
    /// An empty line was skipped.
    case blankLine = "blank_line"
    /// A quote inside an unquoted field was taken as data.
    case bareQuote = "bare_quote"
    /// More than one kind of line end stands outside quotes.
    case mixedLineEndings = "mixed_line_endings"
    /// A column has no name.
    case emptyHeader = "empty_header"
    /// A column has the name of an earlier one.
    case duplicateHeader = "duplicate_header"
    /// A record has another number of fields than the header.
    case raggedRow = "ragged_row"
  }

  /// What was found.
  public var kind: Kind
  /// The record, from 1.
  public var record: Int?
  /// The field in the record, from 1.
  public var field: Int?
  /// The physical line, from 1.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?
  /// The byte in the file, from 0.
  public var byte: Int?
  /// How many fields were expected.
  public var expected: Int?
  /// How many fields were found.
  public var found: Int?
  /// The earlier field with the same name, from 1.
  public var firstField: Int?
  /// The repeated name.
  public var name: String?
  /// The kinds of line end, among `cr`, `crlf`, `lf`.
  public var lineEndings: [String]?

  init(_ kind: Kind) {
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
}

extension Diagnostic: CustomStringConvertible {
  /// One sentence with its place.
  public var description: String {
    let place = line.map { line in
      column.map { "line \(line), column \($0): " } ?? "line \(line): "
    }
    return (place ?? "") + sentence
  }

  private var sentence: String {
    switch kind {
    case .encodingFallback: "this byte is not UTF-8; the file was read as Windows-1252"
    case .blankLine: "an empty line was skipped"
    case .bareQuote: "a quote inside an unquoted field was taken as data"
    case .mixedLineEndings:
      "more than one kind of line end: \((lineEndings ?? []).joined(separator: ", "))"
    case .emptyHeader: "column \(field ?? 0) has no name"
    case .duplicateHeader:
      "column \(field ?? 0) has the name of column \(firstField ?? 0), \(name ?? "")"
    case .raggedRow:
      "\(found ?? 0) \(found == 1 ? "field" : "fields") found, \(expected ?? 0) expected"
    }
  }
}
