import Evidence
import Places

/// Computes formulae for places and periods.
///
/// Where a place is a group of councils every measure is summed over the members that have the
/// duty before anything is divided; where a council is younger than a figure its predecessors are
/// summed onto today's boundary, unless one of them was divided.
public struct Evaluator: Sendable {
  let cube: FigureCube
  let catalogue: Catalogue
  let register: Register
  /// Notes what is read; nil where nobody asks.
  let recorder: LineageRecorder?
  private var patterns: [String: [Int]] = [:]
  let duties: DutyTable
  private var kindOfColumn: [Measure.Kind]
  /// Columns of persons, who live in a district and in its county at once.
  let countsPeople: [Bool]
  /// Columns of what only the upper tier and single-tier councils report.
  let isUpper: [Bool]
  /// All places of the cube, by slot.
  let sites: [Site]
  private var membersOf: [[Site]?]
  /// The predecessors of places on a day, and the bodies that serve them: both are asked for again
  /// and again.
  var predecessorsOf: [PlaceDay: Predecessors] = [:]
  var groundsOf: [PlaceDay: [[Site]]] = [:]
  var bodiesOf: [PlaceDay: [(site: Site, isWider: Bool)]] = [:]
  let population: Int?
  private let deflator: Deflator?

  /// The deflator's column, the slot of the kingdom and the slice of the base year.
  private struct Deflator {
    let column: Int
    let slot: Int
    let base: Int
  }

