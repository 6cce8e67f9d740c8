import Evidence
import Places
import Synchronization

/// Notes every figure that a formula reads, for an explanation; a run of the catalogue has none.
public final class LineageRecorder: Sendable {
  private let found = Mutex<[LineageRead]>([])

  /// Makes an empty one.
  public init() {}

  func note(_ read: LineageRead) {
    found.withLock { reads in
      if !reads.contains(read) { reads.append(read) }
    }
  }

  /// What was read, in order, each once.
  public var reads: [LineageRead] { found.withLock { $0 } }
}

/// A figure that a formula looked for, and found or not.
public struct LineageRead: Hashable, Sendable {
  /// The measure.
  public let measure: String
  /// The place's code.
  public let place: String
  /// The period.
  public let period: Period
  /// What was found; nil where no source says anything.
  public let figure: Figure?
}
