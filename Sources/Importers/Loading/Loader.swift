import Evidence
import Places
import Store

/// Stores files that were read: each whole, within the caller's transaction.
public struct Loader: ~Copyable {
  private var evidence: EvidenceWriter
  private let areas: OtherAreaWriter

  /// Prepares to store.
  public init(_ connection: borrowing Connection) throws(StoreError) {
    let evidence = try EvidenceWriter(connection)
    let areas = try OtherAreaWriter(connection)
    // All or none, as a failed preparation above leaves nothing half made.
    self.evidence = evidence
    self.areas = areas
  }

  /// Stores one file with its figures, losses and notes, and returns its identifier.
  ///
  /// Measures that the catalogue names (`titles`) are defined from there, others from the file.
  public mutating func store(
    _ reading: FileReading, titles: [String: Measure] = [:]
  ) throws(StoreError) -> Int {
    let source = try evidence.write(
      reading.source, ledger: reading.extract.ledger, options: reading.options.text)
    for measure in reading.extract.measures where titles[measure.id] == nil {
      try evidence.write(measure)
    }
    for area in reading.extract.areas { try areas.write(area) }
    for observation in reading.extract.observations {
      try evidence.write(observation, source: source)
    }
    for reject in reading.extract.rejects { try evidence.write(reject, source: source) }
    for note in reading.extract.notes { try evidence.write(note, source: source) }
    return source
  }

  /// Defines measures; those that are there already stay as they are.
  public func define(_ measures: [Measure]) throws(StoreError) {
    for measure in measures { try evidence.write(measure) }
  }
}
