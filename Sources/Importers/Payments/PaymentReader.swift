import Evidence
import Tabular

/// Reads the records of a file of payments by a plan and hands them over in batches.
struct PaymentReader {
  /// The rows as far as they were read.
  private(set) var rows: PaymentRows
  /// What the reader of records had to say.
  private(set) var notes: [Note] = []
  /// The encoding, certain at the end.
  private(set) var encoding = TextEncoding.utf8
  /// Rows that are line ends alone.
  private(set) var blankLines = 0
  private let path: String

  init(_ rows: PaymentRows, path: String) {
    self.rows = rows
    self.path = path
  }

  /// Reads all records; `take` says with each batch whether to go on.
  ///
  /// The last batch is left in `rows`.
  /// - Returns: false where `take` wanted no more.
  mutating func read(
    _ source: ByteSource, _ dialect: Dialect, _ take: (PaymentBatch) -> Bool
  ) throws(ImportError) -> Bool {
    do throws(CSVError) {
      var reader = try CSVReader(source, dialect: dialect)
      var record = Record()
      while try reader.next(&record) {
        rows.read(record)
        if rows.batch.rows.count >= PaymentBatch.size || rows.batch.rejects.count >= 64 {
          guard take(rows.takeBatch()) else { return false }
        }
      }
      blankLines = reader.diagnosticCounts[.blankLine] ?? 0
      notes = FileReading.notes(reader.diagnostics)
      encoding = reader.encoding
    } catch {
      throw ImportError(
        .malformed, path: path, line: error.line, column: error.column, error.description)
    }
    return true
  }
}
