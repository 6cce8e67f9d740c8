import Evidence

/// Finds a year's figure that leaps away from England's path and comes back the year after.
///
/// Real spending seldom does; a return filled in under another heading does. The figure is kept,
/// marked `u` and left out of comparisons.
struct SpikeTest {
  /// A leap is this many times England's change, up or down, and back again.
  static let factor = 1.4
  /// Smaller sums leap for reasons of their own: £3 million.
  static let smallest = 3e6

  /// Marks spikes in the series of an indicator that is of money.
  func mark(_ all: inout [[IndicatorValue]], of indicator: Indicator) {
    guard indicator.isMoney, !indicator.service.isEmpty,
      let england = all.first(where: { $0.first?.place == NationalComparison.england }),
      england.count >= 3
    else { return }
    var path: [Period: Double] = [:]
    for value in england { path[value.period] = value.value }
    for position in all.indices {
      for index in spikes(all[position], path) {
        all[position][index].status.insert(.unreliable)
        let found = "far from the years on both sides of it, unlike England"
        let note = all[position][index].note
        all[position][index].note = note.isEmpty ? found : "\(note); \(found)"
      }
    }
  }

  private func spikes(_ series: [IndicatorValue], _ path: [Period: Double]) -> [Int] {
    guard series.count >= 3 else { return [] }
    return series.indices.dropFirst().dropLast().filter { index in
      let before = series[index - 1]
      let here = series[index]
      let after = series[index + 1]
      guard before.period.shifted(years: 1) == here.period,
        here.period.shifted(years: 1) == after.period,
        let up = step(before, here, path), let down = step(here, after, path),
        isLarge(before, here, after)
      else { return false }
      return up > Self.factor && down < 1 / Self.factor
        || up < 1 / Self.factor && down > Self.factor
    }
  }

  /// The change from one year to the next as a multiple of England's.
  private func step(
    _ before: IndicatorValue, _ after: IndicatorValue, _ path: [Period: Double]
  ) -> Double? {
    guard let first = before.value, let second = after.value, first > 0, second > 0,
      let nation = path[before.period], let next = path[after.period], nation > 0, next > 0
    else { return nil }
    return (second / first) / (next / nation)
  }

  private func isLarge(_ values: IndicatorValue...) -> Bool {
    let sums = values.compactMap { $0.count ?? $0.value }
    guard let most = sums.max(), let least = sums.min() else { return false }
    return most - least > Self.smallest
  }
}
