import Tabular

/// Why a file was refused as a whole: one sentence, with where and what to do.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of refusal.
  public enum Kind: String, Hashable, Sendable {
    /// The file is missing or may not be read.
    case unreadable
    /// A folder stands where a file was expected.
    case folder
    /// There are no bytes, or no rows.
    case empty
    /// There is a header and nothing below it.
    case headerOnly = "header_only"
    /// A spreadsheet program's own format.
    case workbook
    /// Some other format, not text in rows.
    case notCSV = "not_csv"
    /// The bytes are not well-formed CSV.
    case malformed
    /// Another sheet of a known workbook, which holds no data.
    case wrongSheet = "wrong_sheet"
    /// No known layout.
    case notRecognised = "not_recognised"
    /// A known layout, but what it needs is not in the file nor among the options.
    case incomplete
    /// The bytes are not those that the package file vouches for.
    case changed
  }

  /// The kind of refusal.
  public let kind: Kind
  /// The file, as the user gave it.
  public var path: String
  /// The line, 1-based, or nil.
  public let line: Int?
  /// The column in characters, 1-based, or nil.
  public let column: Int?
  /// What was found, what was expected, what to do.
  public let message: String

  /// Makes a refusal.
  public init(
    _ kind: Kind, path: String = "", line: Int? = nil, column: Int? = nil, _ message: String
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// The sentence: `spend.csv:12:4: found ..., expected ...`.
  public var description: String {
    var place = path
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return place.isEmpty ? message : "\(place): \(message)"
  }

  /// The same refusal about a named file.
  public func about(_ path: String) -> ImportError {
    var error = self
    error.path = path
    return error
  }
}
