import Evidence

/// One figure on its way from the file to the database; texts are numbers of a list.
struct TidyFigure: Sendable {
  var place: Int
  var period: Int
  var measure: Int
  var status: Status
  var line: Int
  var value: Double?
  var lower: Double?
  var upper: Double?
  var count: Double?
  var denominator: Double?
}

/// A run of figures with what is new since the run before.
struct TidyBatch: Sendable {
  /// How many figures go together.
  static let size = 2048

  var figures: [TidyFigure] = []
  /// Codes of places that the figures' numbers mean, after those of earlier batches.
  var places: [String] = []
  /// Periods, likewise.
  var periods: [Period] = []
  /// Ids of measures, likewise.
  var measures: [String] = []
  var rejects: [Reject] = []
  /// Stands in the last batch only.
  var ending: Ending?

  /// How the file ended.
  enum Ending: Sendable {
    /// With its last row.
    case finished(TidySummary)
    /// With a fault, of which the file is refused.
    case failed(ImportError)
  }
}

/// What is known of a file when its last row was read.
struct TidySummary: Sendable {
  var ledger: LossLedger
  var measures: [Measure]
  var notes: [Note]
  /// SHA-256 of the bytes, in hexadecimal.
  var sha256: String
  var bytes: Int
  /// The table of observations once all figures stand in it.
  var digest: ObservationDigest
}
