import Evidence
import Places
import Testing

@testable import Indicators

@Suite("Limits, comparison with England and trends")
struct IntervalsAndTrendsTests {
  typealias Land = InventedLand

  private static func indicator(
    _ formula: String, _ method: IntervalRule, unit: String = "%",
    polarity: Measure.Polarity = .low, comparability: String = "tier"
  ) throws -> Indicator {
    var indicator = try Indicator.of("x", formula, unit: unit, comparability: comparability)
    indicator.method = method
    indicator.polarity = polarity
    return indicator
  }

  private static func run(
    _ figures: InventedFigures, _ indicator: Indicator, kinds: [String: Measure.Kind] = [:]
  ) -> IndicatorTable {
    var catalogue = figures.catalogue
    catalogue.indicators = [indicator]
    for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      catalogue.measures.append(Measure(id: id, title: id, unit: .rate, kind: kind))
    }
    return IndicatorRun(cube: figures.cube, catalogue: catalogue, register: Land.register).run()
  }

  private static func near(_ found: Double?, _ expected: Double) -> Bool {
    found.map { abs($0 - expected) < 5e-7 * max(1, abs(expected)) } ?? false
  }

  @Test("are Wilson's for a share, Byar's for a rate and exact for fewer than ten events")
  func computed() throws {
    var figures = InventedFigures()
    figures.cube.keep(5, place: Land.northam, measure: "n", period: .financialYear(2024))
    figures.cube.keep(40, place: Land.northam, measure: "d", period: .financialYear(2024))
    figures.cube.keep(100, place: Land.millbridge, measure: "n", period: .financialYear(2024))
    figures.cube.keep(1000, place: Land.millbridge, measure: "d", period: .financialYear(2024))
    let share = Self.run(figures, try Self.indicator("n per 100 d", .wilson))
    // Wilson 1927 by hand, z 1.959963984540054: 5 of 40 and 100 of 1000.
    let few = try #require(share.latest("x", Land.northam))
    #expect(Self.near(few.lower, 5.4595003) && Self.near(few.upper, 26.1121198), "\(few)")
    let many = try #require(share.latest("x", Land.millbridge))
    #expect(Self.near(many.lower, 8.2909444) && Self.near(many.upper, 12.0151963), "\(many)")
    let rate = Self.run(
      figures, try Self.indicator("n per 1000 d", .byar, unit: "per 1,000"))
    // Garwood: 5 events, 1.6234864 to 11.6683321. Byar: 100 events, 81.3621 to 121.6279.
    let exact = try #require(rate.latest("x", Land.northam))
    #expect(Self.near(exact.lower, 1.6234864 / 0.04) && Self.near(exact.upper, 11.6683321 / 0.04))
    let byar = try #require(rate.latest("x", Land.millbridge))
    #expect(abs((byar.lower ?? 0) - 81.3621) < 5e-4 && abs((byar.upper ?? 0) - 121.6279) < 5e-4)
  }

  @Test("are the publisher's where one measure is the whole formula, and none otherwise")
  func published() throws {
    var figures = InventedFigures()
    figures.cube.keep(
      12, FigureParts(lower: 10, upper: 15, count: 6, denominator: 50), place: Land.northam)
    let plain = Self.run(figures, try Self.indicator("r", .published), kinds: ["r": .ratio])
    let value = try #require(plain.latest("x", Land.northam))
    #expect(value.lower == 10 && value.upper == 15 && value.count == 6 && value.denominator == 50)
    for (formula, method) in [
      ("2 * r", IntervalRule.published), ("r", .none), ("r - r", .published),
    ] {
      let other = Self.run(figures, try Self.indicator(formula, method), kinds: ["r": .ratio])
      #expect(other.latest("x", Land.northam)?.upper == nil, "\(formula)")
    }
  }

  @Test("of a group come from its members' counts, or the group has no rate")
  func groups() throws {
    var figures = InventedFigures()
    let parts = [
      (Land.northam, 10.0, 100.0), (Land.millbridge, 90, 300), (Land.keepshire, 20, 400),
    ]
    for (place, count, all) in parts {
      figures.cube.keep(
        count / all * 100, FigureParts(lower: 0, upper: 99, count: count, denominator: all),
        place: place)
    }
    for place in [Land.keepWest, Land.keepEast] {
      figures.cube.keep(nil, .notApplicable, nil, place)
    }
    var upper = figures
    let indicator = try Self.indicator("r", .published)
    func run(_ figures: InventedFigures) -> IndicatorTable {
      var catalogue = figures.catalogue
      catalogue.indicators = [indicator]
      catalogue.measures.append(
        Measure(id: "r", title: "r", unit: .percent, kind: .ratio, tier: "upper"))
      return IndicatorRun(cube: figures.cube, catalogue: catalogue, register: Land.register).run()
    }
    let group = try #require(run(figures).latest("x", Land.threeParts))
    // 120 of 800, not the mean of 10, 30 and 5.
    #expect(Self.near(group.value, 15) && group.count == 120 && group.denominator == 800)
    #expect(group.coverage == 1 && (group.lower ?? 0) > 12 && (group.upper ?? 0) < 18)
    // A rate without its count, or one that the counts do not give, leaves the group without.
    upper.cube.keep(30, nil, place: Land.millbridge)
    #expect(run(upper).latest("x", Land.threeParts) == nil)
    upper.cube.keep(
      30, FigureParts(lower: 0, upper: 99, count: 20, denominator: 100), place: Land.millbridge)
    #expect(run(upper).latest("x", Land.threeParts) == nil)
  }

  @Test(
    "say better, similar or worse than England by the interval and the polarity",
    arguments: [
      (12.0, Measure.Polarity.high, "better"), (12, .low, "worse"), (12, .neutral, "higher"),
      (9, .high, "worse"), (9, .low, "better"), (9, .neutral, "lower"), (10, .high, "similar"),
    ])
  func compared(value: Double, polarity: Measure.Polarity, word: String) throws {
    var figures = InventedFigures()
    figures.cube.keep(10, FigureParts(lower: 9.9, upper: 10.1), place: Land.england)
    figures.cube.keep(
      value, FigureParts(lower: value - 0.5, upper: value + 0.5), place: Land.northam)
    figures.cube.keep(
      value, .unreliable, FigureParts(lower: value - 0.5, upper: value + 0.5), Land.millbridge)
    let indicator = try Self.indicator("r", .published, polarity: polarity)
    let table = Self.run(figures, indicator, kinds: ["r": .ratio])
    #expect(table.latest("x", Land.northam)?.compared == word)
    #expect(table.latest("x", Land.england)?.compared == "")
    #expect(table.latest("x", Land.millbridge)?.compared == "")
    var apart = indicator
    apart.comparability = "none"
    let none = Self.run(figures, apart, kinds: ["r": .ratio])
    #expect(none.latest("x", Land.northam)?.compared == "")
  }

  @Test("need five points a year apart, in windows that do not overlap, without a break")
  func trends() throws {
    func series(_ years: [Int], months: Int = 12, broken: Int? = nil) throws -> (String, String) {
      var figures = InventedFigures()
      for year in years {
        let period = Period(start: Day(year: year, firstOfMonth: 4), months: months)
        let value = Double(year - 1990)
        figures.cube.keep(
          value, year == broken ? .seriesBreak : [],
          FigureParts(lower: value - 0.5, upper: value + 0.5), place: Land.northam, measure: "r",
          period: period)
      }
      let table = Self.run(figures, try Self.indicator("r", .published), kinds: ["r": .ratio])
      let latest = try #require(table.latest("x", Land.northam))
      return (latest.trend, latest.note)
    }
    #expect(try series([2020, 2021, 2022, 2023, 2024]) == ("worse", ""))
    #expect(try series([2024]) == ("", "no trend: one year only"))
    #expect(
      try series([2019, 2021, 2022, 2023, 2024]) == ("", "no trend: too few points (4 of 5)"))
    #expect(
      try series(Array(2015...2024), broken: 2022) == ("", "no trend: too few points (3 of 5)"))
    // Windows of three years that begin every year: five that do not overlap need 13 beginnings.
    #expect(
      try series(Array(2013...2024), months: 36) == ("", "no trend: too few points (4 of 5)"))
    #expect(try series(Array(2012...2024), months: 36) == ("worse", ""))
    #expect(try series([2022], months: 60) == ("", "no trend: one window only"))
  }

  @Test("sums what each member gives of a rate and a count: x * y sum over members")
  func members() throws {
    var figures = InventedFigures()
    let parts = [(Land.northam, 10.0, 100.0), (Land.millbridge, 30, 300), (Land.keepshire, 5, 400)]
    for (place, percent, all) in parts {
      figures.cube.keep(percent, nil, place: place)
      figures.cube.keep(all, place: place, measure: "d", period: .financialYear(2024))
    }
    let formula = "(r * d / 100) sum over members per 100 d"
    let table = Self.run(
      figures, try Self.indicator(formula, .wilson), kinds: ["r": .ratio, "d": .stock])
    let council = try #require(table.latest("x", Land.northam))
    #expect(Self.near(council.value, 10) && council.coverage == nil)
    // The districts give nothing and are expected to: a lower bound, of which no rate is made.
    #expect(table.latest("x", Land.threeParts) == nil)
  }
}

extension FigureCube {
  /// Keeps a figure of the measure `r` for 2024-25.
  fileprivate mutating func keep(_ value: Double?, _ parts: FigureParts?, place: String) {
    keep(value, [], parts, place: place, measure: "r", period: .financialYear(2024))
  }

  fileprivate mutating func keep(
    _ value: Double?, _ status: Status, _ parts: FigureParts?, _ place: String
  ) {
    keep(value, status, parts, place: place, measure: "r", period: .financialYear(2024))
  }
}
