/// A yearly series to be projected.
public struct ProjectionSeries: Sendable, Hashable {
  /// One value per year, oldest first; nil where a year is missing.
  public let values: [Double?]
  /// The index of the first value after the last break; what comes before is not used.
  public let usableFrom: Int
  /// Where values can lie.
  public let bounds: ProjectionBounds

  /// A series and from where it can be used.
  public init(_ values: [Double?], usableFrom: Int = 0, bounds: ProjectionBounds = .none) {
    self.values = values
    self.usableFrom = usableFrom
    self.bounds = bounds
  }

  /// The values that can be used: from the break, or from after the last missing year, on.
  ///
  /// - Throws: a `Blank` when the latest year is missing, a value is not finite or outside the
  ///   bounds, or fewer than `Projection.fewestPoints` are left.
  func usable() throws(Blank) -> (start: Int, run: [Double]) {
    let first = max(0, min(usableFrom, values.count))
    guard let last = values.last else {
      throw .tooFew(.value, needed: Projection.fewestPoints, found: 0)
    }
    guard last != nil else { throw .refused("the latest year has no value to start from") }
    let gap = values.lastIndex { $0 == nil }
    let start = max(first, gap.map { $0 + 1 } ?? 0)
    var run: [Double] = []
    for index in start..<max(start, values.count) {
      guard let value = values[index] else { continue }
      guard value.isFinite, abs(value) < 1e100 else {
        throw .entry(index + 1, .notFinite(.value))
      }
      guard bounds.contains(value) else {
        throw .entry(
          index + 1,
          .outside(.value, (bounds.lower ?? -1e100)...(bounds.upper ?? 1e100)))
      }
      run.append(value)
    }
    guard run.count >= Projection.fewestPoints else {
      throw .tooFew(.value, needed: Projection.fewestPoints, found: run.count)
    }
    return (start, run)
  }
}
