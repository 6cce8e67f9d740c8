import Foundation
import TestSupport
import Testing

/// A report on a place as it stands in `reports/places/`.
struct ShippedReport: Sendable, CustomTestStringConvertible {
  let slug: String
  var testDescription: String { slug }

  /// The folder of all reports on places.
  private static var places: URL { Reference.package.appendingPathComponent("reports/places") }

  /// All reports, by slug.
  static let all: [ShippedReport] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: places.path)) ?? []
    return names.sorted().map(ShippedReport.init)
  }()

  private var folder: URL { Self.places.appendingPathComponent(slug) }

  /// The lines of `report.md` without the notes on the rows of its numbers.
  func lines() throws -> [String] {
    let text = try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
    return RowNotes.removed(from: text)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The whole of `report.md`.
  func source() throws -> String {
    try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
  }

  /// The text of a file beside it.
  func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The names of the figures in the folder.
  func figures() -> [String] {
    let path = folder.appendingPathComponent("figures").path
    // Those of the plan stand in the same folder.
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix("plan-") }.sorted()
  }

  /// A figure's text.
  func figure(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("figures/\(name)"), encoding: .utf8)
  }

  /// The records of `indicators.csv`, its header first; no field of it holds a quote or line end.
  func indicators() throws -> [[String]] {
    let url = folder.appendingPathComponent("indicators.csv")
    return try Self.records(String(contentsOf: url, encoding: .utf8))
  }

  /// The lines of `indicators.csv` below its header.
  func valueLines() throws -> [String] {
    let text = try String(
      contentsOf: folder.appendingPathComponent("indicators.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The lines of a table below `reports/tables/` that are of some places.
  static func tableLines(_ indicator: String, of places: Set<String>) throws -> [String] {
    let url = Reference.package.appendingPathComponent("reports/tables/\(indicator).csv")
    let starts = places.map { Array($0.utf8) }
    return try [UInt8](Data(contentsOf: url)).split(separator: 0x0A)
      .filter { line in starts.contains { line.starts(with: $0) } }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func records(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields: [String] = []
      var field = ""
      var isQuoted = false
      for scalar in line.unicodeScalars {
        if scalar == "\"" {
          isQuoted.toggle()
        } else if scalar == ",", !isQuoted {
          fields.append(field)
          field = ""
        } else {
          field.unicodeScalars.append(scalar)
        }
      }
      return fields + [field]
    }
  }

  /// The cells of the rows of a table whose first cell is a text, in the order of the report.
  func rows(_ first: String) throws -> [[String]] {
    try lines().filter { $0.hasPrefix("| \(first) |") }.map(Self.cells)
  }

  /// The cells of a line of a table.
  static func cells(_ line: String) -> [String] {
    line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
