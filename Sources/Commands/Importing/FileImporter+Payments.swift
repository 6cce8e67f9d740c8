import Evidence
import Importers
import Store

extension FileImporter {
  /// Reads and stores a large file of payments row by row; nil where it must be read whole.
  func loadPayments(
    _ path: String, _ connection: borrowing Connection, _ onRead: (@Sendable (Int) -> Void)?
  ) throws -> ImportedFile? {
    guard path != "-",
      var file = PaymentFile(
        path, register: inputs.register, options: reading.options, dialect: reading.namedDialect)
    else { return nil }
    file.onRead = onRead
    if try hasFile(of: file.bytes, connection), let sha256 = file.sha256(),
      let source = try known(sha256, connection)
    {
      return ImportedFile(path: path, source: source, fate: .already)
    }
    let stored = try connection.savepoint("placewise_strict") { () throws in
      let found = try PaymentStream.store(
        file, dataset: Self.name(of: path), options: reading.options, in: connection)
      if isStrict, let found, let reject = found.rejects.first {
        throw Self.refusal(path, reject, of: found.ledger.rejected)
      }
      return found
    }
    guard let stored else { return nil }
    var outcome = ImportedFile(path: path, source: stored.source, fate: .loaded)
    outcome.layout = PaymentsLayout().id
    outcome.describe(stored.summary, isStored: true)
    outcome.ledger = stored.ledger
    outcome.rejects = stored.rejects
    outcome.rejectCount = stored.ledger.rejected
    outcome.notes = stored.notes
    return outcome
  }

  /// Stores payments, unless another file brought the same ones.
  func store(
    _ reading: FileReading, _ payments: PaymentExtract, _ connection: borrowing Connection
  ) throws -> ImportedFile {
    var found = reading
    var fate = ImportedFile.Fate.loaded
    let twin = try PaymentLoader.twin(of: payments.summary, in: connection)
    if let twin, let other = try Release.named(twin, connection) {
      fate = .verified(other.name)
      Release.leaveToVerify(&found, other)
    }
    var loader = try Loader(connection)
    let source = try loader.store(found, titles: inputs.titles)
    if twin == nil { try PaymentLoader.store(payments, source: source, in: connection) }
    var outcome = ImportedFile(path: found.source.path, source: source, fate: fate)
    outcome.layout = found.source.layout
    outcome.describe(payments.summary, isStored: twin == nil)
    outcome.ledger = found.extract.ledger
    outcome.rejects = found.extract.rejects
    outcome.notes = found.extract.notes
    return outcome
  }
}

extension ImportedFile {
  /// Says what payments add up to.
  mutating func describe(_ summary: PaymentSummary, isStored: Bool) {
    periods =
      summary.first == summary.last ? summary.first : "\(summary.first) to \(summary.last)"
    let count = isStored ? summary.rows : 0
    let sum = Money(pence: isStored ? summary.pence : 0).pounds
    content = "\(Plural.of(count, "payment")), £\(sum), \(summary.basis.words)"
  }
}
