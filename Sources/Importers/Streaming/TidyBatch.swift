import Evidence
import Store

/// What was read of a file since the batch before.
struct TidyBatch: Sendable {
  /// Figures that are ready to be stored.
  var piece: StagedPiece?
  /// The first figure of the file, in one batch only and before all pieces.
  var first: Observation?
  var rejects: [Reject] = []
  /// Stands in the last batch only.
  var ending: Ending?

  /// How the file ended.
  enum Ending: Sendable {
    /// With its last row.
    case finished(TidySummary)
    /// With a fault: an `ImportError` where the file is refused, a `StoreError` of the disk.
    case failed(any Error)
  }
}

/// What is known of a file when its last row was read.
struct TidySummary: Sendable {
  var ledger: LossLedger
  var measures: [Measure]
  /// The periods of the figures.
  var periods: Set<Period>
  var notes: [Note]
  /// SHA-256 of the bytes, in hexadecimal.
  var sha256: String
  var bytes: Int
  /// The table of observations once all figures stand in it.
  var digest: ContentDigest?
}
