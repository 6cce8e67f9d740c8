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
    public let digest: ContentDigest?
  }

  /// How many rejects are given back.
  private static let kept = 100

  private let file: TidyFile
  private let source: Int
  private var rejects: [Reject] = []

  private init(_ file: TidyFile, source: Int) {
    self.file = file
    self.source = source
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
    let digest = try RunningDigest(of: "observation", in: connection)
    var evidence = try EvidenceWriter(connection)
    let head = Source(
      dataset: dataset, path: file.path, sha256: "", bytes: 0,
      published: file.context.options.published ?? "", layout: "tidy", isUsersOwn: true)
    let identifier = try connection.prepare("SELECT coalesce(max(id), 0) + 1 FROM source")
    _ = try identifier.step()
    var loader = StreamLoader(file, source: identifier.int(0))
    identifier.reset()
    let stage = try Stage(
      for: "observation", expecting: file.bytes, digest: digest, in: connection)
    do {
      return try connection.savepoint("placewise_file") {
        _ = try evidence.write(head, ledger: LossLedger(), options: file.context.options.text)
        let queue = file.read(source: loader.source, into: stage.writer)
        defer { queue.cancel() }
        while true {
          let batch = queue.next()
          try loader.writeRejects(of: batch, &evidence)
          if let first = batch.first, try !isNew(first) { throw FoundBefore() }
          if let piece = batch.piece { try stage.store(piece, in: connection) }
          switch batch.ending {
          case .finished(let summary):
            return try loader.finish(summary, &evidence, titles, connection)
          case .failed(let error): throw error
          case nil: continue
          }
        }
      }
    } catch is FoundBefore {
      return nil
    }
  }

  private struct FoundBefore: Error {}

  private mutating func writeRejects(
    of batch: TidyBatch, _ evidence: inout EvidenceWriter
  ) throws {
    for reject in batch.rejects { try evidence.write(reject, source: source) }
    if rejects.count < Self.kept { rejects += batch.rejects.prefix(Self.kept - rejects.count) }
  }

  /// Completes the source with what is known only at the end of the file.
  private func finish(
    _ summary: TidySummary, _ evidence: inout EvidenceWriter, _ titles: [String: Measure],
    _ connection: borrowing Connection
  ) throws -> Outcome {
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
      source: source, ledger: ledger, periods: summary.periods, rejects: rejects,
      notes: summary.notes, digest: summary.digest)
  }
}
