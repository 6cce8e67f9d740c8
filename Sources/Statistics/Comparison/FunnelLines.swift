import Glibc

/// The curves of a funnel plot: an axis of 100 places and the limits at each.
///
/// The axis ends at 1.05 times the largest area and, when the smallest is more than half of the
/// largest, starts at 0.95 times that, both rounded outwards to the second digit of the larger;
/// otherwise it starts at 1. Places are whole numbers at equal proportions, at least 1 apart.
public struct FunnelLines: Sendable, Hashable {
  /// Where on the axis: denominators of a proportion, observed events of a ratio or rate.
  public let places: [Double]
  /// The average that the curves close in on: 1 for ratios.
  public let average: Double
  /// The limits at each place, on the scale of the average.
  public let limits: [FunnelLimits]

  /// Curves of a proportion, on an axis of denominators.
  ///
  /// - Throws: a `Blank` as `FunnelSignificance.ofProportions` does.
  public static func ofProportions(
    counts: [Double?], denominators: [Double?]
  ) throws(Blank) -> FunnelLines {
    let x = try Check.all(counts, .count, above: false)
    let n = try Check.all(denominators, .denominator, above: true)
    try Check.same(x.count, n.count, .count, .denominator)
    let average = x.reduce(0, +) / n.reduce(0, +)
    let axis = try axis(of: n)
    return try FunnelLines(places: places(from: axis.lower, to: axis.upper), average) {
      n throws(Blank) in
      try FunnelLimits.ofProportion(average: average, denominator: n)
    }
  }

  /// Curves of observed over expected events, as multiples of 1, on an axis of observed events.
  ///
  /// - Throws: a `Blank` for expected events that are missing, not finite or not above 0.
  public static func ofRatios(expected: [Double?]) throws(Blank) -> FunnelLines {
    let axis = try axis(of: try Check.all(expected, .expected, above: true))
    // The events at the end of the axis scatter: the curves go one step short of it.
    return try FunnelLines(
      places: places(from: axis.lower, to: axis.upper, steps: 100), 1, FunnelLimits.ofCount)
  }

  /// Curves of a rate, on an axis of observed events, from populations per year and years.
  ///
  /// - Throws: a `Blank` for a population that is not above 0 or an average of 0.
  public static func ofRates(
    average: Double?, multiplier: Double, populations: [Double?], years: Double = 1
  ) throws(Blank) -> FunnelLines {
    let rate = try Check.positive(average, .average)
    let base = try Check.positive(multiplier, .multiplier)
    let span = try Check.positive(years, .years)
    let people = try Check.all(populations, .population, above: true).map { $0 / span }
    let axis = try axis(of: people)
    let events = rate / base * span
    let first = max(1, (axis.lower * events).rounded(.down))
    let last = (axis.upper * events).rounded(.up)
    return try FunnelLines(
      places: places(from: axis.lower > 1 ? first : 1, to: last), rate, FunnelLimits.ofCount)
  }

  private init(
    places: [Double], _ average: Double, _ limits: (Double) throws(Blank) -> FunnelLimits
  ) throws(Blank) {
    guard average.isFinite else { throw .notFinite(.average) }
    var found: [FunnelLimits] = []
    for place in places { found.append(try limits(place)) }
    self.places = places
    self.average = average
    self.limits = found
  }

  private static func axis(of sizes: [Double]) throws(Blank) -> Interval {
    guard let least = sizes.min(), let most = sizes.max(), most < 1e15 else {
      throw .tooFew(.denominator, needed: 1, found: sizes.count)
    }
    // Both ends are rounded to the second digit of the larger.
    let unit = pow(10, max(0, log10(1.05 * most).rounded(.down) - 1))
    let end = (1.05 * most / unit).rounded(.up) * unit
    let start = least > most / 2 ? max(1, (0.95 * least / unit).rounded(.down) * unit) : 1
    return Interval(lower: start, upper: max(end, start + 1))
  }

  /// 100 places, each the whole number nearest to an equal share of the way that is left.
  private static func places(from start: Double, to end: Double, steps: Int = 99) -> [Double] {
    var places = [start]
    for done in 0..<99 {
      let here = places[done]
      let next = (here * pow(end / here, 1 / Double(steps - done))).rounded(
        .toNearestOrAwayFromZero)
      places.append(max(next, here + 1))
    }
    return places
  }
}
