import Evidence
import Places
import Testing

@testable import Indicators

@Suite("Comparing places")
struct ComparisonTests {
  private static let year = Period.financialYear(2024)

  private static func council(
    _ code: String, _ name: String, _ kind: PlaceKind, _ tier: PlaceTier
  ) -> Place {
    Place(code: code, name: name, kind: kind, tier: tier, country: "E92000001")
  }

  private static let one = council("E06000901", "Northam", .unitary, .single)
  private static let two = council("E08000901", "Millbridge", .metropolitanDistrict, .single)
  private static let county = council("E10000901", "Keepshire", .county, .upper)
  private static let district = council("E07000901", "West Keep", .district, .lower)
  private static let city = council("E09000001", "City of London", .cityOfLondon, .single)

  private static func value(
    _ place: Place, _ number: Double?, _ lower: Double? = nil, _ upper: Double? = nil,
    count: Double? = nil, of base: Double? = nil, status: Status = [], coverage: Double? = nil,
    period: Period = year
  ) -> IndicatorValue {
    IndicatorValue(
      place: place.code, period: period, indicator: "i", value: number, lower: lower, upper: upper,
      count: count, denominator: base, status: status, coverage: coverage)
  }

  private static func indicator(
    _ comparability: String = "upper", polarity: Measure.Polarity = .low, decimals: Int = 1
  ) throws -> Indicator {
    try Indicator(
      id: "i", title: "I", definition: "", formula: "a.b", unit: "%", decimals: decimals,
      polarity: polarity, tier: "all", service: "", comparability: comparability, outcome: "",
      theme: "", caveats: "", source: "")
  }

  private static let england = Place(
    code: "E92000001", name: "England", kind: .country, tier: .country)

  @Test(
    "a place stands to a benchmark by its interval and by what is good",
    arguments: [
      (Measure.Polarity.low, 12.0, BenchmarkStanding.worse), (.low, 8, .better),
      (.high, 12, .better), (.high, 8, .worse), (.neutral, 12, .higher), (.neutral, 8, .lower),
      (.low, 10.5, .similar),
    ])
  func standsByInterval(
    polarity: Measure.Polarity, number: Double, expected: BenchmarkStanding
  ) throws {
    let value = Self.value(Self.one, number, number - 1, number + 1)
    #expect(
      Comparison.standing(value, 10, try Self.indicator(polarity: polarity)) == expected)
  }

  @Test("without an interval a difference is named and said to be untested")
  func saysUntested() throws {
    let indicator = try Self.indicator()
    #expect(Comparison.standing(Self.value(Self.one, 12), 10, indicator) == .higherUntested)
    #expect(Comparison.standing(Self.value(Self.one, 8), 10, indicator) == .lowerUntested)
    // 10.04 is printed as 10.0.
    #expect(Comparison.standing(Self.value(Self.one, 10.04), 10, indicator) == .similar)
    #expect(Comparison.standing(Self.value(Self.one, 12), nil, indicator) == .none)
  }

  @Test("rates of several places are pooled from their counts, never averaged")
  func pools() {
    // 10 of 100 and 90 of 300: 100 of 400 is 25%; the mean of the rates would be 20%.
    let pooled = PooledValue.of([
      Self.value(Self.one, 10, count: 10, of: 100), Self.value(Self.two, 30, count: 90, of: 300),
    ])
    #expect(pooled == 25)
    #expect(
      PooledValue.of([
        Self.value(Self.one, 10, count: 10, of: 100), Self.value(Self.two, 30),
      ]) == nil, "a place without counts leaves no pooled value")
    #expect(
      PooledValue.of([
        Self.value(Self.one, 10, count: 10, of: 100),
        Self.value(Self.two, 12, count: 90, of: 300),
      ]) == nil, "a standardised rate is not made of its count")
  }

  @Test("a county is set beside a unitary only for what both run, a district never")
  func partsByTier() throws {
    let choice = ComparisonChoice(with: [Self.one, Self.county, Self.district, Self.city])
    let upper = choice.parts(try Self.indicator("upper"))
    #expect(upper.map(\.name) == ["Councils with social care duties"])
    #expect(upper[0].places == [Self.one, Self.county])
    let tier = choice.parts(try Self.indicator("tier"))
    #expect(
      tier.map(\.name) == [
        "Councils that run all services", "County councils", "District councils",
      ])
    #expect(choice.parts(try Self.indicator("none")).isEmpty)
    #expect(choice.outside(try Self.indicator("tier")) == [Self.city])
  }

  @Test("partial, hidden and unreliable values are shown with the reason and not compared")
  func givesReasons() throws {
    var table = IndicatorTable()
    table.append([Self.value(Self.england, 10)])
    table.append([
      Self.value(Self.one, nil, 50, status: .notAvailable, coverage: 0.61)
    ])
    table.append([Self.value(Self.two, nil, status: .confidential)])
    table.append([Self.value(Self.county, 30, 29, 31, status: .unreliable)])
    let choice = ComparisonChoice(with: [Self.one, Self.two, Self.county])
    let indicator = try Self.indicator()
    let made = Comparison(
      indicator, choice, part: choice.parts(indicator)[0], period: Self.year, table)
    let reasons = Dictionary(
      uniqueKeysWithValues: made.places.map { ($0.place.name, $0.reason) })
    #expect(
      reasons["Northam"]
        == "councils with 61% of the people have published: a lower bound only")
    #expect(reasons["Millbridge"] == "hidden by its publisher")
    #expect(reasons["Keepshire"] == "marked unreliable")
    #expect(made.places.allSatisfy { $0.standings == [.none] })
  }

  @Test("the period is the latest that at least half of the places have")
  func choosesPeriod() throws {
    var table = IndicatorTable()
    let before = Period.financialYear(2023)
    table.append([Self.value(Self.one, 1, period: before), Self.value(Self.one, 2)])
    for place in [Self.two, Self.county] {
      table.append([Self.value(place, 1, period: before), Self.value(place, nil)])
    }
    let indicator = try Self.indicator()
    let places = [Self.one, Self.two, Self.county]
    #expect(Comparison.latest(indicator, places, table) == before)
  }
}
