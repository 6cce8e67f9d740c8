import Evidence
import FoundationEssentials
import Importers
import Tabular

/// A table of the catalogue, read by its headings, with errors that name line and column.
struct CatalogueTable {
  let path: String
  private let table: Table
  private let columns: [String: Int]
  private static let empty = Row(line: 0, fields: [])

  /// Reads a table; nil where the file is not there.
  ///
  /// - Throws: `ImportError` where it is malformed or lacks a column.
  init?(_ path: String, columns required: [String]) throws(ImportError) {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    self.path = path
    table = try FileReading.table(try OpenedFile(path), dialect: Dialect())
    let header = table.rows.first ?? Self.empty
    columns = Dictionary(
      header.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for name in required where columns[name] == nil {
      throw ImportError(
        .incomplete, path: path, line: 1, "the column '\(name)' is missing from the catalogue table"
      )
    }
    for row in table.rows where row.count != header.count {
      throw ImportError(
        .malformed, path: path, line: row.line,
        "found \(row.count) fields, expected \(header.count) as in the header")
    }
  }

  /// The rows below the header.
  var rows: ArraySlice<Row> { table.rows.dropFirst() }

  /// The text of a column in a row.
  func text(_ row: Row, _ name: String) -> String { columns[name].map { row[$0] } ?? "" }

  /// The refusal of a cell.
  func refusal(_ row: Row, _ name: String, expected: String) -> ImportError {
    refusal(row, name, found: text(row, name), expected: expected)
  }

  /// The refusal of a part of a cell.
  func refusal(_ row: Row, _ name: String, found: String, expected: String) -> ImportError {
    ImportError(
      .malformed, path: path, line: row.line,
      "column '\(name)': found '\(found)', expected \(expected)")
  }

  /// A whole number.
  func int(_ row: Row, _ name: String) throws(ImportError) -> Int {
    guard let number = Int(text(row, name)) else {
      throw refusal(row, name, expected: "a whole number")
    }
    return number
  }

  /// A number.
  func number(_ row: Row, _ name: String) throws(ImportError) -> Double {
    let text = text(row, name)
    guard !text.isEmpty else { return 0 }
    guard let number = Double(text), number.isFinite else {
      throw refusal(row, name, expected: "a number")
    }
    return number
  }

  /// A period.
  func period(_ row: Row, _ name: String) throws(ImportError) -> Period {
    guard let period = ImportOptions.period(named: text(row, name)) else {
      throw refusal(row, name, expected: "a period such as 2024-25")
    }
    return period
  }

  /// One of an enumeration's words.
  func word<Word: RawRepresentable>(
    _ row: Row, _ name: String, _ type: Word.Type, expected: String
  ) throws(ImportError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text(row, name)) else {
      throw refusal(row, name, expected: expected)
    }
    return word
  }
}
