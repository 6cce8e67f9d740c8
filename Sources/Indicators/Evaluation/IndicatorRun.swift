import Dispatch
import Glibc
import Evidence
import Places
import Statistics
import Synchronization

/// Computes the whole catalogue: every indicator, every place it applies to, every period held.
public struct IndicatorRun: Sendable {
  private let evaluators: IdleEvaluators
  private let catalogue: Catalogue
  private let register: Register
  private let places: [Place]
  private let pay: PayFigures?

  /// Prepares to compute; `pay` are the figures in the cube that have ranges and notes of their own.
  public init(
    cube: FigureCube, catalogue: Catalogue, register: Register, pay: PayFigures? = nil
  ) {
    evaluators = IdleEvaluators(Evaluator(cube: cube, catalogue: catalogue, register: register))
    self.catalogue = catalogue
    self.register = register
    self.pay = pay
    places = register.places.filter(Self.isComputed)
  }

  /// England's places: its councils, today's and those of the figures' time, regions, combined
  /// authority areas, footprints and the nation.
  private static func isComputed(_ place: Place) -> Bool {
    guard place.code == "E92000001" || place.country == "E92000001" else { return false }
    switch place.tier {
    case .single, .upper, .lower, .region, .combined: return true
    case .country: return place.code == "E92000001"
    case .body: return true
    case .area: return place.kind == .footprint
    }
  }

  /// The number of indicators.
  public var count: Int { catalogue.indicators.count }

  /// True for an indicator whose formula reads figures that are computed from those of pay.
  public func restsOnPay(_ index: Int) -> Bool {
    catalogue.indicators[index].expression.measures.contains(where: PayLineage.isComputed)
  }

  /// Computes all values, the indicators shared out among the processors.
  ///
  /// The result does not depend on how they were shared out: values are joined in the order of the
  /// catalogue.
  public func run() -> IndicatorTable {
    let results = Mutex<[PackedValues?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let values = self.values(index)
      results.withLock { $0[index] = values }
    }
    var table = IndicatorTable()
    for values in results.withLock({ $0 }) { values.map { table.append($0) } }
    return table
  }

  /// Computes the values of one indicator of the catalogue, with all that is marked beside them.
  ///
  /// No indicator depends on another, so several are computed at once, on any threads.
  public func values(_ index: Int) -> PackedValues {
    let indicator = catalogue.indicators[index]
    var series = evaluators.with { compute(indicator, &$0) }
    SpikeTest().mark(&series, of: indicator)
    NationalComparison().mark(&series, of: indicator)
    RecentTrend().mark(&series, of: indicator)
    QuintileGroups(register: register).mark(&series, of: indicator)
    pay?.mark(&series, of: indicator)
    return PackedValues(indicator.id, series)
  }

  /// The series of one indicator, by place.
  ///
  /// A period for which no place at all has a value says nothing of any of them and is left out,
  /// unless a break is the reason.
  private func compute(
    _ indicator: Indicator, _ evaluator: inout Evaluator
  ) -> [[IndicatorValue]] {
    let periods = self.periods(of: indicator, &evaluator)
    let rule = ValueRule(indicator, evaluator.term(indicator.expression))
    var found: [[IndicatorValue]] = []
    for site in evaluator.sites(of: places) where applies(indicator, site.place) {
      found.append(series(rule, site, periods, &evaluator))
    }
    var held: Set<Period> = []
    for value in found.joined() where value.value != nil || value.lower != nil {
      held.insert(value.period)
    }
    if held.count == periods.count { return found }
    let reasons: Status = [.notApplicable, .seriesBreak]
    return found.map { series in
      series.filter { held.contains($0.period) || !$0.status.isDisjoint(with: reasons) }
    }
  }

  /// The periods of the figures that a formula divides: those of its first measures.
  private func periods(of indicator: Indicator, _ evaluator: inout Evaluator) -> [Period] {
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
    case "group": place.tier == .combined || place.tier == .region || place.kind == .footprint
    case "council": place.tier.isCouncil
    default: true
    }
  }

  private func series(
    _ rule: ValueRule, _ site: Site, _ periods: [Period], _ evaluator: inout Evaluator
  ) -> [IndicatorValue] {
    let place = site.place
    var series: [IndicatorValue] = []
    for period in periods {
      let figure = evaluator.evaluate(rule.term, site, period)
      if figure.value == nil, figure.coverage == nil, !isHeld(place, period) { continue }
      series.append(value(rule, place, period, figure))
    }
    // A service that a council does not run is said once, for the latest period, not every year.
    if series.allSatisfy({ $0.status.contains(.notApplicable) }) { return series.suffix(1) }
    // Councils that ended before the first figure that could be divided say nothing.
    if !place.isCurrent, series.allSatisfy({ $0.value == nil && $0.lower == nil }) { return [] }
    return series
  }

  /// A blank is worth a row where the place existed and was expected to report.
  private func isHeld(_ place: Place, _ period: Period) -> Bool {
    if let end = place.end, period.start > end { return false }
    if let start = place.start, period.start < start { return false }
    return true
  }

  /// How figures of an indicator become its values.
  private struct ValueRule {
    let indicator: Indicator
    let term: Term
    /// Money is computed in pence and said in pounds.
    let scale: Double
    let intervals: IntervalMaker
    /// Values from here on are not printed.
    private let most: Double

    init(_ indicator: Indicator, _ term: Term) {
      self.indicator = indicator
      self.term = term
      scale = indicator.isMoney ? 0.01 : 1
      intervals = IntervalMaker(indicator)
      most = IndicatorValue.mostPrinted / pow(10, Double(min(indicator.decimals, 6)))
    }

    /// True where a number of a value is infinite, or has more digits than tables print.
    func isBoundless(_ value: IndicatorValue) -> Bool {
      [value.value, value.lower, value.upper].contains {
        $0.map { !($0.magnitude < most) } ?? false
      }
        || [value.count, value.denominator].contains { $0?.isFinite == false }
    }
  }

  private func value(
    _ rule: ValueRule, _ place: Place, _ period: Period, _ figure: Figure
  ) -> IndicatorValue {
    let (indicator, scale) = (rule.indicator, rule.scale)
    var value = IndicatorValue(
      place: place.code, period: period, indicator: indicator.id,
      value: figure.isPartial ? nil : figure.value.map { $0 * scale },
      count: figure.numerator.map { $0 * scale }, denominator: figure.denominator,
      status: figure.status, coverage: figure.coverage)
    if figure.isPartial {
      value.lower = figure.value.map { $0 * scale }
      value.status.insert(.notAvailable)
    }
    if let limits = rule.intervals.limits(of: figure) {
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
    if place.kind == .footprint, figure.value == nil, figure.coverage == nil,
      !figure.status.contains(.notApplicable), value.note.isEmpty
    {
      value.note = IndicatorValue.notAddedNote
    }
    if rule.isBoundless(value) {
      (value.value, value.lower, value.upper) = (nil, nil, nil)
      (value.count, value.denominator) = (nil, nil)
      value.status.insert(.notAvailable)
      value.note = IndicatorValue.boundlessNote
    }
    return value
  }
}

/// Evaluators that nobody uses just now, with what each has found out so far.
private final class IdleEvaluators: Sendable {
  private let fresh: Evaluator
  private let idle = Mutex<[Evaluator]>([])

  init(_ fresh: Evaluator) { self.fresh = fresh }

  func with<Result>(_ body: (inout Evaluator) -> Result) -> Result {
    var evaluator = idle.withLock { $0.popLast() } ?? fresh
    let result = body(&evaluator)
    idle.withLock { $0.append(evaluator) }
    return result
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
