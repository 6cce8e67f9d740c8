import Dispatch
import Evidence
import Places
import Store
import Tabular

/// A tidy file that is read row by row, in memory that does not grow with it.
public struct TidyFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// Length in bytes.
  public let bytes: Int
  /// Told, on any thread, how many bytes more were read.
  public var onRead: (@Sendable (Int) -> Void)?
  let columns: TidyColumns
  let context: ImportContext
  private let dialect: Dialect

  /// Shorter files are read whole: they can be compared with earlier releases at once.
  public static let shortest = 8 << 20

  /// Looks at the beginning of a file.
  ///
  /// Nil where it is no regular file of at least `shortest` bytes, or not surely a tidy one
  /// separated as `dialect` says (commas, where nil); it is then for `FileReading` to judge.
  public init?(
    _ path: String, register: Register, breaks: SeriesBreaks,
    options: ImportOptions = ImportOptions(), dialect: Dialect? = nil,
    shortest: Int = TidyFile.shortest
  ) {
    guard let size = RegularFile.size(path), size >= shortest else { return nil }
    if dialect == nil {
      guard let sniffed = try? Dialect.sniff(.file(path)),
        !sniffed.isFounded || sniffed.dialect.delimiter == 0x2C
      else { return nil }
    }
    let chosen = dialect ?? Dialect()
    guard let sheet = Self.beginning(of: path, chosen), let columns = TidyColumns(sheet),
      Self.isTidy(sheet, options)
    else { return nil }
    self.path = path
    bytes = size
    self.columns = columns
    self.dialect = chosen
    context = ImportContext(register: register, options: options, breaks: breaks)
  }

  /// The header and the first row.
  private static func beginning(of path: String, _ dialect: Dialect) -> Table? {
    guard var reader = try? CSVReader(.file(path), dialect: dialect) else { return nil }
    var record = Record()
    var text = ""
    for _ in 0..<2 {
      guard (try? reader.next(&record)) == true else { return nil }
      text += record.text + "\n"
    }
    var decoded = dialect
    decoded.encoding = .named(.utf8)
    guard let opened = try? OpenedFile(path: path, bytes: Array(text.utf8)),
      let sheet = try? Table(opened.bytes, dialect: decoded), sheet.rows.count == 2
    else { return nil }
    return sheet
  }

  private static func isTidy(_ sheet: Table, _ options: ImportOptions) -> Bool {
    let tidy = TidyLayout()
    if let name = options.layout { return name == tidy.id && tidy.recognise(sheet) == .match }
    return (try? Layouts.recognise(sheet))?.id == tidy.id
  }

  /// SHA-256 of the bytes in hexadecimal, or nil where they cannot be read.
  public func sha256() -> String? { try? SHA256.hex(ofFile: path) }

  /// Starts reading on a thread of its own.
  func read(source: Int, into writer: StageWriter) -> HandOver<TidyBatch> {
    let queue = HandOver<TidyBatch>(length: 6)
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        try writer.write { staged in try readAll(&staged, source, queue) }
      } catch {
        var last = TidyBatch()
        last.ending = .failed(error)
        _ = queue.send(last)
      }
    }
    return queue
  }

  private func readAll(
    _ staged: inout StagedRows, _ source: Int, _ queue: HandOver<TidyBatch>
  ) throws {
    let seen = HashingThread()
    var rows = TidyStreamRows(columns, context, source: source)
    var notes: [Note] = []
    do {
      let watched = ByteSource.file(path).watched { [onRead] piece in
        seen.add(piece)
        onRead?(piece.count)
      }
      var reader = try CSVReader(watched, dialect: dialect)
      var record = Record()
      if try reader.next(&record) { rows.ledger.skip(.header) }
      while try reader.next(&record) {
        try rows.read(record, &staged)
        if rows.isReady(staged) {
          guard queue.send(rows.takeBatch(&staged)) else { return }
        }
      }
      let blanks = reader.diagnosticCounts[.blankLine] ?? 0
      if blanks > 0 { rows.ledger.skip(.blank, rows: blanks) }
      notes = FileReading.notes(reader.diagnostics) + rows.notes
    } catch let error as CSVError {
      throw ImportError(
        .malformed, path: path, line: error.line, column: error.column, error.description)
    }
    guard rows.ledger.loaded + rows.ledger.rejected > 0 else {
      throw FileReading.headerOnly(path, rows: rows.ledger.read)
    }
    try staged.finish()
    let (sha256, bytes) = seen.finish()
    var last = rows.takeBatch(&staged)
    last.ending = .finished(
      TidySummary(
        ledger: rows.ledger, measures: rows.foundMeasures, periods: rows.foundPeriods,
        notes: notes, sha256: sha256, bytes: bytes, digest: staged.digest))
    _ = queue.send(last)
  }
}