  /// Makes an evaluator.
  public init(
    cube: FigureCube, catalogue: Catalogue, register: Register, recorder: LineageRecorder? = nil
  ) {
    self.cube = cube
    self.recorder = recorder
    self.catalogue = catalogue
    self.register = register
    population = cube.column("population.all")
    let services = Dictionary(
      catalogue.measures.map { ($0.id, $0.service) }, uniquingKeysWith: { first, _ in first })
    let kinds = Dictionary(
      catalogue.measures.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    kindOfColumn = cube.columns.map { kinds[$0.measure] ?? .flow }
    let persons = Set(catalogue.measures.filter { $0.unit == .persons }.map(\.id))
    let upper = Set(catalogue.measures.filter { $0.tier == "upper" }.map(\.id))
    isUpper = cube.columns.map { upper.contains($0.measure) }
    countsPeople = cube.columns.map { persons.contains($0.measure) }
    duties = DutyTable(
      catalogue.duties,
      services: cube.columns.map { column in
        services[column.measure].flatMap { $0.isEmpty ? nil : $0 }
      })
    sites = cube.places.enumerated().map { Site(place: $1, slot: $0) }
    membersOf = Array(repeating: nil, count: sites.count)
    if let column = cube.column("deflator.gdp"), let slot = cube.slot("K02000001"),
      let base = cube.columns[column].slice(of: Catalogue.priceBase)
    {
      deflator = Deflator(column: column, slot: slot, base: base)
    } else {
      deflator = nil
    }
  }

  /// The value of an expression for a place and a period.
  public mutating func evaluate(
    _ expression: Expression, _ place: Place, _ period: Period
  ) -> Figure {
    guard let slot = cube.slot(place.code) else { return .absent }
    return evaluate(term(expression), sites[slot], period)
  }

  /// The value of a formula for a site and a period.
  mutating func evaluate(_ term: Term, _ site: Site, _ period: Period) -> Figure {
    switch term {
    case .number(let number): return Figure(number)
    case .family(let family): return self.family(family, site, period)
    case .sum(let left, let right):
      return .sum(evaluate(left, site, period), evaluate(right, site, period))
    case .difference(let left, let right):
      return .sum(evaluate(left, site, period), evaluate(right, site, period), sign: -1)
    case .product(let left, let right):
      return .product(evaluate(left, site, period), evaluate(right, site, period))
    case .quotient(let left, let right):
      return .quotient(evaluate(left, site, period), evaluate(right, site, period))
    case .rate(let left, let units, let right):
      return .quotient(
        evaluate(left, site, period), evaluate(right, site, period), units: units)
    case .real(let inner): return .product(evaluate(inner, site, period), prices(period))
    case .change(let inner, let base, let breaks):
      return change(inner, since: base, breaks, site, period)
    case .share(let part, let whole):
      return .quotient(
        weighted(part, site, period), weighted(whole, site, period), units: 100)
    case .bodies(let kind, let inner): return bodies(kind, inner, site, period)
    case .members(let inner): return members(inner, site, period)
    }
  }

  /// The figure of a place in a slice of a column, noted for who asks how a value came about.
  func read(_ column: Int, _ slot: Int, _ slice: Int) -> Figure? {
    let figure = cube.columns[column].figure(place: slot, slice: slice)
    if let recorder, recorder.isWatching(column, slot) {
      recorder.note(
        LineageRead(
          measure: cube.columns[column].measure, place: cube.places[slot].code,
          period: cube.columns[column].periods[slice], figure: figure))
    }
    return figure
  }

  /// The columns of a pattern, found once.
  mutating func columns(_ pattern: String) -> [Int] {
    if let found = patterns[pattern] { return found }
    let found = cube.columns(fitting: pattern)
    patterns[pattern] = found
    return found
  }

  private mutating func family(_ family: Term.Family, _ site: Site, _ period: Period) -> Figure {
    var total: Figure?
    for column in family.columns {
      guard let found = figure(column, site, period) else { continue }
      total = total.map { .sum($0, found) } ?? found
    }
    if let total { return total }
    if family.columns.isEmpty, let recorder {
      recorder.note(
        LineageRead(measure: family.pattern, place: site.place.code, period: period, figure: nil))
    }
    // A family of lines that the form of a year does not have adds nothing to it.
    if family.isOpen { return .notApplicable }
    guard let column = family.columns.first, site.place.tier.isCouncil,
      !hasDuty(column, site, period)
    else { return .absent }
    return .notApplicable
  }

  /// The factor that turns prices of a period into those of the base year.
  private func prices(_ period: Period) -> Figure {
    guard let deflator, let slice = cube.columns[deflator.column].slice(of: period),
      let before = read(deflator.column, deflator.slot, slice),
      let after = read(deflator.column, deflator.slot, deflator.base)
    else { return .absent }
    return .quotient(after, before)
  }

  private mutating func change(
    _ inner: Term, since base: Expression.Base, _ breaks: [Period], _ site: Site, _ period: Period
  ) -> Figure {
    let start: Period?
    switch base {
    case .years(let years): start = period.shifted(years: -years)
    case .period(let period): start = period
    }
    guard let start, start < period else { return .absent }
    // The definition of a measure changed in between.
    if breaks.contains(where: { start < $0 && $0 <= period }) {
      return Figure(nil, [.notAvailable, .seriesBreak])
    }
    var before = evaluate(inner, site, start)
    var after = evaluate(inner, site, period)
    before.status.remove(.seriesBreak)
    after.status.remove(.seriesBreak)
    // A percentage of a sum that was or became income says nothing to a reader.
    if let first = before.value, let last = after.value, first <= 0 || last <= 0 { return .absent }
    let ratio = Figure.quotient(after, before, units: 100)
    return .sum(ratio, Figure(100), sign: -1)
  }

  /// Net spending on lines, each weighted by its share at some levels.
  private mutating func weighted(
    _ lines: [Term.Weight], _ site: Site, _ period: Period
  ) -> Figure {
    var total = Figure.notApplicable
    for line in lines {
      guard let figure = figure(line.column, site, period) else { continue }
      total = .sum(total, .product(figure, Figure(line.weight)))
    }
    return total.isNotApplicable ? .absent : total
  }

  /// How a column behaves when places are joined.
  func kind(ofColumn column: Int) -> Measure.Kind { kindOfColumn[column] }

  /// The councils of a group of today, both tiers, kept.
  mutating func members(of site: Site) -> [Site] {
    if let found = membersOf[site.slot] { return found }
    let members =
      site.place.kind == .county ? [] : register.members(of: site.place.code, level: .all)
    let found = sites(of: members)
    membersOf[site.slot] = found
    return found
  }

  /// The sites of some places.
  func sites(of places: [Place]) -> [Site] {
    places.compactMap { place in cube.slot(place.code).map { sites[$0] } }
  }
}

/// A place and a day, for what is looked up once.
struct PlaceDay: Hashable {
  let slot: Int32
  let day: Int32

  init(_ site: Site, _ day: Day) {
    slot = Int32(site.slot)
    self.day = day.number
  }
}

extension Expression {
  /// The measures and families that an expression reads.
  public var measures: [String] {
    switch self {
    case .number: []
    case .measure(let pattern): [pattern]
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .rate(let left, _, let right):
      left.measures + right.measures
    case .real(let inner), .change(let inner, _), .bodies(_, let inner), .members(let inner):
      inner.measures
    case .share: []
    }
  }
}
