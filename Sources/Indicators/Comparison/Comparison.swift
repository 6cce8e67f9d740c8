import Evidence
import Places
import Statistics

/// One indicator for places that may be held against each other, in one period, without ranks.
public struct Comparison: Sendable {
  /// What is compared.
  public let indicator: Indicator
  /// What the places have in common: `Councils with social care duties`.
  public let part: String
  /// The period; nil where no place has a value.
  public let period: Period?
  /// What the places are held against.
  public let benchmarks: [ComparisonBenchmark]
  /// The places, by name.
  public let places: [ComparedPlace]

  /// Compares the places of one part of a choice.
  ///
  /// - Parameters:
  ///   - indicator: what is compared.
  ///   - choice: how the places were chosen.
  ///   - part: the places.
  ///   - period: the period; nil for the latest in which at least half of the places with any
  ///     value have one.
  ///   - table: all values.
  public init(
    _ indicator: Indicator, _ choice: ComparisonChoice, part: ComparisonPart,
    period: Period? = nil, _ table: IndicatorTable
  ) {
    let chosen = period ?? Self.latest(indicator, part.places, table)
    let values = part.places.map { place in
      chosen.flatMap { table.value(indicator.id, place.code, $0) }
    }
    let benchmarks = Self.benchmarks(indicator, choice, part.places, values, chosen, table)
    self.indicator = indicator
    self.part = part.name
    self.period = chosen
    self.benchmarks = benchmarks
    places = zip(part.places, values).map { place, value in
      let reason = Self.reason(value, chosen)
      return ComparedPlace(
        place: place, value: value,
        standings: benchmarks.map { benchmark in
          guard reason.isEmpty, let value else { return .none }
          return Self.standing(value, benchmark.value, indicator)
        },
        reason: reason, isSubject: place.code == choice.subject?.code)
    }.sorted { ($0.place.name, $0.place.code) < ($1.place.name, $1.place.code) }
  }

  /// The latest period in which at least half of the places that have any value have one.
  ///
  /// The last period of all may be one that a single council has published so far.
  static func latest(
    _ indicator: Indicator, _ places: [Place], _ table: IndicatorTable
  ) -> Period? {
    var counts: [Period: Int] = [:]
    var held = 0
    for place in places {
      let series = table.series(indicator.id, place.code).filter { $0.value != nil }
      held += series.isEmpty ? 0 : 1
      for value in series { counts[value.period, default: 0] += 1 }
    }
    return counts.filter { $0.value * 2 >= held }.keys.max()
  }

  /// Why a value is not compared; `""` where it is.
  private static func reason(_ value: IndicatorValue?, _ period: Period?) -> String {
    guard let value else { return "no figure for the period" }
    if value.value == nil {
      if value.status.contains(.notApplicable) { return "does not run this service" }
      if value.status.contains(.confidential) { return "hidden by its publisher" }
      if value.lower != nil {
        let share = value.coverage.map { Int(($0 * 100).rounded(.down)) } ?? 0
        return "councils with \(share)% of the people have published: a lower bound only"
      }
      return "not published"
    }
    return value.status.contains(.unreliable) ? "marked unreliable" : ""
  }

  /// How a value stands to a benchmark: by its interval, or untested where it has none.
  static func standing(
    _ value: IndicatorValue, _ benchmark: Double?, _ indicator: Indicator
  ) -> BenchmarkStanding {
    guard let own = value.value, let benchmark else { return .none }
    guard let lower = value.lower, let upper = value.upper, lower <= upper else {
      // Equal as they are printed is equal.
      let printed = DecimalComparison(decimals: indicator.decimals)
      if printed.isEqual(own, benchmark) { return .similar }
      return own > benchmark ? .higherUntested : .lowerUntested
    }
    let polarity: Polarity =
      switch indicator.polarity {
      case .high: .highIsGood
      case .low: .lowIsGood
      case .neutral: .noJudgement
      }
    let judged = try? BenchmarkComparison.compare(
      value: own, lower: lower, upper: upper, benchmark: benchmark, polarity: polarity)
    switch judged {
    case .better: return .better
    case .similar: return .similar
    case .worse: return .worse
    case .higher: return .higher
    case .lower: return .lower
    case .notCompared, nil: return .none
    }
  }

  private static func benchmarks(
    _ indicator: Indicator, _ choice: ComparisonChoice, _ places: [Place],
    _ values: [IndicatorValue?], _ period: Period?, _ table: IndicatorTable
  ) -> [ComparisonBenchmark] {
    let england = period.flatMap { table.value(indicator.id, "E92000001", $0)?.value }
    var found = [
      ComparisonBenchmark(
        kind: .england, name: "England", value: england,
        basis: england == nil ? "no figure for England" : "published or computed for England")
    ]
    if let group = choice.group {
      let own = period.flatMap { table.value(indicator.id, group.code, $0)?.value }
      let pooled = PooledValue.of(values.compactMap(\.self))
      found.append(
        ComparisonBenchmark(
          kind: .group, name: group.name, value: own ?? pooled,
          basis: own != nil
            ? "the area’s own figure"
            : pooled != nil ? "its places together" : "cannot be made from its places’ rates"))
    } else if choice.subject != nil {
      let others = zip(places, values).filter { $0.0.code != choice.subject?.code }
      let pooled = PooledValue.of(others.compactMap(\.1))
      found.append(
        ComparisonBenchmark(
          kind: .neighbours, name: choice.others, value: pooled,
          basis: pooled != nil
            ? "the \(choice.others.lowercased()) together" : "cannot be made from their rates"))
    }
    return found
  }
}

/// Whether two numbers are printed alike.
struct DecimalComparison {
  let decimals: Int

  /// True where both round to the same number.
  func isEqual(_ left: Double, _ right: Double) -> Bool {
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    return (left * scale).rounded(.toNearestOrAwayFromZero)
      == (right * scale).rounded(.toNearestOrAwayFromZero)
  }
}
