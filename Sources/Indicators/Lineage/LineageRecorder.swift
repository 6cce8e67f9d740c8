import Evidence
import Places
import Synchronization

/// Notes every figure that a formula reads, for an explanation; a run of the catalogue has none.
public final class LineageRecorder: Sendable {
  private struct Found {
    var reads: [LineageRead] = []
    var seen: Set<LineageRead> = []
  }

  private let found = Mutex(Found())
  private let watched: Set<LineageKey>?
  /// Which columns and which places of a cube matter, so that nothing is hashed for the others.
  private let columns: [Bool]
  private let slots: [Bool]
  private let isComputed: [Bool]

  /// Makes an empty one for everything that is read.
  public init() {
    watched = nil
    columns = []
    slots = []
    isComputed = []
  }

  /// Makes an empty one for some figures of a cube, and for what is computed from pay.
  init(watching keys: Set<LineageKey>, in cube: FigureCube) {
    watched = keys
    let measures = Set(keys.map(\.measure))
    let places = Set(keys.map(\.place))
    // What is computed from pay stands for the published figures behind it.
    columns = cube.columns.map {
      measures.contains($0.measure)
        || $0.measure.hasPrefix("sick_pay.") && PayLineage.isComputed($0.measure)
    }
    slots = cube.places.map { places.contains($0.code) }
    isComputed = cube.columns.map { PayLineage.isComputed($0.measure) }
  }

  /// True where a read of a column and a place is worth noting.
  func isWatching(_ column: Int, _ slot: Int) -> Bool {
    watched == nil || columns[column] && (slots[slot] || isComputed[column])
  }

  func note(_ read: LineageRead) {
    if let watched, !watched.contains(read.key) {
      guard read.measure.hasPrefix("sick_pay."), PayLineage.isComputed(read.measure) else { return }
    }
    found.withLock { found in
      if found.seen.insert(read).inserted { found.reads.append(read) }
    }
  }

  /// What was read, in order, each once.
  public var reads: [LineageRead] { found.withLock { $0.reads } }

  /// What was read since the last time, in order, each once.
  func take() -> [LineageRead] {
    found.withLock { found in
      let reads = found.reads
      if !reads.isEmpty { found = Found() }
      return reads
    }
  }
}

/// Which figure of the evidence is meant.
public struct LineageKey: Hashable, Sendable {
  /// The measure.
  public let measure: String
  /// The place's code.
  public let place: String
  /// The period.
  public let period: Period

  /// Names a figure.
  public init(measure: String, place: String, period: Period) {
    self.measure = measure
    self.place = place
    self.period = period
  }
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

  /// Which figure it is.
  public var key: LineageKey { LineageKey(measure: measure, place: place, period: period) }
}
