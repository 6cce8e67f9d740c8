/// Reads the records of a CSV file one after the other, in memory that does not grow with it.
///
///     var reader = try CSVReader(.file("spend.csv"))
///     var record = Record()
///     while try reader.next(&record) {
///       print(record.line, record.string(at: 2))
///     }
///
/// Line ends may be LF, CRLF or CR; blank lines are skipped and reported; what is malformed is an
/// error with a position, never a row. The result does not depend on how the bytes arrive.
///
/// An error can come after good records: a loader must be ready to take them back.
public struct CSVReader: ~Copyable {
  /// How many findings of each group are kept in full unless said otherwise.
  public static let defaultDiagnosticLimit = 1000

  private let dialect: Dialect
  private let isSample: Bool
  private var text: TextStream
  private var window: ByteScanner
  private var log: DiagnosticLog
  private var header: HeaderCheck
  private var line = 1
  private var byte: Int
  private var records = 0
  private var lineEnds = [false, false, false, false]
  private var failure: CSVError?
  private var isFinished = false

  /// Opens a source and looks at its first bytes.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - dialect: how they are to be read.
  ///   - diagnosticLimit: how many findings of each group are kept in full; all are counted.
  /// - Throws: ``CSVError`` of kind `cannotRead`, `unsupportedEncoding` or `invalidDialect`.
  public init(
    _ source: ByteSource, dialect: Dialect = Dialect(),
    diagnosticLimit: Int = CSVReader.defaultDiagnosticLimit
  ) throws(CSVError) {
    try self.init(source, dialect, diagnosticLimit: diagnosticLimit, isSample: false)
  }

  /// Opens a source that may be only the first part of a file: `isSample` says that what stands
  /// unfinished at its end is to be left alone.
  init(
    _ source: ByteSource, _ dialect: Dialect, diagnosticLimit: Int, isSample: Bool
  ) throws(CSVError) {
    if let defect = dialect.defect { throw CSVError.invalidDialect(defect) }
    let text = try TextStream(source, dialect.encoding, isSample: isSample)
    byte = text.firstByte
    self.text = text
    self.dialect = dialect
    self.isSample = isSample
    window = ByteScanner(delimiter: dialect.delimiter, quote: dialect.quote)
    log = DiagnosticLog(limit: diagnosticLimit)
    header = HeaderCheck()
  }

  /// The encoding, as far as it is known.
  ///
  /// With `.auto` it is certain at the end; records given out before are right in any case.
  public var encoding: TextEncoding { text.encoding }

  /// The findings so far; many of one group are cut off at the limit.
  public var diagnostics: [Diagnostic] { log.kept }

  /// How many findings of each kind there were so far.
  public var diagnosticCounts: [Diagnostic.Kind: Int] { log.counts }

  /// The number of records given out so far.
  public var recordCount: Int { records }

  /// Reads the next record into `record`.
  ///
  /// - Returns: false at the end of the file; `record` is then as it was.
  /// - Throws: ``CSVError`` when the file is malformed; asked again, it throws the same.
  public mutating func next(_ record: inout Record) throws(CSVError) -> Bool {
    if let failure { throw failure }
    while !isFinished {
      switch window.scan() {
      case .record:
        if try take(into: &record) { return true }
      case .unfinished:
        if window.isComplete { throw fail(fault()) }
        try refill()
      case .malformed:
        throw fail(fault())
      case .end:
        finish()
      }
    }
    return false
  }

  private mutating func take(into record: inout Record) throws(CSVError) -> Bool {
    let length = window.recordEnd - window.start
    lineEnds[window.lineEnd.rawValue] = true
    if length == 0 && window.fieldCount == 1 {
      var blank = Diagnostic(.blankLine)
      blank.line = line
      log.add(blank)
      advance(window.lineEnd)
      window.skip()
      return false
    }
    if window.bareQuotes > 0 || isSuspect(length) { try inspect() }
    records += 1
    record.start = start
    record.number = records
    record.encoding = text.encoding
    record.delimiter = dialect.delimiter
    record.quote = dialect.quote
    let hidesStructure = window.hidesStructure
    window.take(into: &record)
    byte += widthInFile(record)
    if hidesStructure { line += record.innerLineEnds }
    advance(window.lineEnd)
    if dialect.header { header.look(at: record, &log) }
    return true
  }

  private mutating func advance(_ lineEnd: ByteScanner.LineEnd) {
    let unit = text.encoding.width(ofScalarWith: 1)
    switch lineEnd {
    case .none: break
    case .lf, .cr:
      line += 1
      byte += unit
    case .crlf:
      line += 1
      byte += 2 * unit
    }
  }

