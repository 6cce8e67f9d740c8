import Evidence
import Places
import Testing

@testable import Indicators

@Suite("Fifths of comparable places")
struct QuintileGroupsTests {
  /// Councils of a kind, numbered in their codes.
  private static func councils(
    _ count: Int, _ kind: PlaceKind, _ tier: PlaceTier, _ prefix: String
  ) -> [Place] {
    (0..<count).map { index in
      Place(
        code: "\(prefix)\(String(1000 + index).dropFirst())", name: "\(prefix) \(index)",
        kind: kind,
        tier: tier, country: "E92000001")
    }
  }

  private static let places =
    councils(25, .unitary, .single, "U") + councils(25, .county, .upper, "C")
    + councils(30, .district, .lower, "D")
    + [
      Place(code: "CITY", name: "City of London", kind: .cityOfLondon, tier: .single),
      Place(code: "ISLES", name: "Isles of Scilly", kind: .islesOfScilly, tier: .single),
      Place(code: "AREA", name: "Three Parts", kind: .combinedAuthority, tier: .combined),
      Place(code: "E92000001", name: "England", kind: .country, tier: .country),
    ]

  private static let register: Register = {
    var rows = RegisterRows()
    rows.places = places
    return Register(rows)
  }()

  /// The fifth of each place that has a value.
  private func fifths(
    _ values: [(place: String, value: Double)], comparability: String,
    unreliable: Set<String> = []
  ) throws -> [String: Int] {
    var all = values.map { place, value in
      [
        IndicatorValue(
          place: place, period: .financialYear(2024), indicator: "i", value: value,
          status: unreliable.contains(place) ? .unreliable : [])
      ]
    }
    QuintileGroups(register: Self.register)
      .mark(&all, of: try .of("i", "outturn.asc.net", comparability: comparability))
    var found: [String: Int] = [:]
    for series in all { found[series[0].place] = series[0].quintile }
    return found
  }

  private static func values(_ prefix: String, _ range: Range<Int>) -> [(
    place: String, value: Double
  )] {
    range.map { ("\(prefix)\(String(1000 + $0).dropFirst())", Double($0)) }
  }

  @Test("are of equal size, the lowest values first, whatever the order in which they come")
  func sizes() throws {
    let values = Self.values("U", 0..<25)
    let fifths = try fifths(values, comparability: "upper")
    for (place, value) in values { #expect(fifths[place] == Int(value) / 5 + 1) }
    #expect(try self.fifths(values.reversed(), comparability: "upper") == fifths)
  }

  @Test("give equal values one fifth, that of the middle of their run")
  func ties() throws {
    var values = Self.values("U", 0..<25)
    for index in 3..<8 { values[index].value = 5 }
    let fifths = try fifths(values, comparability: "upper")
    #expect(Set((3..<8).map { fifths[values[$0].place] }).count == 1)
    let alike = values.map { ($0.place, 7.0) }
    #expect(Set(try self.fifths(alike, comparability: "upper").values) == [3])
  }

  @Test("are of the tier, or of all upper-tier councils, as the indicator may be compared")
  func tiers() throws {
    // Unitary authorities all lie below counties.
    let values =
      Self.values("U", 0..<25) + Self.values("C", 0..<25).map { ($0.place, $0.value + 100) }
    let together = try fifths(values, comparability: "upper")
    #expect(together["U024"] == 3 && together["C000"] == 3)
    #expect(together["U000"] == 1 && together["C024"] == 5)
    let apart = try fifths(values, comparability: "tier")
    #expect(apart["U024"] == 5 && apart["C000"] == 1)
    #expect(try fifths(values, comparability: "none").isEmpty)
    let districts = Self.values("D", 0..<30)
    #expect(try fifths(districts, comparability: "upper").isEmpty)
    #expect(try fifths(districts, comparability: "tier")["D029"] == 5)
  }

  @Test("leave out the City of London, the Isles of Scilly, areas and what is unreliable")
  func outside() throws {
    let values =
      Self.values("U", 0..<25) + ["CITY", "ISLES", "AREA", "E92000001"].map { ($0, 1e6) }
    let fifths = try fifths(values, comparability: "upper", unreliable: ["U024"])
    for place in ["CITY", "ISLES", "AREA", "E92000001", "U024"] {
      #expect(fifths[place] == nil)
    }
    #expect(fifths["U023"] == 5 && fifths.count == 24)
  }

  @Test("of fewer than twenty places are not given")
  func few() throws {
    #expect(try fifths(Self.values("U", 0..<19), comparability: "upper").isEmpty)
    #expect(try fifths(Self.values("U", 0..<20), comparability: "upper").count == 20)
  }
}
