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
  private var serviceOfColumn: [String?]
  private var kindOfColumn: [Measure.Kind]
  /// Columns of persons, who live in a district and in its county at once.
  let countsPeople: [Bool]
  /// Columns of what only the upper tier and single-tier councils report.
  let isUpper: [Bool]
  private var membersOf: [Int: [Site]] = [:]
  private var weights: [Share: [Weight]] = [:]
  let population: Int?

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
    serviceOfColumn = cube.columns.map { column in
      services[column.measure].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The value of an expression for a place and a period.
  public mutating func evaluate(
    _ expression: Expression, _ place: Place, _ period: Period
  ) -> Figure {
    guard let slot = cube.slot(place.code) else { return .absent }
    return evaluate(expression, Site(place: place, slot: slot), period)
  }

  /// The value of an expression for a site and a period.
  mutating func evaluate(
    _ expression: Expression, _ site: Site, _ period: Period
  ) -> Figure {
    switch expression {
    case .number(let number): return Figure(number)
    case .measure(let pattern): return family(pattern, site, period)
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
    case .change(let inner, let base): return change(inner, since: base, site, period)
    case .share(let levels, let scheme, let service):
      return share(levels, scheme, service, site, period)
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

  private mutating func family(_ pattern: String, _ site: Site, _ period: Period) -> Figure {
    var total: Figure?
    for column in columns(pattern) {
      guard let found = figure(column, site, period) else { continue }
      total = total.map { .sum($0, found) } ?? found
    }
    if let total { return total }
    if columns(pattern).isEmpty, let recorder {
      recorder.note(
        LineageRead(measure: pattern, place: site.place.code, period: period, figure: nil))
    }
    // A family of lines that the form of a year does not have adds nothing to it.
    if pattern.contains("*") { return .notApplicable }
    guard let column = columns(pattern).first, site.place.tier.isCouncil,
      !hasDuty(column, site.place, period)
    else { return .absent }
    return .notApplicable
  }

  /// The factor that turns prices of a period into those of the base year.
  private func prices(_ period: Period) -> Figure {
    guard let column = cube.column("deflator.gdp"), let country = cube.slot("K02000001"),
      let base = cube.columns[column].slice(of: Catalogue.priceBase),
      let slice = cube.columns[column].slice(of: period),
      let before = read(column, country, slice),
      let after = read(column, country, base)
    else { return .absent }
    return .quotient(after, before)
  }

  private mutating func change(
    _ inner: Expression, since base: Expression.Base, _ site: Site, _ period: Period
  ) -> Figure {
    let start: Period?
    switch base {
    case .years(let years): start = period.shifted(years: -years)
    case .period(let period): start = period
    }
    guard let start, start < period else { return .absent }
    if isBroken(inner, after: start, through: period) {
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

  /// True where the definition of a measure in an expression changed between two periods.
  private mutating func isBroken(
    _ expression: Expression, after start: Period, through end: Period
  ) -> Bool {
    for pattern in expression.measures {
      for column in columns(pattern) {
        let breaks = catalogue.breaks.breaks(of: cube.columns[column].measure)
        if breaks.contains(where: { start < $0.period && $0.period <= end }) { return true }
      }
    }
    return false
  }

  private mutating func share(
    _ levels: [String], _ scheme: String, _ service: String, _ site: Site, _ period: Period
  ) -> Figure {
    let parts = service.split(separator: ".").map(String.init)
    let numerator = weighted(levels, scheme, parts[0], site, period)
    let whole = parts.count > 1 ? parts[1] : parts[0]
    let denominator = weighted(PreventionScheme.levels, scheme, whole, site, period)
    return .quotient(numerator, denominator, units: 100)
  }

  /// Levels of a scheme for a service: what a list of weights is kept under.
  private struct Share: Hashable {
    let levels: [String]
    let scheme: String
    let service: String
  }

  /// A line of spending with its share at some levels.
  private struct Weight {
    let column: Int
    let weight: Double
  }

  private mutating func weights(_ share: Share) -> [Weight] {
    if let found = weights[share] { return found }
    let found = catalogue.prevention.lines(of: share.scheme, service: share.service)
      .compactMap { line -> Weight? in
        guard let column = cube.column(line.line + ".net") else { return nil }
        let weight = zip(PreventionScheme.levels, line.shares)
          .filter { share.levels.contains($0.0) }.reduce(0) { $0 + $1.1 }
        return Weight(column: column, weight: weight)
      }
    weights[share] = found
    return found
  }

  /// Net spending on the lines of a service, each weighted by its share at some levels.
  private mutating func weighted(
    _ levels: [String], _ scheme: String, _ service: String, _ site: Site, _ period: Period
  ) -> Figure {
    var total = Figure.notApplicable
    for line in weights(Share(levels: levels, scheme: scheme, service: service)) {
      guard let figure = figure(line.column, site, period) else { continue }
      total = .sum(total, .product(figure, Figure(line.weight)))
    }
    return total.isNotApplicable ? .absent : total
  }

  /// How a column behaves when places are joined.
  func kind(ofColumn column: Int) -> Measure.Kind { kindOfColumn[column] }

  /// The service of a column, or nil.
  func service(ofColumn column: Int) -> String? { serviceOfColumn[column] }

  /// The councils of a group of today, both tiers, kept.
  mutating func members(of site: Site) -> [Site] {
    if let found = membersOf[site.slot] { return found }
    let members =
      site.place.kind == .county ? [] : register.members(of: site.place.code, level: .all)
    let found = members.compactMap { member in
      cube.slot(member.code).map { Site(place: member, slot: $0) }
    }
    membersOf[site.slot] = found
    return found
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
