import Evidence
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Importers

/// A published sheet cut and shuffled: what a workbook of another year may look like.
@Suite("A published sheet with its parts moved", .enabled(if: Reference.isPresent))
struct MovedSheetTests {
  @Test(
    "gives the same figures without its titles, its columns moved and its codes last",
    arguments: PublishedSheet.all)
  func moved(sheet: PublishedSheet) throws {
    let reading = try PublishedFolder.reading(sheet.path)
    let folder = try #require(Reference.folder).appendingPathComponent("data")
    let file = try OpenedFile(folder.appendingPathComponent(sheet.path).path)
    let rows = try FileReading.table(file).rows.map(\.fields)
    let moved = try Self.moved(rows)
    var options = ImportOptions()
    options.period = .financialYear(sheet.year)
    options.scale = .thousands
    options.measure = sheet.kind.isEmpty ? nil : sheet.kind
    // A sheet without its titles is known by nothing but its header, so the layout is named.
    options.layout = reading.source.layout
    let again = try FileReading(
      try OpenedFile(path: "moved.csv", bytes: moved), register: PublishedFolder.register,
      breaks: SeriesBreaks([]), options: options)
    #expect(again.extract.ledger.balances)
    #expect(Self.figures(again.extract) == Self.figures(reading.extract))
  }

  /// Figures by place and measure, without where they stood.
  private static func figures(_ extract: Extract) -> [String: String] {
    var found: [String: String] = [:]
    for figure in extract.observations {
      let value = figure.value.map { String($0) } ?? figure.status.subtracting(.seriesBreak).text
      found["\(figure.place) \(figure.measure)"] = value
    }
    return found
  }

  /// Cuts the titles, moves the columns of figures, puts a row of codes last.
  ///
  /// The row above the header stays where columns go by headings: it names their group.
  private static func moved(_ rows: [[String]]) throws -> [UInt8] {
    let header = try #require(
      rows.firstIndex { row in
        row.prefix(12).contains { $0.trimmingCharacters(in: .whitespaces) == "E-code" }
      })
    let codes = rows.firstIndex { row in
      row.contains { $0.hasPrefix("RSX-") || $0.hasPrefix("RO3-") }
    }
    let width = rows[header].count
    let keys = rows[header].prefix(7).lastIndex { name in
      ["Class", "Certified", "Certification"].contains { name.hasPrefix($0) }
    }
    let first = try #require(keys) + 1
    func move(_ row: [String]) -> [String] {
      let padded = row + Array(repeating: "", count: max(0, width - row.count))
      // Codes tell columns apart in any order; of equal headings the first counts, so those
      // sheets are shifted by empty columns instead.
      guard codes != nil else {
        return Array(padded.prefix(first)) + ["", "", ""] + padded[first..<width]
      }
      return Array(padded.prefix(first)) + padded[first..<width].reversed()
    }
    var kept: [[String]] = []
    let above = (0..<header).last { index in
      index != codes && rows[index].filter { $0.contains { $0.isLetter } }.count > 1
    }
    if codes == nil, let above { kept.append(move(filled(rows[above], width))) }
    kept.append(move(rows[header]))
    for (index, row) in rows.enumerated() where index > header && index != codes {
      kept.append(move(row))
    }
    if let codes { kept.append(move(rows[codes])) }
    var writer = CSVWriter(safety: .raw)
    for row in kept { writer.append(record: row) }
    return writer.bytes
  }

  private static func filled(_ row: [String], _ width: Int) -> [String] {
    var last = ""
    return (0..<width).map { index in
      if index < row.count, !row[index].isEmpty { last = row[index] }
      return last
    }
  }
}
