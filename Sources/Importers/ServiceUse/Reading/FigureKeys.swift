import Evidence
import Places

/// Which figures a file has given already, by place, period and measure.
struct FigureKeys {
  private struct Key: Hashable {
    let place: String
    let measure: String
    let start: Int32
    let months: Int32
  }

  private var seen: [Key: Int] = [:]

  /// Makes room for a number of figures.
  init(expecting figures: Int = 0) { seen.reserveCapacity(figures) }

  /// Keeps where a figure stands and returns where it stood before, or nil.
  mutating func insert(_ figure: Observation, at index: Int) -> Int? {
    let key = Key(
      place: figure.place, measure: figure.measure, start: figure.period.start.number,
      months: Int32(figure.period.months))
    // One look-up for new figures, which nearly all are.
    guard let before = seen.updateValue(index, forKey: key) else { return nil }
    seen[key] = before
    return before
  }
}