  private func widthInFile(_ record: Record) -> Int {
    if text.encoding == .utf8 { return record.textCount }
    var cursor = PositionCursor(
      at: Position(line: 1, column: 1, byte: 0), encoding: text.encoding)
    cursor.step(over: record.bytes.span.extracting(..<record.textCount))
    return cursor.position.byte
  }

  /// True when a record of so many bytes of text may break a rule the scanner does not know.
  private func isSuspect(_ length: Int) -> Bool {
    text.sawNUL || 2 * length > dialect.maxFieldBytes ?? .max || length > dialect.maxRecordBytes
      || window.fieldCount > Dialect.maxFields
  }

  /// Looks closely at the record just found, and logs its bare quotes.
  private mutating func inspect() throws(CSVError) {
    var examiner = examiner()
    if let error = window.withBytes(window.start..<window.recordEnd, { examiner.examine($0) }) {
      throw fail(error)
    }
    for quote in examiner.bareQuotes { log.add(quote) }
    log.addCount(window.bareQuotes - examiner.bareQuotes.count, of: .bareQuote)
    try checkRecord(length: window.recordEnd - window.start)
  }

  /// Looks for the fault in a record whose end was not found, leaving out its last few bytes.
  private func fault(without last: Int = 0) -> CSVError? {
    var examiner = examiner()
    return window.withBytes(window.start..<window.end - last) { examiner.examine($0) }
  }

  private func examiner() -> RecordExaminer {
    RecordExaminer(
      dialect, encoding: text.encoding, record: records + 1, at: start,
      isComplete: window.isComplete, quotesWanted: log.roomForStructure)
  }

  private mutating func checkRecord(length: Int) throws(CSVError) {
    let limit: String
    if length > dialect.maxRecordBytes {
      limit = "\(dialect.maxRecordBytes) bytes"
    } else if window.fieldCount > Dialect.maxFields {
      limit = "\(Dialect.maxFields) fields"
    } else {
      return
    }
    var error = CSVError(.recordTooLarge, at: start, record: records + 1)
    error.detail = "the limit is \(limit)"
    throw fail(error)
  }

  /// Where the record at the start of the window stands.
  private var start: Position { Position(line: line, column: 1, byte: byte) }

  /// Reads until the window has grown by half, so that long records cost linear time.
  private mutating func refill() throws(CSVError) {
    let before = window.count
    // Half a character has no width yet, and may turn out to be several in another encoding.
    if 2 * before > dialect.maxFieldBytes ?? .max, let fault = fault(without: text.pending) {
      throw fail(fault)
    }
    try checkRecord(length: before)
    let cursor = PositionCursor(at: start, encoding: text.encoding)
    while window.count - before <= before / 2 {
      let isMore = try fill(from: cursor, room: before / 2 + 1)
      if text.isDoomed { throw fail(nil) }
      if !isMore {
        if isSample { finish() } else { window.isComplete = true }
        return
      }
    }
  }

  private mutating func fill(from cursor: PositionCursor, room: Int) throws(CSVError) -> Bool {
    let wasUTF8 = text.fallback == nil
    do throws(CSVError) {
      let isMore = try text.fill(&window, from: cursor, room: room)
      if wasUTF8, let place = text.fallback { log.add(Diagnostic(.encodingFallback, at: place)) }
      return isMore
    } catch {
      failure = error
      throw error
    }
  }

  /// Settles which error to report, and keeps it.
  ///
  /// Which error a file has must not depend on how far it was read when the first was met, so
  /// the rest is drained for what is wrong with its encoding.
  private mutating func fail(_ fault: CSVError?) -> CSVError {
    var cursor = PositionCursor(at: start, encoding: text.encoding)
    do throws(CSVError) {
      while !text.isSettled {
        // What was read under another encoding is ASCII, which is the same in this one.
        cursor.encoding = text.encoding
        let kept = window.end - text.pending
        window.withBytes(window.start..<kept) { cursor.step(over: $0) }
        window.discard(to: kept)
        _ = try text.fill(&window, from: cursor)
      }
    } catch {
      failure = error
      return error
    }
    let error = text.verdict(otherwise: fault) ?? CSVError(.invalidEncoding, at: start)
    failure = error
    return error
  }

  private mutating func finish() {
    isFinished = true
    var kinds: [String] = []
    if lineEnds[ByteScanner.LineEnd.cr.rawValue] { kinds.append("cr") }
    if lineEnds[ByteScanner.LineEnd.crlf.rawValue] { kinds.append("crlf") }
    if lineEnds[ByteScanner.LineEnd.lf.rawValue] { kinds.append("lf") }
    guard kinds.count > 1 else { return }
    var mixed = Diagnostic(.mixedLineEndings)
    mixed.lineEndings = kinds
    log.add(mixed)
  }
}
