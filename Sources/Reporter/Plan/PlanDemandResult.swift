import Evidence
import Indicators
import Places
import Statistics

/// A crisis service with its users, its price and what both come to if nothing changes.
struct PlanDemandResult {
  let demand: PlanDemand
  /// The latest year with what is needed.
  let year: Int
  let period: String
  /// People it is there for.
  let people: Double?
  /// Users, counted or worked out from the rate.
  let users: Double?
  /// Real cost of each user; of each person where users are not counted.
  let cost: Double?
  /// True where the cost is for each person it is there for: rate and price cannot be parted.
  let isForEachPerson: Bool
  /// True where the cost comes from the place's own file.
  let isLocalCost: Bool
  /// True where the number of users comes from the place's own file.
  let isLocalVolume: Bool
  /// True where people ahead come from the place's own file.
  let isLocalPeople: Bool
  let doNothing: DoNothing?
  /// What the price path rests on, in words.
  let basis: MarkdownText
  /// True where the price is projected, so that its ranges have a probability.
  let isProjected: Bool
  /// Where spending began to be counted differently.
  let breaks: [Int]
  /// How fast the price changed a year over the years that are projected from.
  let pace: PlanDemandParts.Pace?
  /// The past, real spending by year.
  let past: [PlanSeries.Point]
  /// Spending there would be money for, by horizon, beginning with today.
  let funded: [Double]

  /// Works a service out; nil where the place has no figures of it.
  init?(_ demand: PlanDemand, _ place: Place, _ figures: PlanFigures, _ inputs: PlanInputs) {
    let parts = PlanDemandParts(demand, place, figures, inputs)
    guard let year = parts.year else { return nil }
    self.demand = demand
    self.year = year
    period = parts.period
    people = parts.people
    users = parts.users
    cost = parts.cost
    isForEachPerson = parts.users == nil
    isLocalCost = parts.localCost != nil
    isLocalVolume = parts.localVolume != nil
    let ahead = inputs.local(place.code).years("population.\(demand.people)")
    isLocalPeople = !ahead.isEmpty
    past = parts.past
    let price = parts.costPath
    basis = price?.basis ?? ""
    isProjected = price?.isProjected ?? false
    breaks = parts.breaks
    pace = price?.pace
    if let people = parts.people, let price, let rate = parts.ratePath {
      let path =
        ahead.isEmpty
        ? parts.held(people) : PlanPath(now: people, year: year, local: ahead)
      doNothing = DoNothing(people: path, rate: rate, cost: price.path)
    } else {
      doNothing = nil
    }
    let growth = inputs.assumptions(place.code).value("funding_growth") ?? 0
    let now = doNothing?.now.spending ?? 0
    funded = (0...ShiftModel.length).map {
      PastWindow.value(from: now, change: growth, years: $0, .relative)
    }
  }

  /// Spending in a year if the price goes on changing at its past pace.
  func paced(_ horizon: Int) -> Rounded? {
    guard let pace, let path = doNothing,
      let year = ([path.now] + path.years).first(where: { $0.horizon == horizon })
    else { return nil }
    let price = PastWindow.value(
      from: path.now.cost, change: pace.rate.value, years: horizon, .relative)
    return PlanStory.millions(year.users * price)
  }
}

/// The parts of a crisis service: people, rate and price, and how each goes on.
struct PlanDemandParts {
  private let demand: PlanDemand
  private let assumptions: PlanAssumptions
  private let rate: PlanSeries
  private let spending: PlanSeries
  private(set) var year: Int?
  private(set) var period = ""
  private(set) var people: Double?
  private(set) var users: Double?
  private(set) var past: [PlanSeries.Point] = []
  let localCost: LocalPlan.Figure?
  let localVolume: LocalPlan.Figure?

  /// A path with what it rests on.
  struct Price {
    let path: PlanPath
    let basis: MarkdownText
    var isProjected = false
    var pace: Pace?
  }

  /// The change a year, in per cent, since a year.
  struct Pace {
    let rate: Rounded
    let since: Int
  }

  /// How a price is carried on, in words.
  private static func words(_ projection: Projection) -> MarkdownText {
    let years: MarkdownText =
      "tested on \(projection.usedPoints) years"
    switch projection.method {
    case .lastValue:
      return "held at its latest value: " + years + ", no trend did clearly better"
    default:
      return "carried on by the method that did best when " + years
        + ": \(projection.method.rawValue)"
    }
  }

  /// How fast a price changed a year over the years that are projected from.
  private static func pace(_ series: PlanSeries, _ count: Int) -> Pace? {
    let run = series.points.suffix(count)
    guard let first = run.first, let last = run.last,
      let change = PastWindow.change(
        from: first.value, to: last.value, years: last.year - first.year, .relative),
      let rate = Rounded.percent(change, decimals: 1)
    else { return nil }
    return Pace(rate: rate, since: first.year)
  }

  /// Where spending began to be counted differently.
  var breaks: [Int] { spending.breaks.filter { $0 > (past.first?.year ?? 0) } }

