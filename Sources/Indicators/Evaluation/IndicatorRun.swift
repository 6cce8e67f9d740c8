import Dispatch
import Evidence
import Places
import Statistics
import Synchronization

/// Computes the whole catalogue: every indicator, every place it applies to, every period held.
public struct IndicatorRun: Sendable {
  private var evaluator: Evaluator
  private let catalogue: Catalogue
  private let places: [Place]

  /// Prepares to compute.
  public init(cube: FigureCube, catalogue: Catalogue, register: Register) {
    evaluator = Evaluator(cube: cube, catalogue: catalogue, register: register)
    self.catalogue = catalogue
    places = register.places.filter(Self.isComputed)
  }

  /// England's places: its councils, today's and those of the figures' time, regions, combined
  /// authority areas and the nation.
  private static func isComputed(_ place: Place) -> Bool {
    guard place.code == "E92000001" || place.country == "E92000001" else { return false }
    switch place.tier {
    case .single, .upper, .lower, .region, .combined: return true
    case .country: return place.code == "E92000001"
    case .body: return true
    case .area: return false
    }
  }

  /// Computes all values, the indicators shared out among the processors.
  ///
  /// The result does not depend on how they were shared out: series are joined in the order of the
  /// catalogue. `step` is told after each indicator, on any thread.
  public func run(step: @Sendable (Indicator) -> Void = { _ in }) -> IndicatorTable {
    let indicators = catalogue.indicators
    let results = Mutex<[[[IndicatorValue]]]>(Array(repeating: [], count: indicators.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(4, indicators.count)) { _ in
      var worker = self
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < indicators.count else { return }
        let series = worker.compute(indicators[index])
        results.withLock { $0[index] = series }
        step(indicators[index])
      }
    }
    var table = IndicatorTable()
    // Taken out, so that no second hold on a series makes the marking copy it.
    var made: [[[IndicatorValue]]] = []
    results.withLock { swap(&$0, &made) }
    for index in made.indices {
      for series in made[index] { table.append(series) }
      made[index] = []
    }
    SpikeTest(catalogue: catalogue).mark(&table)
    NationalComparison(catalogue: catalogue).mark(&table)
    RecentTrend(catalogue: catalogue).mark(&table)
    QuintileGroups(register: evaluator.register).mark(&table, catalogue)
    return table
  }

  /// The series of one indicator, by place.
  ///
  /// A period for which no place at all has a value says nothing of any of them and is left out,
  /// unless a break is the reason.
  private mutating func compute(_ indicator: Indicator) -> [[IndicatorValue]] {
    let periods = self.periods(of: indicator)
    var found: [[IndicatorValue]] = []
    for place in places where applies(indicator, place) {
      found.append(series(indicator, place, periods))
    }
    var held: Set<Period> = []
    for value in found.joined() where value.value != nil || value.lower != nil {
      held.insert(value.period)
    }
    let reasons: Status = [.notApplicable, .seriesBreak]
    return found.map { series in
      series.filter { held.contains($0.period) || !$0.status.isDisjoint(with: reasons) }
    }
  }

  /// The periods of the figures that a formula divides: those of its first measures.
  private mutating func periods(of indicator: Indicator) -> [Period] {
    var found: Set<Period> = []
    let leading = indicator.expression.leadingMeasures(catalogue.prevention)
    for pattern in leading {
      for column in evaluator.columns(pattern) {
        found.formUnion(evaluator.cube.columns[column].periods)
      }
    }
    return found.sorted()
  }

  private func applies(_ indicator: Indicator, _ place: Place) -> Bool {
    if place.tier == .body { return indicator.tier == "body" }
    return switch indicator.tier {
    case "body": false
    case "upper": place.tier != .lower
    case "lower": place.tier == .lower || place.tier == .single
    case "group": place.tier == .combined || place.tier == .region
    case "council": place.tier.isCouncil
    default: true
    }
  }

  private mutating func series(
    _ indicator: Indicator, _ place: Place, _ periods: [Period]
  ) -> [IndicatorValue] {
    var series: [IndicatorValue] = []
    for period in periods {
      let figure = evaluator.evaluate(indicator.expression, place, period)
      if figure.value == nil, figure.coverage == nil, !isHeld(figure, place, period) { continue }
      series.append(value(indicator, place, period, figure))
    }
    // A service that a council does not run is said once, for the latest period, not every year.
    if series.allSatisfy({ $0.status.contains(.notApplicable) }) { return series.suffix(1) }
    // Councils that ended before the first figure that could be divided say nothing.
    if !place.isCurrent, series.allSatisfy({ $0.value == nil && $0.lower == nil }) { return [] }
    return series
  }

  /// A blank is worth a row where the place existed and was expected to report.
  private func isHeld(_ figure: Figure, _ place: Place, _ period: Period) -> Bool {
    if let end = place.end, period.start > end { return false }
    if let start = place.start, period.start < start { return false }
    return true
  }

  private func value(
    _ indicator: Indicator, _ place: Place, _ period: Period, _ figure: Figure
  ) -> IndicatorValue {
    let scale = indicator.isMoney ? 0.01 : 1
    var value = IndicatorValue(
      place: place.code, period: period, indicator: indicator.id,
      value: figure.isPartial ? nil : figure.value.map { $0 * scale },
      count: figure.numerator.map { $0 * scale }, denominator: figure.denominator,
      status: figure.status, coverage: figure.coverage)
    if figure.isPartial {
      value.lower = figure.value.map { $0 * scale }
      value.status.insert(.notAvailable)
    }
    if let limits = IntervalMaker(indicator).limits(of: figure) {
      value.lower = limits.lower * scale
      value.upper = limits.upper * scale
    }
    if indicator.method == .wilson, let count = value.count, let all = value.denominator,
      count > all
    {
      value.status.insert(.unreliable)
      value.note = "the count is above what it is of"
    }
    if figure.isRestated { value.note = IndicatorValue.restatedNote }
    return value
  }
}

extension Expression {
  /// The measures whose periods decide for which periods a formula is computed.
  func leadingMeasures(_ prevention: PreventionScheme) -> [String] {
    switch self {
    case .number: []
    case .measure(let pattern): [pattern]
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right):
      left.leadingMeasures(prevention) + right.leadingMeasures(prevention)
    case .quotient(let left, _), .rate(let left, _, _): left.leadingMeasures(prevention)
    case .real(let inner), .change(let inner, _), .bodies(_, let inner), .members(let inner):
      inner.leadingMeasures(prevention)
    case .share(_, let scheme, let service):
      prevention.lines(of: scheme, service: String(service.prefix { $0 != "." }))
        .map { $0.line + ".net" }
    }
  }
}
