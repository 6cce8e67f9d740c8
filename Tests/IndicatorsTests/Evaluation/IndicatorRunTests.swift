import Evidence
import Places
import Testing

@testable import Indicators

extension Indicator {
  /// A row of a catalogue with what tests look at.
  static func of(
    _ id: String, _ formula: String, unit: String = "£ per head", tier: String = "all",
    service: String = "", comparability: String = "none"
  ) throws -> Indicator {
    try Indicator(
      id: id, title: id, definition: "", formula: formula, unit: unit, decimals: 2,
      polarity: .neutral, tier: tier, service: service, comparability: comparability, outcome: "",
      theme: "", caveats: "", source: "")
  }
}

@Suite("A run of the catalogue")
struct IndicatorRunTests {
  typealias Land = InventedLand

  private static func run(_ figures: InventedFigures, _ indicators: [Indicator]) -> IndicatorTable {
    var catalogue = figures.catalogue
    catalogue.indicators = indicators
    return IndicatorRun(cube: figures.cube, catalogue: catalogue, register: Land.register).run()
  }

  private static var figures: InventedFigures {
    var figures = InventedFigures()
    for year in [2022, 2023, 2024] {
      figures.keep("outturn.asc.net", Land.northam, year, 20_000)
      figures.keep("outturn.asc.net", Land.millbridge, year, year == 2024 ? nil : 30_000)
      figures.keep("outturn.asc.net", Land.keepshire, year, 60_000)
      figures.keep("outturn.asc.net", Land.keepWest, year, 0)
      figures.keep("outturn.asc.net", Land.police, year, 0)
    }
    return figures
  }

  @Test("gives money in pounds with what was divided by what")
  func pounds() throws {
    let table = Self.run(Self.figures, [try .of("care", "outturn.asc.net per head")])
    let value = try #require(table.value("care", Land.northam, .financialYear(2024)))
    #expect(value.value == 2 && value.count == 200 && value.denominator == 100)
    #expect(table.series("care", Land.northam).map(\.period.year) == [2022, 2023, 2024])
    let people = Self.run(Self.figures, [try .of("people", "population.all", unit: "people")])
    #expect(people.latest("people", Land.northam)?.value == 100)
  }

  @Test("gives of a partial total what is known as its lower limit, and no value")
  func partial() throws {
    let table = Self.run(
      Self.figures,
      [try .of("total", "outturn.asc.net", unit: "£"), try .of("care", "outturn.asc.net per head")])
    let total = try #require(table.value("total", Land.threeParts, .financialYear(2024)))
    #expect(total.value == nil && total.lower == 800 && total.status == .notAvailable)
    #expect(total.coverage.map { ($0 * 1e9).rounded() / 1e9 } == 0.7)
    let whole = try #require(table.value("total", Land.threeParts, .financialYear(2023)))
    #expect(whole.value == 1100 && whole.lower == nil && whole.coverage == 1)
    let rate = try #require(table.value("care", Land.threeParts, .financialYear(2024)))
    #expect(rate.value == nil && rate.lower == nil && rate.coverage != nil)
  }

  @Test("says once that a council does not run a service, and every year that it told nothing")
  func blanks() throws {
    let table = Self.run(Self.figures, [try .of("care", "outturn.asc.net per head")])
    #expect(table.series("care", Land.keepWest).map(\.status) == [.notApplicable])
    #expect(table.series("care", Land.keepWest).map(\.period.year) == [2024])
    let silent = table.series("care", Land.millbridge)
    #expect(silent.map { $0.value == nil } == [false, false, true])
    #expect(silent.last?.status == .notAvailable)
  }

  @Test(
    "is for the places of its tier",
    arguments: [
      ("all", ["E06000901", "E07000931", "E10000904", "E47000901", "E92000001"], ["E23000901"]),
      ("upper", ["E06000901", "E10000904", "E47000901"], ["E07000931", "E23000901"]),
      ("lower", ["E06000901", "E07000931"], ["E10000904", "E47000901"]),
      ("council", ["E06000901", "E07000931", "E10000904"], ["E47000901", "E92000001"]),
      ("group", ["E47000901"], ["E06000901", "E92000001"]),
      ("body", ["E23000901"], ["E06000901", "E47000901"]),
    ])
  func tiers(tier: String, with: [String], without: [String]) throws {
    var figures = InventedFigures()
    for place in with + without { figures.keep("outturn.tot.net", place, 2024, 5) }
    let table = Self.run(figures, [try .of("total", "outturn.tot.net", tier: tier)])
    for place in with { #expect(!table.series("total", place).isEmpty, "\(place)") }
    for place in without { #expect(table.series("total", place).isEmpty, "\(place)") }
  }

  @Test("leaves out councils that ended before their first figure, and restates for those after")
  func ended() throws {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.mereshire, 2018, 10_000)
    figures.keep("outturn.asc.net", Land.westmere, 2018, 0)
    figures.keep("outturn.asc.net", Land.eastmere, 2018, 0)
    figures.keep("outturn.asc.net", Land.mere, 2024, 20_000)
    figures.keep("outturn.asc.net", Land.northam, 2024, 20_000)
    let table = Self.run(figures, [try .of("total", "outturn.asc.net", unit: "£")])
    let mere = table.series("total", Land.mere)
    #expect(mere.map(\.value) == [100, 200])
    #expect(mere.map(\.note) == ["restated on today's boundary", ""])
    #expect(table.series("total", Land.mereshire).map(\.value) == [100])
    #expect(table.series("total", Land.port).isEmpty)
    // Before it began there was nothing to report, and nothing is said.
    #expect(table.series("total", Land.seaport).map(\.period.year) == [2024])
  }

  @Test("gives the same table however it is shared out among processors")
  func deterministic() throws {
    let indicators = try (0..<12).map {
      try Indicator.of("i\($0)", "outturn.asc.net per head * \($0)")
    }
    let first = Self.run(Self.figures, indicators).everySeries
    for _ in 0..<5 { #expect(Self.run(Self.figures, indicators).everySeries == first) }
    #expect(
      first.map { $0[0].indicator }
        == first.map { $0[0].indicator }.sorted {
          (Int($0.dropFirst()) ?? 0) < (Int($1.dropFirst()) ?? 0)
        })
  }
}
