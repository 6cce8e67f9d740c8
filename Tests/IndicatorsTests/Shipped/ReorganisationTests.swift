import Evidence
import Places
import Testing

@testable import Indicators

/// Councils that took over others whole, with everything that is shipped for them.
///
/// Buckinghamshire in 2020, North Yorkshire and Somerset in 2023, East and West Suffolk in 2019.
@Suite("Councils that were reorganised")
struct ReorganisationTests {
  private static let register = ShippedCatalogue.register

  /// Councils of today all of whose predecessors went over whole.
  private static let whole = register.places.filter { place in
    guard place.isCurrent, place.tier.isCouncil, let start = place.start else { return false }
    return !register.predecessors(of: place.code).isEmpty
      && register.dividedPredecessors(of: place.code, on: start.previous).isEmpty
  }

  @Test("are these, and the others took over a part of a county, which is never apportioned")
  func which() {
    #expect(
      Self.whole.map(\.code) == [
        "E06000060", "E06000065", "E06000066", "E07000244", "E07000245",
      ])
    for code in [
      "E06000058", "E06000059", "E06000061", "E06000062", "E06000063", "E06000064",
    ] {
      let start = Self.register[code]?.start?.previous
      #expect(start.map { !Self.register.dividedPredecessors(of: code, on: $0).isEmpty } ?? false)
    }
  }

  @Test("have of every sum of money and every count what their predecessors' figures add up to")
  func sums() throws {
    let cube = try ShippedFigures.held.get().cube
    var evaluator = Evaluator(
      cube: cube, catalogue: ShippedCatalogue.catalogue, register: Self.register)
    let kinds = Dictionary(
      ShippedCatalogue.catalogue.measures.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var compared: [String: Int] = [:]
    for place in Self.whole {
      guard let start = place.start, let slot = cube.slot(place.code) else { continue }
      for (column, held) in cube.columns.enumerated() {
        guard let measure = kinds[held.measure], measure.kind == .flow || measure.kind == .stock
        else { continue }
        for (slice, period) in held.periods.enumerated()
        where period.start < start && held.figure(place: slot, slice: slice) == nil {
          guard
            let figure = evaluator.figure(column, Site(place: place, slot: slot), period),
            figure.isRestated, let value = figure.value
          else { continue }
          let expected = Self.sum(place, column, slice, period, cube, measure)
          #expect(abs(value - expected) < 1e-6, "\(place.name) \(held.measure) \(period.label)")
          compared[measure.unit == .pence ? "money" : "counts", default: 0] += 1
        }
      }
    }
    print("Restated and equal to the sum of predecessors: \(compared.sorted { $0.key < $1.key })")
    #expect(compared["money", default: 0] > 2000 && compared["counts", default: 0] > 200)
  }

  /// What the predecessors that stood in a period reported, added up from the figures themselves.
  private static func sum(
    _ place: Place, _ column: Int, _ slice: Int, _ period: Period, _ cube: FigureCube,
    _ measure: Measure
  ) -> Double {
    let before = register.predecessors(of: place.code).filter { $0.existed(on: period.start) }
    let hasCounty = before.contains { $0.tier == .upper }
    return before.reduce(0) { total, part in
      // A county counts the people of its districts.
      if hasCounty, part.tier == .lower, measure.unit == .persons { return total }
      let slot = cube.slot(part.code)
      return total
        + (slot.flatMap { cube.columns[column].figure(place: $0, slice: slice) }?.value ?? 0)
    }
  }

  @Test(
    "are Bournemouth, Christchurch and Poole too, for what the county did not run in Christchurch")
  func bournemouth() throws {
    let cube = try ShippedFigures.held.get().cube
    var evaluator = Evaluator(
      cube: cube, catalogue: ShippedCatalogue.catalogue, register: Self.register)
    let code = "E06000058"
    let place = try #require(Self.register[code])
    let start = try #require(place.start)
    let slot = try #require(cube.slot(code))
    // Bournemouth, Poole and Christchurch.
    let parts = try ["E06000028", "E06000029", "E07000048"].map { try #require(cube.slot($0)) }
    var restated: Set<String> = []
    for (column, held) in cube.columns.enumerated() {
      for (slice, period) in held.periods.enumerated() where period.start < start {
        guard held.figure(place: slot, slice: slice) == nil,
          let figure = evaluator.figure(column, Site(place: place, slot: slot), period),
          figure.isRestated, let value = figure.value
        else { continue }
        let expected = parts.reduce(0) {
          $0 + (held.figure(place: $1, slice: slice)?.value ?? 0)
        }
        #expect(abs(value - expected) < 1e-6, "\(held.measure) \(period.label)")
        restated.insert(held.measure)
      }
    }
    #expect(restated.contains("outturn.hou.net"))
    let ofCounties = ["outturn.asc.", "outturn.csc.", "outturn.cul.", "outturn.trans."]
    #expect(!restated.contains { measure in ofCounties.contains { measure.hasPrefix($0) } })
  }

  @Test(
    "have no jump: each change is within those of councils of the tier that stayed as they were")
  func jumps() throws {
    let ids = ShippedCatalogue.catalogue.indicators.map(\.id)
    let table = try ShippedFigures.table(ids)
    var series = 0
    for id in ids {
      let others = table.series(of: id).filter { values in
        values.first.flatMap { Self.register[$0.place] }.map {
          $0.isCurrent && $0.tier.isCouncil && $0.start == nil
        } ?? false
      }
      for place in Self.whole {
        guard let step = Step(table.series(id, place.code), of: place) else { continue }
        series += 1
        let peers = others.filter { Self.register[$0[0].place]?.tier == place.tier }
        let isWithin = step.isWithin(peers.compactMap { Step($0, from: step.from, to: step.to) })
        let reason = Self.published.first { $0.place == place.code && $0.ids.contains(id) }
        #expect(isWithin == (reason == nil), "\(place.name) \(id) \(step)")
      }
    }
    print("Restated series without a jump: \(series)")
    #expect(series > 300)
  }

  /// A change from the last year before a council began to its first one.
  struct Step {
    let from: Period
    let to: Period
    let before: Double
    let after: Double

    /// The change of a restated series across the council's first day; nil where there is none.
    init?(_ series: [IndicatorValue], of place: Place) {
      guard let start = place.start else { return nil }
      let held = series.filter { $0.value != nil }
      guard
        let last = held.last(where: { $0.isRestated && $0.period.start < start }),
        let first = held.first(where: {
          $0.period.start >= start && $0.period.months == last.period.months && !$0.isRestated
        }), let before = last.value, let after = first.value
      else { return nil }
      (from, to, self.before, self.after) = (last.period, first.period, before, after)
    }

    /// The change of a footprint's series across the day on which its councils changed.
    init?(_ series: [IndicatorValue], across day: Day) {
      let held = series.filter { $0.value != nil }
      guard let last = held.last(where: { $0.period.start < day }),
        let first = held.first(where: {
          $0.period.start >= day && $0.period.months == last.period.months
        }), let before = last.value, let after = first.value
      else { return nil }
      (from, to, self.before, self.after) = (last.period, first.period, before, after)
    }

    /// The change of another council between the same periods.
    init?(_ series: [IndicatorValue], from: Period, to: Period) {
      guard let before = series.first(where: { $0.period == from })?.value,
        let after = series.first(where: { $0.period == to })?.value
      else { return nil }
      (self.from, self.to, self.before, self.after) = (from, to, before, after)
    }

    /// True where the ratio, or where there is none the difference, is one that others had as well.
    func isWithin(_ others: [Step]) -> Bool {
      let ratios = others.compactMap { $0.before > 0 && $0.after > 0 ? $0.after / $0.before : nil }
      if before > 0, after > 0, ratios.count >= 10, let least = ratios.min(),
        let most = ratios.max(), (least...most).contains(after / before)
      {
        return true
      }
      let differences = others.map { $0.after - $0.before }
      guard differences.count >= 10, let least = differences.min(), let most = differences.max()
      else { return false }
      return (least...most).contains(after - before)
    }
  }

  /// Changes that stand in the published sheets themselves, which the sums above are equal to.
  private static let published: [(place: String, ids: Set<String>, why: String)] = [
    (
      "E07000245",
      ["env_net_head", "env_net_head_real", "env_share", "cen_share", "trans_share"],
      "Forest Heath's sheet of 2017-18 has environment at -£13.163m, after £1.451m the year before"
    ),
    (
      "E06000065", ["cen_gross_head", "cen_gross_head_real"],
      "central services: £133.0m gross in the county's and districts' sheets of 2022-23, £23.1m in "
        + "the new council's first sheet, £53.4m in its second"
    ),
    (
      "E06000065", ["looked_after_share"],
      "a share of children's services that rose by 13 points, the most of any by 2 points"
    ),
    (
      "E06000066", ["asc_share", "prevention_asc_broad", "tertiary_asc"],
      "adult care rose from £160.6m in 2022-23, when social care support was -£45.9m, to £288.0m in "
        + "2024-25; 2023-24 was not published"
    ),
  ]
}
