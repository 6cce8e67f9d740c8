import Importers
import Statistics
import Tabular

/// A method run over a table row by row, in memory that does not grow with it.
///
/// The answer is the input's own text with the method's columns behind each row: nothing of the
/// input is read and written anew, so nothing of it changes.
struct RowCalculation {
  let method: CalculationMethod

  /// Computes every row of a file.
  ///
  /// - Returns: `.rejects` where some row has a reason in place of a figure.
  /// - Throws: `CommandFailure` where the file is refused or the output fails.
  func run(_ path: String, _ output: Output, _ console: Console) throws -> ExitCode {
    let source = InputFile.source(path)
    var sink = try OutputSink(output)
    var reader = try Self.reading(path) { () throws(CSVError) in try CSVReader(source) }
    var record = Record()
    guard try Self.next(&reader, &record, path) else {
      throw ImportError(.empty, path: path, "the file is empty; expected a header row and data")
    }
    let header = record.strings
    let positions: [Int?]
    do { positions = try method.positions(in: header) } catch {
      throw ImportError(.incomplete, path: path, line: record.line, "\(error)")
    }
    Self.append(record, method.header, to: &sink.buffer)
    var answer = RowAnswer(method, header, positions)
    while try Self.next(&reader, &record, path) {
      answer.append(record, to: &sink.buffer)
      try sink.handOn()
    }
    try sink.finish()
    if answer.blanks > 0 {
      console.warn("\(answer.blanks) rows have a reason in out_reason in place of a figure")
    }
    return answer.blanks > 0 ? .rejects : .done
  }

  private static func append(_ record: Record, _ names: [String], to buffer: inout [UInt8]) {
    buffer.append(contentsOf: record.text.utf8)
    for name in names {
      buffer.append(0x2C)
      buffer.append(contentsOf: name.utf8)
    }
    buffer.append(0x0A)
  }

  static func reading(
    _ path: String, _ open: () throws(CSVError) -> CSVReader
  ) throws -> CSVReader {
    do { return try open() } catch { throw refusal(error, path) }
  }

  static func next(
    _ reader: inout CSVReader, _ record: inout Record, _ path: String
  ) throws -> Bool {
    do { return try reader.next(&record) } catch { throw refusal(error, path) }
  }

  private static func refusal(_ error: CSVError, _ path: String) -> ImportError {
    if error.kind == .cannotRead {
      return ImportError(
        .unreadable, path: path, "cannot be read: \(error.detail ?? "no reason given")")
    }
    return ImportError(
      .malformed, path: path, line: error.line, column: error.column, error.description)
  }
}
