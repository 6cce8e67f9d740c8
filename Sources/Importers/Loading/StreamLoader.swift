import Evidence
import Places
import Store

/// Stores a tidy file while it is read, within the caller's transaction.
public struct StreamLoader {
  /// What was stored.
  public struct Outcome: Sendable {
    /// The identifier of the source.
    public let source: Int
    /// What became of every row.
    public let ledger: LossLedger
    /// The periods of the figures.
    public let periods: Set<Period>
    /// The first rejects; all stand in the database.
    public let rejects: [Reject]
    /// What is worth saying.
    public let notes: [Note]
    /// The content digest of the table of observations.
    public let digest: ObservationDigest
  }

  /// How many rejects are given back.
  private static let kept = 100
  private static let columns = [
    "place", "period_start", "period_months", "measure", "value", "lower", "upper", "count",
    "denominator", "status", "source", "line", "field",
  ]

  private let file: TidyFile
  private let source: Int
  private let queue: BatchQueue
  private var batch = TidyBatch()
  private var next = 0
  private var places: [[UInt8]] = []
  private var periods: [(period: Period, start: [UInt8], isUsed: Bool)] = []
  private var measures: [[UInt8]] = []
  private var rejects: [Reject] = []

  private init(_ file: TidyFile, source: Int, digest: ObservationDigest) {
    self.file = file
    self.source = source
    queue = file.read(source: source, digest: digest)
  }

  /// Stores a file with its figures, losses and notes, as `Loader` does.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - dataset: the name of the data set.
  ///   - titles: the measures of the catalogue, which are not defined anew.
  ///   - connection: the database, within a transaction.
  ///   - isNew: asked with the first figure whether to go on.
  /// - Returns: nil, with nothing stored, where `isNew` said no.
  /// - Throws: `ImportError` where the file is refused, with nothing stored.
  public static func store(
    _ file: TidyFile, dataset: String, titles: [String: Measure],
    in connection: borrowing Connection, isNew: (Observation) throws -> Bool
  ) throws -> Outcome? {
    let digest = try ObservationDigest(connection)
    var evidence = try EvidenceWriter(connection)
    let head = Source(
      dataset: dataset, path: file.path, sha256: "", bytes: 0,
      published: file.context.options.published ?? "", layout: "tidy", isUsersOwn: true)
    let identifier = try connection.prepare("SELECT coalesce(max(id), 0) + 1 FROM source")
    _ = try identifier.step()
    var loader = StreamLoader(file, source: identifier.int(0), digest: digest)
    identifier.reset()
    defer { loader.queue.cancel() }
    do {
      return try connection.savepoint("placewise_file") {
        _ = try evidence.write(head, ledger: LossLedger(), options: file.context.options.text)
        var isChecked = false
        try connection.insert(into: "observation", columns: columns) { row in
          while loader.next == loader.batch.figures.count {
            guard loader.batch.ending == nil else { return false }
            loader.receive()
            try loader.writeRejects(&evidence)
            if !isChecked, let first = loader.firstFigure {
              guard try isNew(first) else { throw FoundBefore() }
              isChecked = true
            }
          }
          loader.fill(&row)
          return true
        }
        return try loader.finish(&evidence, titles, connection)
      }
    } catch is FoundBefore {
      return nil
    }
  }

  private struct FoundBefore: Error {}

  private var firstFigure: Observation? {
    batch.figures.first.map { figure in
      Observation(
        place: batch.places[figure.place], period: batch.periods[figure.period],
        measure: batch.measures[figure.measure], value: figure.value, line: figure.line,
        field: file.columns.observation + 1)
    }
  }

  private mutating func receive() {
    batch = queue.next()
    next = 0
    for code in batch.places { places.append(Array(code.utf8)) }
    for period in batch.periods { periods.append((period, Array(period.start.iso.utf8), false)) }
    for id in batch.measures { measures.append(Array(id.utf8)) }
  }

  private mutating func writeRejects(_ evidence: inout EvidenceWriter) throws {
    for reject in batch.rejects { try evidence.write(reject, source: source) }
    if rejects.count < Self.kept { rejects += batch.rejects.prefix(Self.kept - rejects.count) }
  }

  private mutating func fill(_ row: inout RowBuffer) {
    let figure = batch.figures[next]
    next += 1
    let place = places[figure.place]
    let start = periods[figure.period].start
    let measure = measures[figure.measure]
    row.set(text: place.span, at: 0)
    row.set(text: start.span, at: 1)
    row.set(periods[figure.period].period.months, at: 2)
    periods[figure.period].isUsed = true
    row.set(text: measure.span, at: 3)
    if let value = figure.value { row.set(value, at: 4) }
    if let lower = figure.lower { row.set(lower, at: 5) }
    if let upper = figure.upper { row.set(upper, at: 6) }
    if let count = figure.count { row.set(count, at: 7) }
    if let denominator = figure.denominator { row.set(denominator, at: 8) }
    row.set(figure.status.text, at: 9)
    row.set(source, at: 10)
    row.set(figure.line, at: 11)
    row.set(file.columns.observation + 1, at: 12)
  }

  /// Completes the source with what is known only at the end of the file.
  private func finish(
    _ evidence: inout EvidenceWriter, _ titles: [String: Measure],
    _ connection: borrowing Connection
  ) throws -> Outcome? {
    let summary: TidySummary
    switch batch.ending {
    case .finished(let found): summary = found
    case .failed(let error): throw error
    case nil: return nil
    }
    precondition(summary.ledger.balances, "a row of \(file.path) is not accounted for")
    let update = try connection.prepare(
      """
      UPDATE source SET sha256 = ?, bytes = ?, rows_read = ?, rows_loaded = ?, rows_rejected = ?,
        rows_skipped = ?, skipped = ? WHERE id = ?
      """)
    let ledger = summary.ledger
    try update.bind(summary.sha256, at: 1)
    let numbers = [summary.bytes, ledger.read, ledger.loaded, ledger.rejected, ledger.skipped]
    for (offset, number) in numbers.enumerated() { try update.bind(number, at: 2 + offset) }
    try update.bind(ledger.skippedInWords, at: 7)
    try update.bind(source, at: 8)
    try update.run()
    for measure in summary.measures where titles[measure.id] == nil { try evidence.write(measure) }
    for note in summary.notes { try evidence.write(note, source: source) }
    return Outcome(
      source: source, ledger: ledger, periods: Set(periods.filter(\.isUsed).map(\.period)),
      rejects: rejects, notes: summary.notes, digest: summary.digest)
  }
}
