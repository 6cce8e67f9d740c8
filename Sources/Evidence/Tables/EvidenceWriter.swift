import Store

/// Writes sources with their figures, losses and notes.
///
/// Use it within a transaction: a source is there whole or not at all.
public struct EvidenceWriter: ~Copyable {
  private let source: Statement
  private var observation: BulkInsert
  private var reject: BulkInsert
  private var note: BulkInsert
  private let measure: Statement
  private let nextIdentifier: Statement

  /// Prepares to write.
  public init(_ connection: borrowing Connection) throws(StoreError) {
    let source = try connection.prepare(
      """
      INSERT INTO source (id, dataset, path, sha256, bytes, publisher, title, licence, url,
        published, layout, options, origin, rows_read, rows_loaded, rows_rejected, rows_skipped,
        skipped, vintage)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let observation = try BulkInsert(
      connection, table: "observation",
      columns: [
        "place", "period_start", "period_months", "measure", "value", "lower", "upper", "count",
        "denominator", "status", "source", "line", "field",
      ])
    let reject = try BulkInsert(
      connection, table: "reject", columns: ["source", "line", "field", "reason", "raw"])
    let note = try BulkInsert(connection, table: "note", columns: ["source", "line", "text"])
    let measure = try connection.prepare(
      "INSERT OR IGNORE INTO measure VALUES (?, ?, ?, ?, ?, ?, ?)")
    let nextIdentifier = try connection.prepare("SELECT coalesce(max(id), 0) + 1 FROM source")
    // All or none: a failed preparation above leaves nothing half made.
    self.source = source
    self.observation = observation
    self.reject = reject
    self.note = note
    self.measure = measure
    self.nextIdentifier = nextIdentifier
  }

  /// Writes a source and its ledger, and returns its identifier.
  public func write(
    _ file: Source, ledger: LossLedger, options: String = ""
  ) throws(StoreError) -> Int {
    precondition(ledger.balances, "a row of \(file.path) is not accounted for")
    _ = try nextIdentifier.step()
    let id = nextIdentifier.int(0)
    nextIdentifier.reset()
    let texts = [
      file.publisher, file.title, file.licence, file.url, file.published, file.layout, options,
      file.isUsersOwn ? "user" : "dataset",
    ]
    try source.bind(id, at: 1)
    try source.bind(file.dataset, at: 2)
    try source.bind(file.path, at: 3)
    try source.bind(file.sha256, at: 4)
    try source.bind(file.bytes, at: 5)
    for (offset, text) in texts.enumerated() { try source.bind(text, at: 6 + offset) }
    try source.bind(ledger.read, at: 14)
    try source.bind(ledger.loaded, at: 15)
    try source.bind(ledger.rejected, at: 16)
    try source.bind(ledger.skipped, at: 17)
    try source.bind(ledger.skippedInWords, at: 18)
    try source.bind(file.published, at: 19)
    try source.run()
    return id
  }

  /// Completes a source with what is known only at the end of its file.
  public func complete(
    _ id: Int, sha256: String, bytes: Int, ledger: LossLedger, _ connection: borrowing Connection
  ) throws(StoreError) {
    precondition(ledger.balances, "a row of source \(id) is not accounted for")
    let update = try connection.prepare(
      """
      UPDATE source SET sha256 = ?, bytes = ?, rows_read = ?, rows_loaded = ?, rows_rejected = ?,
        rows_skipped = ?, skipped = ? WHERE id = ?
      """)
    try update.bind(sha256, at: 1)
    let numbers = [bytes, ledger.read, ledger.loaded, ledger.rejected, ledger.skipped]
    for (offset, number) in numbers.enumerated() { try update.bind(number, at: 2 + offset) }
    try update.bind(ledger.skippedInWords, at: 7)
    try update.bind(id, at: 8)
    try update.run()
  }

  /// Writes one figure of a source.
  public mutating func write(_ figure: Observation, source: Int) throws(StoreError) {
    observation.set(figure.place, at: 0)
    observation.set(figure.period.start.iso, at: 1)
    observation.set(figure.period.months, at: 2)
    observation.set(figure.measure, at: 3)
    if let value = figure.value { observation.set(value, at: 4) }
    if let lower = figure.lower { observation.set(lower, at: 5) }
    if let upper = figure.upper { observation.set(upper, at: 6) }
    if let count = figure.count { observation.set(count, at: 7) }
    if let denominator = figure.denominator { observation.set(denominator, at: 8) }
    observation.set(figure.status.text, at: 9)
    observation.set(source, at: 10)
    observation.set(figure.line, at: 11)
    observation.set(figure.field, at: 12)
    try observation.insert()
  }

  /// Writes a refused row or cell of a source.
  public mutating func write(_ refused: Reject, source: Int) throws(StoreError) {
    reject.set(source, at: 0)
    reject.set(refused.line, at: 1)
    reject.set(refused.field, at: 2)
    reject.set(refused.reason, at: 3)
    reject.set(refused.raw, at: 4)
    try reject.insert()
  }

  /// Writes a note on a source.
  public mutating func write(_ said: Note, source: Int) throws(StoreError) {
    note.set(source, at: 0)
    note.set(said.line, at: 1)
    note.set(said.text, at: 2)
    try note.insert()
  }

  /// Writes a measure; one that is there already stays as it is.
  public func write(_ defined: Measure) throws(StoreError) {
    try measure.bind(defined.id, at: 1)
    try measure.bind(defined.title, at: 2)
    try measure.bind(defined.unit.rawValue, at: 3)
    try measure.bind(defined.kind.rawValue, at: 4)
    try measure.bind(defined.tier, at: 5)
    try measure.bind(defined.polarity.rawValue, at: 6)
    try measure.bind(defined.service, at: 7)
    try measure.run()
  }
}
