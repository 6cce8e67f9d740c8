import Foundation
import TestSupport

/// A shipped CSV file: its columns by name and its records.
struct ShippedTable {
  private let columns: [String: Int]
  /// The headings.
  let header: [String]
  /// The records below the header.
  let records: [[String]]

  /// Reads a file below `datasets/`.
  init(_ path: String) {
    let url = Reference.package.appendingPathComponent("datasets/\(path)")
    let data = (try? Data(contentsOf: url)) ?? Data()
    var records = Self.records([UInt8](data))
    header = records.isEmpty ? [] : records.removeFirst()
    self.records = records
    columns = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of a column in a record.
  func text(_ record: [String], _ column: String) -> String {
    guard let index = columns[column], index < record.count else {
      preconditionFailure("there is no column '\(column)' in a shipped file")
    }
    return record[index]
  }

  /// A reader for well-formed CSV, written apart from the product's own.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0A {
        record.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    return records
  }

  /// The names of the CSV files in a folder of `datasets/` that hold figures, in order.
  static func figures(in folder: String) -> [String] {
    let url = Reference.package.appendingPathComponent("datasets/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix("source") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
