import Importers
import Statistics
import Tabular

/// A method over a long table: one row per area and age band, lists gathered by area.
///
/// The answer has one row per area, in the order in which areas first appear: the naming columns,
/// then the method's.
struct LongCalculation {
  let method: CalculationMethod
  /// The columns that name an area.
  let by: [String]

  private struct Area {
    let names: [String]
    var cells: [[String]]
  }

  /// Computes every area of a file.
  ///
  /// - Returns: `.rejects` where some area has a reason in place of a figure.
  /// - Throws: `CommandFailure` where the file is refused or the output fails.
  func run(_ path: String, _ output: Output, _ console: Console) throws -> ExitCode {
    let source = InputFile.source(path)
    var reader = try RowCalculation.reading(path) { () throws(CSVError) in try CSVReader(source) }
    var record = Record()
    guard try RowCalculation.next(&reader, &record, path) else {
      throw ImportError(.empty, path: path, "the file is empty; expected a header row and data")
    }
    let header = record.strings
    let keys = try keys(header, path)
    let positions: [Int?]
    do { positions = try method.positions(in: header) } catch {
      throw ImportError(.incomplete, path: path, line: 1, "\(error)")
    }
    if method.name == "dsr_dobson",
      let rows = try? StandardisedCalculation(header, keys, positions, method)
    {
      return try rows.run(&reader, by, path, output, console)
    }
    var areas: [Area] = []
    var known: [[String]: Int] = [:]
    while try RowCalculation.next(&reader, &record, path) {
      let row = record.strings
      guard row.count == header.count else {
        throw ImportError(
          .malformed, path: path, line: record.line,
          "found \(row.count) fields, expected \(header.count) as in the header")
      }
      let names = keys.map { row[$0] }
      if known[names] == nil {
        known[names] = areas.count
        areas.append(Area(names: names, cells: positions.map { _ in [] }))
      }
      guard let at = known[names] else { continue }
      for (index, position) in positions.enumerated() {
        if let position { areas[at].cells[index].append(row[position]) }
      }
    }
    return try write(areas, output, console)
  }

  private func keys(_ header: [String], _ path: String) throws -> [Int] {
    try by.map { name in
      guard let index = header.firstIndex(of: name) else {
        throw ImportError(
          .incomplete, path: path, line: 1,
          "there is no column '\(name)'; the header has \(header.joined(separator: ", "))")
      }
      return index
    }
  }

  private func write(
    _ areas: [Area], _ output: Output, _ console: Console
  ) throws -> ExitCode {
    var sink = try OutputSink(output)
    Self.append(by + method.header, to: &sink.buffer)
    var blanks = 0
    for area in areas {
      let cells = zip(method.inputs, area.cells).map { column, found -> String in
        guard let first = found.first else { return column.fallback ?? "NA" }
        return column.shape == .numbers || column.shape == .words
          ? found.joined(separator: ";") : first
      }
      let answer = method(cells)
      if answer.last?.isEmpty == false { blanks += 1 }
      Self.append(area.names + answer, to: &sink.buffer)
      try sink.handOn()
    }
    try sink.finish()
    if blanks > 0 {
      console.warn("\(blanks) areas have a reason in out_reason in place of a figure")
    }
    return blanks > 0 ? .rejects : .done
  }

  static func append(_ cells: [String], to buffer: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(0x2C) }
      CSVCell.append(cell, to: &buffer)
    }
    buffer.append(0x0A)
  }
}
