import Evidence
import Places
import Testing

@testable import Indicators

/// Footprints whose councils changed, with everything that is shipped for them.
///
/// Dorset and Suffolk in 2019, Buckinghamshire in 2020, Northamptonshire in 2021, Cumbria, North
/// Yorkshire and Somerset in 2023.
@Suite("Footprints through reorganisation")
struct FootprintSeriesTests {
  private static let register = ShippedCatalogue.register

  private static let changed = register.places.filter { place in
    place.kind == .footprint && register.spans(of: place.code).count > 1
  }

  @Test("that changed are these")
  func which() {
    #expect(
      Self.changed.map(\.code) == [
        "footprint-buckinghamshire", "footprint-cumbria", "footprint-dorset",
        "footprint-north-yorkshire", "footprint-northamptonshire", "footprint-somerset",
        "footprint-suffolk",
      ])
  }

  /// One figure of the tests below.
  private struct Cell {
    let column: Int
    let slice: Int
    let period: Period
    let measure: Measure
  }

  /// Every measure that adds up, in every period held.
  private static func cells(_ cube: FigureCube) -> [Cell] {
    let kinds = Dictionary(
      ShippedCatalogue.catalogue.measures.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return cube.columns.enumerated().flatMap { column, held -> [Cell] in
      guard let measure = kinds[held.measure], measure.kind == .flow || measure.kind == .stock
      else { return [] }
      return held.periods.enumerated().map {
        Cell(column: column, slice: $0, period: $1, measure: measure)
      }
    }
  }

  @Test("are, of every sum of money and every count, what the councils of the day add up to")
  func sums() throws {
    let cube = try ShippedFigures.held.get().cube
    var evaluator = Evaluator(
      cube: cube, catalogue: ShippedCatalogue.catalogue, register: Self.register)
    let cells = Self.cells(cube)
    var (before, after, elsewhere) = (0, 0, 0)
    for place in Self.changed {
      let slot = try #require(cube.slot(place.code))
      let start = try #require(Self.register.spans(of: place.code).last?.validity.from)
      for cell in cells {
        guard
          let figure = evaluator.figure(
            cell.column, Site(place: place, slot: slot), cell.period),
          figure.coverage == 1, let value = figure.value
        else { continue }
        let then = Self.sum(of: place, on: cell.period.start, cell, cube)
        let now = Self.sum(of: place, on: nil, cell, cube)
        #expect(
          abs(value - then) < 1e-6 || abs(value - now) < 1e-6,
          "\(place.name) \(cell.measure.id) \(cell.period.label): \(value), \(then), \(now)")
        if abs(value - then) >= 1e-6 {
          elsewhere += 1
        } else if cell.period.start < start {
          before += 1
        } else {
          after += 1
        }
      }
    }
    print("Footprints: \(before) sums before, \(after) after, \(elsewhere) published for today")
    #expect(before > 3000 && after > 1500)
  }

  /// The figures of the councils of a day, added up as they stand.
  private static func sum(
    of place: Place, on day: Day?, _ cell: Cell, _ cube: FigureCube
  ) -> Double {
    let members = register.members(of: place.code, on: day, level: .all)
    let hasCounty = members.contains { $0.tier == .upper }
    return members.reduce(0) { total, member in
      // A county counts the people of its districts.
      if hasCounty, member.tier == .lower, cell.measure.unit == .persons { return total }
      let figure = cube.slot(member.code).flatMap {
        cube.columns[cell.column].figure(place: $0, slice: cell.slice)
      }
      return total + (figure?.value ?? 0)
    }
  }

  @Test(
    "of which one council is left have before its first day what that council is restated to",
    arguments: [
      ("footprint-buckinghamshire", "E06000060"), ("footprint-north-yorkshire", "E06000065"),
      ("footprint-somerset", "E06000066"),
    ])
  func successor(footprint: String, council: String) throws {
    let cube = try ShippedFigures.held.get().cube
    var evaluator = Evaluator(
      cube: cube, catalogue: ShippedCatalogue.catalogue, register: Self.register)
    let ground = try #require(Self.register[footprint])
    let place = try #require(Self.register[council])
    let start = try #require(place.start)
    var compared = 0
    for cell in Self.cells(cube) where cell.period.start < start {
      let site = try Site(place: place, slot: #require(cube.slot(council)))
      guard let restated = evaluator.figure(cell.column, site, cell.period), restated.isRestated,
        let expected = restated.value,
        let figure = evaluator.figure(
          cell.column, Site(place: ground, slot: try #require(cube.slot(footprint))), cell.period),
        let value = figure.value
      else { continue }
      #expect(
        abs(value - expected) < 1e-6, "\(cell.measure.id) \(cell.period.label): \(value)")
      compared += 1
    }
    print("\(council) restated as its footprint: \(compared)")
    #expect(compared > 200)
  }

  @Test("have no jump: each change is within those of councils that stayed as they were")
  func jumps() throws {
    let ids = ShippedCatalogue.catalogue.indicators.map(\.id)
    let table = try ShippedFigures.table(ids)
    var series = 0
    for id in ids {
      let peers = table.series(of: id).filter { values in
        values.first.flatMap { Self.register[$0.place] }.map {
          $0.isCurrent && $0.tier == .single && $0.start == nil
            || $0.kind == .footprint && !Self.changed.contains($0)
        } ?? false
      }
      for place in Self.changed {
        guard let start = Self.register.spans(of: place.code).last?.validity.from,
          let step = ReorganisationTests.Step(table.series(id, place.code), across: start)
        else { continue }
        let steps = peers.compactMap {
          ReorganisationTests.Step($0, from: step.from, to: step.to)
        }
        // All bodies together are summed for few places: nine, and no more, say nothing.
        guard steps.count >= 10 else { continue }
        series += 1
        let isWithin = step.isWithin(steps)
        let reason = Self.published.first { $0.place == place.code && $0.ids.contains(id) }
        #expect(isWithin == (reason == nil), "\(place.name) \(id) \(step)")
      }
    }
    print("Footprint series without a jump: \(series)")
    #expect(series > 400)
  }

  /// Changes that stand in the published sheets themselves, which the sums above are equal to.
  private static let published: [(place: String, ids: Set<String>, why: String)] = [
    (
      "footprint-north-yorkshire",
      ["cen_gross_head", "cen_gross_head_real", "looked_after_share"],
      "as the council's own: central services £133.0m gross in the sheets of 2022-23, £23.1m in the "
        + "first of the new council; a share of children's services that rose by 13 points"
    ),
    (
      "footprint-somerset", ["asc_share", "prevention_asc_broad", "tertiary_asc"],
      "as the council's own: adult care rose from £160.6m in 2022-23, when social care support was "
        + "-£45.9m, to £288.0m in 2024-25"
    ),
    (
      "footprint-cumbria", ["re_referrals"],
      "a referral follows another within a year at the same council: the first returns of new "
        + "councils know none from before they began"
    ),
  ]
}
