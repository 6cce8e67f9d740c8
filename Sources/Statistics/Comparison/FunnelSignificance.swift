/// Whether an area lies outside the control limits of a funnel plot.
public enum FunnelSignificance: String, Sendable, Hashable, CaseIterable {
  case high998 = "High (0.001)"
  case high95 = "High (0.025)"
  case within = "Not significant"
  case low95 = "Low (0.025)"
  case low998 = "Low (0.001)"

  /// Proportions against their pooled average: outside `FunnelLimits.ofProportion` at their n.
  ///
  /// Areas that cannot be used are left out of the average and carry their reason.
  public static func ofProportions(
    counts: [Double?], denominators: [Double?]
  ) throws(Blank) -> [Result<FunnelSignificance, Blank>] {
    try Check.same(counts.count, denominators.count, .count, .denominator)
    let areas = zip(counts, denominators).map { count, denominator in
      Result { () throws(Blank) -> (x: Double, n: Double) in
        let x = try Check.notNegative(count, .count)
        let n = try Check.positive(denominator, .denominator)
        guard x <= n else { throw .exceeds(.count, .denominator) }
        return (x, n)
      }
    }
    let average = try pooled(areas)
    return areas.map { area in
      area.flatMap { area in
        Result { () throws(Blank) -> FunnelSignificance in
          let limits = try FunnelLimits.ofProportion(average: average, denominator: area.n)
          return judge(area.x / area.n, limits.inner, limits.outer)
        }
      }
    }
  }

  /// Observed against expected events: 1 outside the area's own limits of O over E.
  public static func ofRatios(
    observed: [Double?], expected: [Double?]
  ) throws(Blank) -> [Result<FunnelSignificance, Blank>] {
    try Check.same(observed.count, expected.count, .count, .expected)
    return zip(observed, expected).map { observed, expected in
      Result { () throws(Blank) -> FunnelSignificance in
        let x = try Check.notNegative(observed, .count)
        return byCount(x, expected: try Check.positive(expected, .expected))
      }
    }
  }

  /// Crude rates against their pooled rate: that rate outside the area's own limits.
  public static func ofRates(
    counts: [Double?], denominators: [Double?]
  ) throws(Blank) -> [Result<FunnelSignificance, Blank>] {
    try Check.same(counts.count, denominators.count, .count, .denominator)
    let areas = zip(counts, denominators).map { count, denominator in
      Result { () throws(Blank) -> (x: Double, n: Double) in
        (try Check.notNegative(count, .count), try Check.positive(denominator, .denominator))
      }
    }
    return try against(pooled(areas), areas)
  }

  /// Standardised rates: the population of each is taken to be its events over its rate.
  ///
  /// Areas with fewer than 10 events are not judged.
  public static func ofStandardisedRates(
    counts: [Double?], rates: [Double?], multiplier: Double
  ) throws(Blank) -> [Result<FunnelSignificance, Blank>] {
    try Check.same(counts.count, rates.count, .count, .rate)
    let base = try Check.positive(multiplier, .multiplier)
    let areas = zip(counts, rates).map { count, rate in
      Result { () throws(Blank) -> (x: Double, n: Double) in
        let x = try Check.notNegative(count, .count)
        return (x, x / (try Check.positive(rate, .rate) / base))
      }
    }
    let judged = try against(pooled(areas), areas)
    return zip(judged, counts).map { result, count in
      guard let count, count < Double(DirectStandardisation.fewestEvents) else { return result }
      return .failure(.suppressed(below: DirectStandardisation.fewestEvents))
    }
  }

  private typealias Area = Result<(x: Double, n: Double), Blank>

  private static func pooled(_ areas: [Area]) throws(Blank) -> Double {
    var events = 0.0
    var people = 0.0
    for case .success(let area) in areas {
      events += area.x
      people += area.n
    }
    guard people > 0, people.isFinite, events.isFinite else {
      throw .undefined("there is no area to take an average of")
    }
    return events / people
  }

  private static func against(
    _ average: Double, _ areas: [Area]
  ) -> [Result<FunnelSignificance, Blank>] {
    areas.map { area in
      area.flatMap { area in
        let expected = average * area.n
        guard expected > 0 else {
          return .failure(.undefined("there are no events in any area"))
        }
        return .success(byCount(area.x, expected: expected))
      }
    }
  }

  private static let inner = CountLimits(confidence: .ninetyFive)
  private static let outer = CountLimits(confidence: .ninetyNinePointEight)

  private static func byCount(_ count: Double, expected: Double) -> FunnelSignificance {
    // An area is low when the average lies above its own limits.
    func side(_ limits: Interval) -> Int {
      expected > limits.upper ? -1 : expected < limits.lower ? 1 : 0
    }
    let far = side(outer.interval(count))
    if far != 0 { return far > 0 ? .high998 : .low998 }
    let near = side(inner.interval(count))
    return near > 0 ? .high95 : near < 0 ? .low95 : .within
  }

  private static func judge(
    _ value: Double, _ inner: Interval, _ outer: Interval
  ) -> FunnelSignificance {
    if value < outer.lower { return .low998 }
    if value > outer.upper { return .high998 }
    if value < inner.lower { return .low95 }
    return value > inner.upper ? .high95 : .within
  }
}