  init(_ demand: PlanDemand, _ place: Place, _ figures: PlanFigures, _ inputs: PlanInputs) {
    self.demand = demand
    assumptions = inputs.assumptions(place.code)
    rate = demand.rate.isEmpty ? PlanSeries([]) : figures.series(demand.rate, place)
    spending = demand.spending.isEmpty ? PlanSeries([]) : figures.series(demand.spending, place)
    let local = inputs.local(place.code)
    localCost = local.figure("unit_cost.\(demand.id)")
    localVolume = local.figure("volume.\(demand.id)")
    let leading = demand.spending.isEmpty ? demand.rate : demand.spending
    let table = figures.context.table
    guard let last = table.latest(leading, place.code) ?? nil else {
      takeYear(from: figures, place, leading)
      return
    }
    year = last.period.year
    period = PeriodText(last.period).text
    people = last.denominator
    past = table.series(leading, place.code).compactMap { value in
      guard !demand.spending.isEmpty, let count = value.count,
        !value.status.contains(.unreliable)
      else { return nil }
      return .init(value.period.year, count)
    }
    let counted = table.series(demand.volume, place.code).last {
      $0.period.year == year && $0.value != nil
    }?.value
    users =
      localVolume?.value ?? counted ?? rateShare.flatMap { share in people.map { $0 * share } }
  }

  /// A place whose rate is an average of councils still has a year.
  private mutating func takeYear(from figures: PlanFigures, _ place: Place, _ leading: String) {
    let series = leading == demand.rate ? rate : spending
    guard let last = series.last else { return }
    year = last.year
    period = PeriodText(figures.period(leading, place, last.year)).text
  }

  /// Users for each person in the latest year, as the rate has it.
  private var rateShare: Double? {
    guard demand.per > 0, let year, let value = rate.value(year) else { return nil }
    return value / demand.per
  }

  /// Real cost of each user, or of each person where users are not known.
  var cost: Double? {
    if let localCost { return localCost.value }
    guard let year, let each = spending.value(year) else { return nil }
    guard let users, let people, users > 0 else { return each }
    return each * people / users
  }

  /// The number of people as it is held or grown.
  func held(_ people: Double) -> PlanPath {
    PlanPath(
      now: people, growth: assumptions.value("population_growth") ?? 0,
      low: assumptions["population_growth"]?.low ?? 0,
      high: assumptions["population_growth"]?.high ?? 0)
  }

  /// Users for each person, ahead.
  var ratePath: PlanPath? {
    guard let users, let people, people > 0 else {
      return PlanPath(now: 1, growth: 0, low: 0, high: 0)
    }
    let now = users / people
    guard let year, let value = rate.value(year), value > 0,
      let projection = try? Projection(
        Self.until(year, rate).projectable(.notNegative), calibration: .places)
    else { return PlanPath(now: now, growth: 0, low: 0, high: 0) }
    return PlanPath(now: now, projection, factor: now / value)
  }

  /// The price of each user, ahead.
  var costPath: Price? {
    guard let now = cost, let year else { return nil }
    if localCost != nil {
      return Price(
        path: PlanPath(now: now, growth: 0, low: 0, high: 0, standing: .local),
        basis: "held at the local figure")
    }
    let series = Self.until(
      year,
      demand.per > 0 && rateShare != nil
        ? spending.divided(by: rate, times: demand.per) : spending)
    if let last = series.last, last.value > 0,
      let projection = try? Projection(
        series.projectable(.notNegative), calibration: .places)
    {
      return Price(
        path: PlanPath(now: now, projection, factor: now / last.value),
        basis: Self.words(projection), isProjected: true,
        pace: Self.pace(series, projection.usedPoints))
    }
    return grown(now, spending)
  }

  /// Too few years to project: the growth a year since two base years, and none.
  private func grown(_ now: Double, _ series: PlanSeries) -> Price? {
    guard let last = series.last else { return nil }
    let rates = [2014, 2011].compactMap { base -> (base: Int, rate: Double)? in
      guard series.isJoined(base, last.year), let then = series.value(base) else { return nil }
      return PastWindow.change(
        from: then, to: last.value, years: last.year - base, .relative
      ).map { (base, $0) }
    }
    guard let central = rates.first,
      let pace = Rounded.percent(central.rate, decimals: 1)
    else { return nil }
    let all = rates.map(\.rate)
    return Price(
      path: PlanPath(
        now: now, growth: central.rate, low: min(0, all.min() ?? 0),
        high: all.max() ?? central.rate, standing: .scenario),
      basis: "a scenario: it goes on changing by " + .number(pace, as: pace.signedText)
        + " a year, as it has since \(PlanStory.year(central.base))")
  }

  private static func until(_ year: Int, _ series: PlanSeries) -> PlanSeries {
    PlanSeries(
      series.points.filter { $0.year <= year }, breaks: series.breaks, pooled: series.pooled,
      isEstimated: series.isEstimated)
  }
}
