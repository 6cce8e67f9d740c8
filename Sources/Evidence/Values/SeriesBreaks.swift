/// Where the definition of a measure changed, so that figures on both sides do not compare.
public struct SeriesBreaks: Sendable {
  /// One change of definition.
  public struct Row: Hashable, Sendable {
    /// A measure's id, or the start of ids ending in `*`.
    public let measure: String
    /// The first period under the new definition.
    public let period: Period
    /// What changed, in a sentence.
    public let reason: String

    /// Makes a row.
    public init(measure: String, period: Period, reason: String) {
      self.measure = measure
      self.period = period
      self.reason = reason
    }
  }

  /// All changes, in the order of the catalogue.
  public let rows: [Row]
  private let exact: [String: [Row]]
  private let prefixes: [(String, Row)]

  /// Makes a list of breaks.
  public init(_ rows: [Row]) {
    self.rows = rows
    exact = Dictionary(grouping: rows.filter { !$0.measure.hasSuffix("*") }, by: \.measure)
    prefixes = rows.filter { $0.measure.hasSuffix("*") }
      .map { (String($0.measure.dropLast()), $0) }
  }

  /// The breaks of one measure, in order of period.
  public func breaks(of measure: String) -> [Row] {
    var found = exact[measure] ?? []
    for (prefix, row) in prefixes where measure.hasPrefix(prefix) { found.append(row) }
    return found.sorted { $0.period < $1.period }
  }

  /// Marks the observations of the first period under a new definition.
  public func mark(_ observations: inout [Observation]) {
    guard !rows.isEmpty else { return }
    var known: [String: [Row]] = [:]
    // Few periods have a break; no measure is looked up for the others.
    var periods: [Period] = []
    for row in rows where !periods.contains(row.period) { periods.append(row.period) }
    for index in observations.indices where periods.contains(observations[index].period) {
      let measure = observations[index].measure
      let found = known[measure] ?? breaks(of: measure)
      if known[measure] == nil { known[measure] = found }
      for row in found where row.period == observations[index].period {
        observations[index].status.insert(.seriesBreak)
      }
    }
  }
}
