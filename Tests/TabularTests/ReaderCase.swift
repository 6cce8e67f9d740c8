import Testing

@testable import Tabular

/// A file, how it is read, and what must come out; the table of cases is `ReaderCase.all`.
struct ReaderCase: Sendable, CustomTestStringConvertible {
  let input: [UInt8]
  let dialect: Dialect
  let rows: [[String]]
  /// Findings in short form: kind, then what locates it.
  let findings: [String]
  /// The error in short form; nil when the file is sound.
  let error: String?
  let encoding: TextEncoding

  var testDescription: String { String(decoding: input.prefix(40), as: UTF8.self) }

  static func reads(
    _ text: String, _ rows: [[String]], _ findings: [String] = [], _ dialect: Dialect = Dialect()
  ) -> ReaderCase {
    bytes(Array(text.utf8), rows, findings, dialect)
  }

  static func bytes(
    _ bytes: [UInt8], _ rows: [[String]], _ findings: [String] = [],
    _ dialect: Dialect = Dialect(), _ encoding: TextEncoding = .utf8
  ) -> ReaderCase {
    ReaderCase(
      input: bytes, dialect: dialect, rows: rows, findings: findings, error: nil,
      encoding: encoding)
  }

  static func refuses(
    _ text: String, _ error: String, _ dialect: Dialect = Dialect()
  ) -> ReaderCase {
    refuses(Array(text.utf8), error, dialect)
  }

  static func refuses(
    _ bytes: [UInt8], _ error: String, _ dialect: Dialect = Dialect()
  ) -> ReaderCase {
    ReaderCase(
      input: bytes, dialect: dialect, rows: [], findings: [], error: error, encoding: .utf8)
  }
}
