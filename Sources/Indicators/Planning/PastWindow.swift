import Glibc

/// A stretch of past years and how fast a value moved in it.
public struct PastWindow: Hashable, Sendable {
  /// How change is told.
  public enum Scale: Hashable, Sendable {
    /// In the unit of the value, a year: shares and scores.
    case points
    /// In per cent of the value, a year, compounded: rates and money.
    case relative
  }

  /// The first year.
  public let first: Int
  /// The last year.
  public let last: Int
  /// The change a year.
  public let change: Double

  /// The change a year between two values some years apart; nil where a percentage says nothing.
  public static func change(
    from first: Double, to last: Double, years: Int, _ scale: Scale
  ) -> Double? {
    guard years > 0 else { return nil }
    switch scale {
    case .points: return (last - first) / Double(years)
    case .relative:
      guard first > 0, last > 0 else { return nil }
      return (pow(last / first, 1 / Double(years)) - 1) * 100
    }
  }

  /// The value after some years of a change.
  public static func value(
    from first: Double, change: Double, years: Int, _ scale: Scale
  ) -> Double {
    switch scale {
    case .points: first + change * Double(years)
    case .relative: first * pow(1 + change / 100, Double(years))
    }
  }

  /// A window of a series, or nil where a year is missing or the count changed within it.
  init?(_ series: PlanSeries, to last: Int, years: Int, _ scale: Scale) {
    let first = last - years
    guard years >= series.pooled, series.isJoined(first, last), let before = series.value(first),
      let after = series.value(last),
      let change = Self.change(from: before, to: after, years: years, scale)
    else { return nil }
    self.first = first
    self.last = last
    self.change = change
  }

  /// The windows that share no year but their ends, from the latest year back.
  static func apart(_ series: PlanSeries, years: Int, _ scale: Scale) -> [PastWindow] {
    var found: [PastWindow] = []
    for point in series.points.reversed() {
      if let next = found.last, point.year > next.first { continue }
      if let window = PastWindow(series, to: point.year, years: years, scale) {
        found.append(window)
      }
    }
    return found
  }

  /// Every window, from the earliest on.
  static func every(_ series: PlanSeries, years: Int, _ scale: Scale) -> [PastWindow] {
    series.points.compactMap { PastWindow(series, to: $0.year, years: years, scale) }
  }
}
