import Importers
import Statistics
import Tabular

/// Direct standardisation of a long table in six sums per area, whatever its length.
///
/// Used where all rows share one confidence and multiplier, which are then those of the method.
struct StandardisedCalculation {
  /// The table does not fit: several naming columns, or confidence by row.
  struct Unfit: Error {}

  private let area: Int
  private let count: Int
  private let population: Int
  private let standard: Int
  private let width: Int
  private var rows: StandardisedRows

  /// Finds the columns.
  ///
  /// - Throws: `Unfit` where the table is not of this simple kind.
  init(_ header: [String], _ keys: [Int], _ positions: [Int?], _ method: CalculationMethod) throws {
    func position(_ name: String) -> Int? {
      method.inputs.firstIndex { $0.name == name }.flatMap { positions[$0] }
    }
    guard keys.count == 1, let count = position("x"), let population = position("n"),
      let standard = position("stdpop"), position("confidence") == nil,
      position("multiplier") == nil
    else { throw Unfit() }
    area = keys[0]
    self.count = count
    self.population = population
    self.standard = standard
    width = header.count
    func fallback(_ name: String) -> Double? {
      method.inputs.first { $0.name == name }?.fallback.flatMap(Double.init)
    }
    rows = try StandardisedRows(
      confidence: fallback("confidence"), multiplier: fallback("multiplier") ?? 100_000)
  }

  /// Reads the rest of the table and writes one row per area.
  ///
  /// - Throws: `CommandFailure` where the file is refused or the output fails.
  consuming func run(
    _ reader: inout CSVReader, _ by: [String], _ path: String, _ output: Output,
    _ console: Console
  ) throws -> ExitCode {
    var rows = rows
    var record = Record()
    while try RowCalculation.next(&reader, &record, path) {
      guard record.count == width else {
        throw ImportError(
          .malformed, path: path, line: record.line,
          "found \(record.count) fields, expected \(width) as in the header")
      }
      rows.add(
        area: record.range(at: area), count: record.range(at: count),
        population: record.range(at: population), standard: record.range(at: standard),
        of: record.bytes.span)
    }
    var sink = try OutputSink(output)
    LongCalculation.append(by + StandardisedRows.header, to: &sink.buffer)
    let start = sink.buffer.count
    rows.finish(to: &sink.buffer)
    let blanks = Self.blanks(sink.buffer[start...])
    try sink.finish()
    if blanks > 0 {
      console.warn("\(blanks) areas have a reason in out_reason in place of a figure")
    }
    return blanks > 0 ? .rejects : .done
  }

  /// Lines whose last cell is not empty.
  private static func blanks(_ lines: ArraySlice<UInt8>) -> Int {
    var count = 0
    var last: UInt8 = 0x2C
    for byte in lines {
      if byte == 0x0A, last != 0x2C { count += 1 }
      last = byte
    }
    return count
  }
}
