import Foundation
import Tabular
import TestSupport

/// A CSV table in memory, for giving to `calc` and for reading its answer.
struct CalcTable {
  var header: [String]
  var rows: [[String]]

  /// A file of reference cases.
  static func vectors(_ name: String) throws -> CalcTable {
    let path = "Tests/StatisticsTests/Vectors/\(name).csv"
    return try CalcTable(Data(contentsOf: Reference.package.appendingPathComponent(path)))
  }

  /// The names of all files of reference cases, sorted.
  static func vectorNames() throws -> [String] {
    let folder = Reference.package.appendingPathComponent("Tests/StatisticsTests/Vectors").path
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  init(_ text: String) throws { try self.init(Data(text.utf8)) }

  private init(_ data: Data) throws {
    var reader = try CSVReader(.bytes(Array(data)))
    var record = Record()
    header = []
    rows = []
    while try reader.next(&record) {
      if header.isEmpty { header = record.strings } else { rows.append(record.strings) }
    }
  }

  /// The table as CSV.
  var text: String {
    ([header] + rows).map { row in
      row.map { cell in
        cell.contains { ",\"\n".contains($0) }
          ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The columns whose names are accepted.
  func columns(_ isKept: (String) -> Bool) -> CalcTable {
    let kept = header.indices.filter { isKept(header[$0]) }
    return CalcTable(
      header: kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The same with `in_` taken off the names.
  var withoutPrefix: CalcTable {
    CalcTable(
      header: header.map { $0.hasPrefix("in_") ? String($0.dropFirst(3)) : $0 }, rows: rows)
  }

  /// The cells of a column; empty where there is none.
  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }

  /// True when two cells agree, list entry by list entry: as text, or as numbers.
  static func agree(_ found: String, _ expected: String, _ relative: Double) -> Bool {
    let left = found.split(separator: ";", omittingEmptySubsequences: false)
    let right = expected.split(separator: ";", omittingEmptySubsequences: false)
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { one, other in
      if one == other { return true }
      guard let a = Double(one), let b = Double(other), a.isFinite, b.isFinite else { return false }
      return abs(a - b) <= max(relative * max(abs(a), abs(b)), 1e-12)
    }
  }
}
