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
    // Who only adds up has the reader beside it and nobody else.
    let ahead = RecordsAhead(source, dialect, isAlone: rows.sums != nil)
    defer { ahead.cancel() }
    while true {
      var run = ahead.next()
      rows.read(&run)
      guard let ending = run.ending else {
        ahead.giveBack(consume run)
        guard !rows.isReady || take(rows.takeBatch()) else { return false }
        continue
      }
      switch ending {
      case .finished(let notes, let encoding, let blankLines):
        (self.notes, self.encoding, self.blankLines) = (notes, encoding, blankLines)
        return true
      case .failed(let error):
        throw ImportError(
          .malformed, path: path, line: error.line, column: error.column, error.description)
      }
    }
  }
}
