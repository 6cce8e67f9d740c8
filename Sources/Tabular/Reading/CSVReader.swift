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
  /// One bit for each kind of line end seen.
  private var lineEnds = 0
  /// The longest record that needs no closer look; none once a NUL went by.
  private var safeLength: Int
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
    let opening = try TextOpening(source, dialect.encoding)
    self.init(opening, dialect, diagnosticLimit: diagnosticLimit, isSample: isSample)
  }

  private init(
    _ opening: TextOpening, _ dialect: Dialect, diagnosticLimit: Int, isSample: Bool
  ) {
    self.dialect = dialect
    self.isSample = isSample
    byte = opening.firstByte
    // A field takes at most two bytes of the file for each byte of text, in UTF-16.
    safeLength = min(
      (dialect.maxFieldBytes ?? .max) / 2, dialect.maxRecordBytes, Dialect.maxFields - 1)
    text = TextStream(opening, isSample: isSample)
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
  /// - Returns: false at the end of the file; `record` is then empty.
  /// - Throws: ``CSVError`` when the file is malformed; asked again, it throws the same.
  public mutating func next(_ record: inout Record) throws(CSVError) -> Bool {
    record.count = 0
    if isFinished { return try end() }
    let outcome = window.scan()
    guard outcome == .record && isOrdinary else { return try next(&record, after: outcome) }
    give(&record)
    return true
  }

  /// Goes on when the next record is not at hand, or not an ordinary one.
  ///
  /// It is kept out of the way of those that are, because its many errors take much room.
  @inline(never)
  private mutating func next(
    _ record: inout Record, after outcome: ByteScanner.Outcome
  ) throws(CSVError) -> Bool {
    var outcome = outcome
    while true {
      switch outcome {
      case .record:
        guard window.recordEnd == window.start && window.fieldCount == 1 else {
          if !isOrdinary { try inspect() }
          give(&record)
          return true
        }
        skipBlank()
      case .unfinished:
        if window.isComplete { throw fail(fault()) }
        try refill()
      case .malformed:
        throw fail(fault())
      case .end:
        finish()
      }
      if isFinished { return try end() }
      outcome = window.scan()
    }
  }

  private func end() throws(CSVError) -> Bool {
    if let failure { throw failure }
    return false
  }

  /// True when there is nothing to be said about the record just found.
  @inline(__always)
  private var isOrdinary: Bool {
    let length = window.recordEnd &- window.start
    return length > 0 && length <= safeLength && window.bareQuotes == 0
  }

  /// Takes the record just found out of the window.
  @inline(__always)
  private mutating func give(_ record: inout Record) {
    let length = window.recordEnd &- window.start
    records &+= 1
    record.line = line
    record.byte = byte
    record.number = records
    record.delimiter = dialect.delimiter
    record.quote = dialect.quote
    record.encoding = text.encoding
    window.take(into: &record)
    byte &+= text.encoding == .utf8 ? length : widthInFile(record)
    line &+= window.innerLineEnds
    advance(window.lineEnd)
    if dialect.header { header.look(at: record, &log) }
  }

  private mutating func skipBlank() {
    var blank = Diagnostic(.blankLine)
    blank.line = line
    log.add(blank)
    advance(window.lineEnd)
    window.skip()
  }

  @inline(__always)
  private mutating func advance(_ lineEnd: ByteScanner.LineEnd) {
    lineEnds |= 1 &<< lineEnd.rawValue
    let unit = text.encoding.width(ofScalarWith: 1)
    switch lineEnd {
    case .none: break
    case .lf, .cr:
      line &+= 1
      byte &+= unit
    case .crlf:
      line &+= 1
      byte &+= 2 &* unit
    }
  }

  /// How many bytes of a file that is not UTF-8 a record takes.
  @inline(never)
  private func widthInFile(_ record: Record) -> Int {
    var cursor = PositionCursor(
      at: Position(line: 1, column: 1, byte: 0), encoding: text.encoding)
    cursor.step(over: record.bytes.span.extracting(..<record.textCount))
    return cursor.position.byte
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
    var cursor = PositionCursor(at: start, encoding: text.encoding)
    while window.count - before <= before / 2 {
      // It may have come out since: what was read under another is ASCII, the same in this one.
      cursor.encoding = text.encoding
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
      if text.sawNUL { safeLength = 0 }
      return isMore
    } catch {
      throw keep(error)
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
      return keep(error)
    }
    let error = text.verdict(otherwise: fault) ?? CSVError(.invalidEncoding, at: start)
    return keep(error)
  }

  private mutating func keep(_ error: CSVError) -> CSVError {
    failure = error
    isFinished = true
    return error
  }

  private mutating func finish() {
    isFinished = true
    var kinds: [String] = []
    for (name, lineEnd) in [("cr", ByteScanner.LineEnd.cr), ("crlf", .crlf), ("lf", .lf)]
    where lineEnds & 1 << lineEnd.rawValue != 0 {
      kinds.append(name)
    }
    guard kinds.count > 1 else { return }
    var mixed = Diagnostic(.mixedLineEndings)
    mixed.lineEndings = kinds
    log.add(mixed)
  }
}
