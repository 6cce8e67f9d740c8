import Testing

@testable import Places

@Suite("Groups")
struct GroupsTests {
  let register = Shipped.register

  /// ONS, local authority districts to combined authorities, May 2025.
  @Test(
    "of combined authorities have the members that ONS lists",
    arguments: [
      ("E47000001", 10), ("E47000002", 4), ("E47000003", 5), ("E47000004", 6), ("E47000006", 5),
      ("E47000007", 7), ("E47000008", 6), ("E47000009", 3), ("E47000012", 2), ("E47000013", 17),
      ("E47000014", 7), ("E47000015", 9), ("E47000016", 2), ("E47000017", 9), ("E47000018", 14),
    ])
  func combinedAuthorities(code: String, count: Int) {
    #expect(register.members(of: code).count == count)
  }

  @Test("cover the ground once at the lowest and once at the highest level")
  func levels() {
    let lancashire = register.members(of: "E47000018", level: .highest)
    #expect(lancashire.map(\.code) == ["E06000008", "E06000009", "E10000017"])
    #expect(register.members(of: "E47000018", level: .all).count == 15)
    // 296 districts and single-tier councils in England; 153 with social care duties.
    #expect(register.members(of: "E92000001").count == 296)
    #expect(register.members(of: "E92000001", level: .highest).count == 153)
    #expect(register.members(of: "K02000001").count == 361)
    #expect(register.members(of: "E12000007").count == 33)
    #expect(register.members(of: "E10000008").count == 8)
  }

  @Test("have the members of the day")
  func days() throws {
    let before = try #require(Day("2022-10-01"))
    let after = try #require(Day("2023-10-01"))
    #expect(register.members(of: "E10000006", on: before).count == 6)
    #expect(register.members(of: "E10000006", on: after).isEmpty)
    #expect(register.members(of: "E47000010", on: after).count == 4)
    #expect(register.members(of: "E47000014", on: after).isEmpty)
    #expect(register.members(of: "E47000010").isEmpty)
    let region = register.members(of: "E12000003", on: before).map(\.code)
    #expect(region.contains("E07000163") && !region.contains("E06000065"))
  }

  @Test("name the region, country, county and combined authority of a place")
  func ofPlace() {
    let manchester = register.groups(of: "E08000003").map(\.code)
    for code in ["E12000002", "E47000001", "E92000001", "K02000001", "core-cities"] {
      #expect(manchester.contains(code))
    }
    #expect(register.groups(of: "E07000040").map(\.code).contains("E10000008"))
    #expect(register.groups(of: "E07000163").isEmpty)
    #expect(register.group(code: "core-cities")?.name == "Core cities")
    #expect(register.members(of: "core-cities").count == 8)
    #expect(register.group(code: "nowhere") == nil)
  }

  @Test(
    "are found by code, slug and name",
    arguments: [
      ("core-cities", ["core-cities"]), ("Core cities", ["core-cities"]),
      ("E47000001", ["E47000001"]), ("Greater Manchester", ["E47000001"]),
      ("West Midlands", ["E12000005", "E47000007"]), ("Devon", ["E10000008"]),
      ("London", ["E12000007"]), ("Manchester", []), ("", []),
      ("Cumbria", ["footprint-cumbria"]), ("norfolk", ["E10000020", "footprint-norfolk"]),
    ])
  func named(text: String, codes: [String]) {
    #expect(register.groups(named: text).map(\.code) == codes)
  }

  @Test("that are footprints cover the same ground on every day, whatever councils there were")
  func footprints() throws {
    let old = try #require(Day("2018-06-01"))
    let dorset = register.members(of: "footprint-dorset", on: old).map(\.code)
    #expect(dorset.count == 8)
    #expect(register.members(of: "footprint-dorset").map(\.code) == ["E06000058", "E06000059"])
    for group in register.namedGroups where group.kind == "footprint" {
      let before = register.members(of: group.code, on: old)
      let today = register.members(of: group.code)
      #expect(!before.isEmpty && !today.isEmpty, "\(group.code)")
      // Every council of that day ends in councils of today that belong to the same footprint.
      let codes = Set(today.map(\.code))
      for place in before where !place.isCurrent {
        let last = register.successors(of: place.code).filter(\.isCurrent)
        #expect(!last.isEmpty && last.allSatisfy { codes.contains($0.code) }, "\(place)")
      }
    }
  }

  @Test("of similar councils keep to the tier when asked")
  func neighbours() {
    let manchester = register.neighbours(of: "E08000003")
    #expect(manchester.count <= 20 && manchester.allSatisfy { $0.tier == .single })
    #expect(register.neighbours(of: "E08000003", sameTier: false).count == 20)
    let devon = register.neighbours(of: "E10000008")
    #expect(!devon.isEmpty && devon.allSatisfy { $0.tier == .upper })
    // Barnsley is listed under its current code.
    #expect(register.neighbours(of: "E08000038", sameTier: false).count == 20)
    #expect(register.neighbours(of: "nowhere").isEmpty)
  }
}
