import Evidence
import Importers
import Store

extension FileImporter {
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
