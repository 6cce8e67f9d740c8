import Evidence
import Importers
import Indicators
import Places
import Store

/// Which values are asked for, and the values.
struct ValueQuery {
  /// The indicators asked for, in order.
  let order: [String]
  /// What is known of them.
  let indicators: [String: Indicator]
  /// The places asked for, in order; none for all.
  let asked: [Place]
  /// The places whose values are given: on published boundaries also those that became them.
  private let places: [Place]
  private let boundaries: Boundaries
  private let register: Register
  private let periods: [Period]
  private let isLatest: Bool

  /// Reads a command line against what the database holds.
  init(
    _ arguments: Arguments, _ register: Register, _ connection: borrowing Connection
  ) throws {
    let known = try Self.indicators(connection)
    guard !known.isEmpty else {
      throw CommandFailure(
        .databaseRefused, "\(connection.path): it holds no indicators yet; run 'placewise build'")
    }
    let catalogue = Catalogue(indicators: known)
    let asked = arguments.all("--indicator")
    let chosen =
      asked.isEmpty
      ? known : try asked.map { try IndicatorArgument.resolve($0, in: catalogue) }
    order = chosen.map(\.id)
    indicators = Dictionary(chosen.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    boundaries = try BoundariesArgument.resolve(arguments)
    var places = try arguments.all("--place").map { try PlaceArgument.resolve($0, in: register) }
    if let text = arguments.value("--among") {
      let group = try GroupArgument.resolve(text, in: register)
      places += register.members(of: group.code, level: .all)
    }
    self.asked = places
    self.places = boundaries == .today ? places : Self.withPredecessors(places, register)
    self.register = register
    var periods: [Period] = []
    var isLatest = false
    for text in arguments.all("--period") {
      if text == "latest" {
        isLatest = true
      } else {
        periods.append(try PeriodArgument.resolve(text))
      }
    }
    self.periods = periods
    self.isLatest = isLatest
  }

  private static func withPredecessors(_ places: [Place], _ register: Register) -> [Place] {
    var seen: Set<String> = []
    return places.flatMap { place in
      [place] + (place.tier.isCouncil ? register.predecessors(of: place.code) : [])
    }.filter { seen.insert($0.code).inserted }
  }

  /// What must be said of the places asked for on these boundaries.
  var remarks: [String] {
    // Of a group's members it would be said too often.
    guard asked.count <= 3 else { return [] }
    return asked.compactMap { BoundariesArgument.remark(on: $0, boundaries, register) }
  }

  /// Predecessors of which nothing is held on the boundaries of their time, in a sentence; or nil.
  func missing(_ values: [IndicatorValue]) -> String? {
    let held = Set(values.map(\.place))
    let without = places.filter { !held.contains($0.code) && !asked.contains($0) }
    guard boundaries == .published, !without.isEmpty else { return nil }
    return
      "\(PlaceArgument.list(without, "and")): no value of what was asked for on the boundaries "
      + "of their time; rates need residents, who are published on today's boundaries only"
  }

  /// True for a value that is shown on these boundaries.
  private func isShown(_ value: IndicatorValue) -> Bool {
    guard let place = register[value.place], place.tier.isCouncil else { return true }
    switch boundaries {
    case .today: return place.isCurrent || !places.isEmpty
    case .published: return !value.isRestated && (place.isCurrent || !isLatest)
    }
  }

  /// The values: by indicator, then by place, then by period.
  func values(_ connection: borrowing Connection) throws -> [IndicatorValue] {
    let columns = "SELECT \(IndicatorReader.columns) FROM indicator_value"
    let sorted = "ORDER BY place, period_start, period_months"
    let all = try connection.prepare("\(columns) WHERE indicator = ?1 \(sorted)")
    let one = try connection.prepare("\(columns) WHERE indicator = ?1 AND place = ?2 \(sorted)")
    var found: [IndicatorValue] = []
    for indicator in order {
      if places.isEmpty {
        try all.bind(indicator, at: 1)
        try read(all, into: &found)
      }
      for place in places {
        try one.bind(indicator, at: 1)
        try one.bind(place.code, at: 2)
        try read(one, into: &found)
      }
    }
    return found
  }

  private func read(
    _ rows: borrowing Statement, into found: inout [IndicatorValue]
  ) throws {
    var series: [IndicatorValue] = []
    func flush() {
      if isLatest, let last = series.last(where: { $0.value != nil }) ?? series.last {
        found.append(last)
      }
      if !isLatest { found += series }
      series = []
    }
    while try rows.step() {
      guard let value = IndicatorReader.value(rows) else { continue }
      if let last = series.last, last.place != value.place { flush() }
      guard isShown(value), periods.isEmpty || periods.contains(value.period) else { continue }
      series.append(value)
    }
    flush()
    rows.reset()
  }

  /// The catalogue as the last build used it, in its order.
  static func indicators(_ connection: borrowing Connection) throws -> [Indicator] {
    let rows = try connection.prepare(
      """
      SELECT id, title, definition, formula, unit, decimals, polarity, tier, service,
        comparability, outcome, theme, caveats, source, numerator, denominator, method, lof_area
      FROM indicator ORDER BY rowid
      """)
    var found: [Indicator] = []
    while try rows.step() {
      found.append(
        try Indicator(
          id: rows.text(0), title: rows.text(1), definition: rows.text(2), formula: rows.text(3),
          unit: rows.text(4), decimals: rows.int(5),
          polarity: Measure.Polarity(rawValue: rows.text(6)) ?? .neutral, tier: rows.text(7),
          service: rows.text(8), comparability: rows.text(9), outcome: rows.text(10),
          theme: rows.text(11), caveats: rows.text(12), source: rows.text(13),
          numerator: rows.text(14), denominator: rows.text(15),
          method: IntervalRule(rawValue: rows.text(16)) ?? .none, frameworkArea: rows.text(17)))
    }
    return found
  }
}
