import Testing

@testable import Places

/// Counties' ground on both sides of a reorganisation.
@Suite("Footprints")
struct FootprintTests {
  let register = Shipped.register

  @Test("hold every council of a two-tier area, which is due to be reorganised")
  func due() {
    for place in register.places where place.isCurrent {
      guard place.tier == .upper || place.tier == .lower else { continue }
      let found = register.footprints(of: place.code).filter { $0.validity.to == nil }
      #expect(found.count == 1, "\(place)")
    }
  }

  @Test("are pointed to by councils of before and after")
  func bothSides() throws {
    for code in ["E06000066", "E10000027", "E07000187", "E07000190", "E07000246"] {
      #expect(register.footprints(of: code).map(\.group.code).contains("footprint-somerset"))
    }
    let spans = register.spans(of: "footprint-somerset")
    // A county and five districts; four from 2019, when two became one; one council from 2023.
    #expect(spans.map(\.places.count) == [6, 5, 1])
    #expect(spans.map { $0.validity.from?.description ?? "" } == ["", "2019-04-01", "2023-04-01"])
    #expect(register.footprint("somerset")?.code == "footprint-somerset")
    #expect(register.footprint("Manchester") == nil)
    #expect(register.footprints(of: "E08000003").isEmpty)
  }

  @Test(
    "are places of their own, told from the council of the same name by the word or the code",
    arguments: [
      ("Surrey footprint", "footprint-surrey"), ("footprint-surrey", "footprint-surrey"),
      ("Footprint Surrey", "footprint-surrey"), ("Cumbria footprint", "footprint-cumbria"),
      ("Kent and Medway footprint", "footprint-kent-and-medway"),
      ("footprint-essex-southend-and-thurrock", "footprint-essex-southend-and-thurrock"),
    ])
  func grounds(text: String, code: String) throws {
    let place = try #require(register.ground(text))
    #expect(place.code == code && place.kind == .footprint && place.name.hasSuffix(" footprint"))
    #expect(register[code] == place && place.isCurrent && !place.tier.isCouncil)
  }

  @Test("are never what the bare name of a council means, nor what a file's names mean")
  func names() {
    #expect(register.ground("Surrey") == nil && register.ground("Manchester footprint") == nil)
    #expect(register.resolve("Surrey").place?.code == "E10000030")
    // The county council ended in 2023; the name still means it.
    #expect(register.resolve("Cumbria").place?.code == "E10000006")
    #expect(register.resolve("Kent and Medway").place == nil)
    #expect(register.ground(named: "Kent and Medway")?.code == "footprint-kent-and-medway")
    for group in register.allGroups.filter(\.isFootprint) {
      #expect(register.allGroups.filter { $0.code == group.code }.count == 1, "\(group.code)")
    }
  }

  /// The Surrey decision of 28 October 2025: five districts become East Surrey, six West Surrey.
  @Test("have councils to come with their day, and no code until one is published")
  func newCouncils() throws {
    let councils = register.newCouncils(on: "footprint-surrey")
    #expect(councils.map(\.name) == ["East Surrey", "West Surrey"])
    #expect(councils.allSatisfy { $0.startsOn.description == "2027-04-01" && $0.code == nil })
    #expect(councils.map(\.takesOver.count) == [5, 6])
    let districts = register.members(of: "footprint-surrey", level: .lowest).map(\.code)
    #expect(councils.flatMap(\.takesOver).sorted() == districts)
    #expect(register.newCouncil(named: "east surrey council")?.name == "East Surrey")
    #expect(register.resolve("East Surrey").place == nil, "it is no place before it begins")
    for council in register.newCouncils {
      #expect(register.footprint(council.footprint) != nil, "\(council.name)")
    }
  }

  /// Codes are invented: none were published for the councils of 2027 when this was written.
  @Test("stay the same when rows for new councils are added, with the day on which they start")
  func toCome() throws {
    let register = Register(try Self.withNewCouncils())
    let before = try #require(Day("2026-06-01"))
    let after = try #require(Day("2027-06-01"))
    let footprint = "footprint-surrey"
    #expect(register.members(of: footprint, on: before).count == 11)
    #expect(
      register.members(of: footprint, on: after).map(\.code) == ["E06000998", "E06000999"])
    #expect(register.footprints(of: "E06000998").map(\.group.code) == [footprint])
    #expect(register.footprints(of: "E10000030").map(\.group.code) == [footprint])
    // Districts went over whole and can be restated; the county was divided and cannot.
    let east = register.constituents(of: "E06000998", on: before)
    #expect(east.count == 5 && east.allSatisfy { $0.kind == .district })
    #expect(
      register.dividedPredecessors(of: "E06000998", on: before).map(\.code) == ["E10000030"])
    #expect(register.currentCode(for: "E07000207") == "E06000998")
    #expect(register.currentCode(for: "E10000030") == nil)
    #expect(register.history(of: "E06000998").map(\.kind) == [.formed])
    #expect(register.history(of: "E10000030").last?.kind == .ended)
  }

  /// Surrey's councils end on 31 March 2027 and two others begin on the day after.
  private static func withNewCouncils() throws -> RegisterRows {
    var rows = Shipped.rows
    let last = try #require(Day("2027-03-31"))
    let districts = (207...217).map { "E07000\($0)" }
    let old = Set(districts + ["E10000030"])
    rows.places = rows.places.map { place in
      guard old.contains(place.code) else { return place }
      return Place(
        code: place.code, name: place.name, kind: place.kind, tier: place.tier,
        country: place.country, region: place.region, county: place.county,
        validity: Validity(from: place.start, to: last))
    }
    rows.memberships = rows.memberships.map { row in
      guard row.group == "footprint-surrey" else { return row }
      return Membership(
        place: row.place, group: row.group, validity: Validity(from: nil, to: last))
    }
    let day = last.next.description
    for (index, code) in ["E06000998", "E06000999"].enumerated() {
      let name = index == 0 ? "East of the county" : "West of the county"
      try rows.append(
        [code, name, "unitary", "single", "E92000001", "E12000008", "", "", "", day, "", ""],
        to: .places)
      try rows.append(
        ["footprint-surrey", "Surrey", "footprint", code, day, "", ""], to: .groups)
      try rows.append(["E10000030", code, day, "no"], to: .successors)
    }
    for (index, district) in districts.enumerated() {
      try rows.append(
        [district, index < 5 ? "E06000998" : "E06000999", day, "yes"], to: .successors)
    }
    return rows
  }
}
