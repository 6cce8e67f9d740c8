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

  /// Keeps where a figure stands and returns where it stood before, or nil.
  mutating func insert(_ figure: Observation, at index: Int) -> Int? {
    let key = Key(
      place: figure.place, measure: figure.measure, start: figure.period.start.number,
      months: Int32(figure.period.months))
    if let before = seen[key] { return before }
    seen[key] = index
    return nil
  }
}
