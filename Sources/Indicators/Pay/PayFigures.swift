import Evidence
import Places
import Statistics

/// All computed figures of pay and sick pay, by measure.
public struct PayFigures: Sendable {
  /// The figures.
  public private(set) var all: [PayFigure] = []
  private let estimates: PayEstimates
  /// Where the figures of each measure stand.
  private var positions: [String: [Int]] = [:]

  /// Computes the figures.
  public init(_ estimates: PayEstimates) {
    self.estimates = estimates
    for estimate in estimates.all { add(estimate) }
    addAbolition()
    addReplacement()
    addLosses()
    positions = Dictionary(grouping: all.indices) { all[$0].measure }
  }

  /// Keeps the figures in a cube, so that the catalogue's formulae find them.
  public func keep(in cube: inout FigureCube) {
    for figure in all {
      cube.keep(
        figure.value, figure.status, place: figure.place, measure: figure.measure,
        period: figure.period)
    }
  }

  /// Writes ranges, numerators and notes beside the values of an indicator that is these figures.
  func mark(_ series: inout [[IndicatorValue]], of indicator: Indicator) {
    guard case .measure(let id) = indicator.expression, let positions = positions[id] else {
      return
    }
    let byPlace = Dictionary(grouping: positions) { all[$0].place }
    for position in series.indices {
      guard let own = series[position].first.flatMap({ byPlace[$0.place] }) else { continue }
      for (index, value) in series[position].enumerated() {
        guard let figure = own.first(where: { all[$0].period == value.period }).map({ all[$0] })
        else { continue }
        series[position][index].lower = figure.lower
        series[position][index].upper = figure.upper
        series[position][index].count = figure.count
        series[position][index].denominator = figure.denominator
        series[position][index].note = figure.note
      }
    }
  }

  private mutating func add(_ estimate: PayEstimate) {
    let stem = "sick_pay.\(estimate.threshold.rawValue).\(estimate.analysis.rawValue)"
    let note = PayNotes.note(estimate)
    var status: Status = estimate.isOutOfStep ? .estimated : []
    if estimate.share.basis == .borrowed { status.insert(.estimated) }
    var share = PayFigure("\(stem).share", estimate.place, estimate.period, estimate.share.value)
    share.lower = estimate.share.limits.lower
    share.upper = estimate.share.limits.upper
    share.count = estimate.jobsBelow?.value
    share.denominator = estimate.jobs
    share.status = status
    share.note = note
    all.append(share)
    guard let below = estimate.jobsBelow else { return }
    var jobs = PayFigure("\(stem).jobs", estimate.place, estimate.period, below.value)
    jobs.lower = below.lower
    jobs.upper = below.upper
    jobs.status = status
    jobs.note = note
    all.append(jobs)
  }

  /// From the year in which earnings are no test any more, nobody is left out: the law, not an
  /// estimate.
  private mutating func addAbolition() {
    guard let (first, _) = estimates.abolition, let last = estimates.evidence.terms.keys.max()
    else {
      return
    }
    var seen: Set<String> = []
    for estimate in estimates.all where estimate.threshold == .lowerLimit {
      let stem = "sick_pay.below_limit.\(estimate.analysis.rawValue)"
      guard seen.insert("\(estimate.place) \(stem)").inserted else { continue }
      for year in first...last {
        for part in estimate.jobs == nil ? ["share"] : ["share", "jobs"] {
          var figure = PayFigure("\(stem).\(part)", estimate.place, .financialYear(year), 0)
          figure.lower = 0
          figure.upper = 0
          figure.note = PayNotes.abolition(first)
          all.append(figure)
        }
      }
    }
  }

  /// The flat rate for every 100 pounds of median weekly pay.
  private mutating func addReplacement() {
    for median in estimates.evidence.medians {
      guard let terms = estimates.evidence.terms[median.year] else { continue }
      let rate = Double(terms.weeklyRate)
      func share(_ pay: Double?) -> Double? { pay.flatMap { $0 > 0 ? rate / $0 : nil } }
      var figure = PayFigure(
        "sick_pay.replacement_rate", median.place, .financialYear(median.year),
        share(median.value))
      figure.lower = share(median.upper)
      figure.upper = share(median.lower)
      figure.status = median.status
      figure.note = PayNotes.replacement(terms, median)
      all.append(figure)
    }
  }

  private mutating func addLosses() {
    let kinds: [SickPayScenario.Kind] = [.before, .after]
    let scenarios = kinds.compactMap { kind in
      estimates.scenarios.first { $0.kind == kind }
    }
    let places = Set(estimates.all.map(\.place)).sorted()
    for percentile in PayEstimates.percentiles {
      for place in places {
        guard let pay = estimates.weeklyPay(place, at: percentile) else { continue }
        for (name, days) in [("week", 5), ("two_days", 2)] {
          for scenario in scenarios {
            add(pay, place, "sick_pay.loss.\(name).p\(Int(percentile))", days, scenario)
          }
        }
      }
    }
  }

  private mutating func add(
    _ pay: WeeklyPay, _ place: String, _ stem: String, _ days: Int, _ scenario: SickPayScenario
  ) {
    func lost(_ pence: Double) -> Double? {
      guard let absence = try? SickAbsence(workingDays: days, daysPerWeek: 5) else { return nil }
      return (try? scenario.rule.pay(Int(pence.rounded()), for: absence)).map { Double($0.lost) }
    }
    var figure = PayFigure(
      "\(stem).\(scenario.kind.rawValue)", place, pay.period, lost(pay.pay))
    let ends = pay.limits.map { [$0.lower, $0.upper].compactMap(lost) } ?? []
    // Money is kept in pence, ranges in the indicator's own pounds.
    figure.lower = ends.min().map { $0 / 100 }
    figure.upper = ends.max().map { $0 / 100 }
    figure.status = pay.isEstimated ? .estimated : []
    figure.note = PayNotes.note(pay, scenario)
    all.append(figure)
  }
}
