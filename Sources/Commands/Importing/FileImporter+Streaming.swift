import Evidence
import Importers
import Store

extension FileImporter {
  /// Reads and stores a large tidy file row by row; nil where it must be read whole.
  ///
  /// That is so for every other file, for one whose place is named, and for one that brings figures of which some are there
  /// already: the two releases are then compared.
  func loadStreaming(
    _ path: String, _ connection: borrowing Connection, _ onRead: (@Sendable (Int) -> Void)?
  ) throws -> ImportedFile? {
    guard path != "-", reading.options.place == nil,
      var file = TidyFile(
        path, register: inputs.register, breaks: inputs.breaks, options: reading.options,
        dialect: reading.namedDialect)
    else { return nil }
    file.onRead = onRead
    if try hasFile(of: file.bytes, connection), let sha256 = file.sha256(),
      let source = try known(sha256, connection)
    {
      return ImportedFile(path: path, source: source, fate: .already)
    }
    let stored = try connection.savepoint("placewise_strict") { () throws in
      let found = try StreamLoader.store(
        file, dataset: Self.name(of: path), titles: inputs.titles, in: connection
      ) { first in try ReleaseCheck.candidates(first, connection, ranges).isEmpty }
      if isStrict, let found, let reject = found.rejects.first {
        throw Self.refusal(path, reject, of: found.ledger.rejected)
      }
      return found
    }
    guard let stored else { return nil }
    try ranges.addStreamed(stored.ledger.loaded, connection)
    var outcome = ImportedFile(path: path, source: stored.source, fate: .loaded)
    outcome.layout = "tidy"
    outcome.periods = Self.label(stored.periods)
    outcome.figures = stored.ledger.loaded
    outcome.ledger = stored.ledger
    outcome.rejects = stored.rejects
    outcome.rejectCount = stored.ledger.rejected
    outcome.notes = stored.notes
    outcome.digest = stored.digest
    return outcome
  }

  /// True where a file of so many bytes is there, which may be the same.
  func hasFile(of bytes: Int, _ connection: borrowing Connection) throws -> Bool {
    let statement = try connection.prepare("SELECT 1 FROM source WHERE bytes = ? LIMIT 1")
    try statement.bind(bytes, at: 1)
    return try statement.step()
  }
}
