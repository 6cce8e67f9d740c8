import Foundation

/// A CSV file of test cases: plain commas, quotes where a note holds one.
struct Table {
  let header: [String]
  let rows: [[String]]

  /// Reads a file of `Vectors/`.
  static func vectors(_ name: String) throws -> Table {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Vectors/\(name).csv")
    return Table(try String(contentsOf: url, encoding: .utf8))
  }

  init(_ text: String) {
    var records = text.split(whereSeparator: \.isNewline).map { Table.fields($0) }
    header = records.removeFirst()
    rows = records
  }

  /// The cell of a row under a column.
  func cell(_ row: [String], _ column: String) -> String {
    guard let index = header.firstIndex(of: column), index < row.count else { return "" }
    return row[index]
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if byte == UInt8(ascii: ","), !quoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
      } else {
        field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
