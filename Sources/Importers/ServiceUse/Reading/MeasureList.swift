import Evidence

/// The measures of a file in the order in which they were met.
struct MeasureList {
  private(set) var all: [Measure] = []
  private var known: Set<String> = []

  /// True where a measure of this id was defined.
  func contains(_ id: String) -> Bool { known.contains(id) }

  /// Defines a measure; the first definition of an id stays.
  mutating func define(_ measure: Measure) {
    if known.insert(measure.id).inserted { all.append(measure) }
  }
}
