import Evidence
import Store

/// Stores a file of payments while it is read, within the caller's transaction.
public struct PaymentStream {
  /// What was stored.
  public struct Outcome: Sendable {
    /// The identifier of the source.
    public let source: Int
    /// What became of every row.
    public let ledger: LossLedger
    /// What the payments add up to.
    public let summary: PaymentSummary
    /// The first rejects; all stand in the database.
    public let rejects: [Reject]
    /// What is worth saying.
    public let notes: [Note]
  }

  /// How many rejects are given back.
  private static let kept = 100

  /// Stores a file with its payments, losses and notes.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - dataset: the name of the data set.
  ///   - options: what the user said of the file.
  ///   - connection: the database, within a transaction.
  /// - Returns: nil, with nothing stored, where the same payments are there already.
  /// - Throws: `ImportError` where the file is refused, with nothing stored.
  public static func store(
    _ file: PaymentFile, dataset: String, options: ImportOptions,
    in connection: borrowing Connection
  ) throws -> Outcome? {
    var evidence = try EvidenceWriter(connection)
    let head = Source(
      dataset: dataset, path: file.path, sha256: "", bytes: 0,
      published: options.published ?? "", layout: PaymentsLayout().id, isUsersOwn: true)
    let stage = try Stage(for: "payment", expecting: file.bytes / 2, in: connection)
    do {
      return try connection.savepoint("placewise_payments") {
        let source = try evidence.write(head, ledger: LossLedger(), options: options.text)
        let tables = try PaymentTables(connection, source: source)
        let ahead = PaymentsAhead(file, tables, stage.writer)
        defer { ahead.cancel() }
        var rejects: [Reject] = []
        while true {
          let next = ahead.next()
          try PaymentNames.write(next.names, connection)
          for reject in next.rejects { try evidence.write(reject, source: source) }
          if rejects.count < kept { rejects += next.rejects.prefix(kept - rejects.count) }
          for piece in next.pieces { try stage.store(piece, in: connection) }
          switch next.ending {
          case .finished(let end):
            if try PaymentLoader.twin(of: end.summary, in: connection) != nil { throw FoundTwin() }
            try finish(end, source, &evidence, connection)
            return Outcome(
              source: source, ledger: end.ledger, summary: end.summary, rejects: rejects,
              notes: end.notes)
          case .failed(let error): throw error
          case nil: continue
          }
        }
      }
    } catch is FoundTwin {
      return nil
    }
  }

  private struct FoundTwin: Error {}

  /// Completes the source with what is known only at the end of the file.
  private static func finish(
    _ end: PaymentEnd, _ source: Int, _ evidence: inout EvidenceWriter,
    _ connection: borrowing Connection
  ) throws {
    try evidence.complete(
      source, sha256: end.sha256, bytes: end.bytes, ledger: end.ledger, connection)
    for note in end.notes { try evidence.write(note, source: source) }
    try PaymentLoader.write(end.summary, source: source, in: connection)
  }
}
