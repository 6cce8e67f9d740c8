import Testing

@testable import Places

@Suite("Who runs what")
struct DutiesTests {
  let register = Shipped.register

  /// Revenue outturn 2024-25 (RSX): the county councils and unitary authorities that report
  /// spending on fire and rescue.
  @Test("names the ten county councils and unitary authorities that are fire authorities today")
  func fire() throws {
    let councils = register.places.filter {
      $0.isCurrent && $0.tier.isCouncil && register.duty(of: $0, for: "frs") != nil
    }
    let expected = [
      "Cornwall", "Isles of Scilly", "Northumberland", "Gloucestershire", "Hertfordshire",
      "Lincolnshire", "Norfolk", "Oxfordshire", "Suffolk", "Surrey", "Warwickshire", "West Sussex",
    ]
    #expect(councils.map(\.name).sorted() == expected.sorted())
    let before = try #require(Day("2021-03-31"))
    let wight = try #require(register["E06000046"])
    #expect(register.duty(of: wight, for: "frs", on: before) == .some)
    #expect(register.duty(of: wight, for: "frs") == nil)
  }

  @Test(
    "knows the duties of each tier",
    arguments: [
      ("E10000008", "asc", "all"), ("E10000008", "hous", ""), ("E10000008", "env", "part"),
      ("E07000040", "asc", ""), ("E07000040", "hous", "all"), ("E07000040", "env", "part"),
      ("E08000003", "asc", "all"), ("E08000003", "pol", ""), ("E09000001", "pol", "all"),
      ("E23000005", "pol", "all"), ("E23000005", "asc", ""), ("E61000001", "pol", "all"),
      ("E31000001", "frs", "all"), ("E12000007", "asc", ""), ("PW-E6348", "frs", "some"),
      ("PW-E6354", "frs", ""), ("PW-E6360", "pol", "some"),
    ])
  func tiers(code: String, service: String, role: String) throws {
    let place = try #require(register[code])
    #expect(register.duty(of: place, for: service)?.rawValue ?? "" == role)
  }

  @Test("knows that public health came to councils in April 2013")
  func publicHealth() throws {
    let place = try #require(register["E08000003"])
    let before = try #require(Day("2013-03-31"))
    #expect(register.duty(of: place, for: "phs", on: before) == nil)
    #expect(register.duty(of: place, for: "phs", on: before.next) == .all)
  }

  /// Analysis of 2024-25: Greater Manchester is ten councils, the combined authority's own body
  /// and the police.
  @Test("names the bodies of a place on a day")
  func bodies() throws {
    let today = Set(register.bodies(serving: "E08000003").map(\.body))
    #expect(today == ["E23000005", "PW-E6348"])
    let old = try #require(Day("2012-10-01"))
    let before = Set(register.bodies(serving: "E08000003", on: old).map(\.body))
    #expect(before == ["E23000005", "E31000040", "E50000005", "PW-E6348"])
    #expect(register.councils(servedBy: "PW-E6348", for: "env").count == 9)
    #expect(register.councils(servedBy: "PW-E6348", for: "frs").count == 10)
    #expect(register.councils(servedBy: "E23000039").map(\.code) == ["E06000058", "E06000059"])
  }

  /// Every council lies in one police area and one fire area.
  @Test("gives every council in England one police force and one fire authority on any day")
  func coverage() throws {
    for text in [
      "2011-03-31", "2015-03-31", "2018-03-31", "2021-03-31", "2023-03-31", "2025-03-31",
    ] {
      let day = try #require(Day(text))
      for council in register.members(of: "E92000001", on: day) {
        for service in ["pol", "frs"] {
          let bodies = register.bodies(serving: council.code, on: day).filter {
            $0.service == service
          }
          // A district is served by its county council where that is the fire authority.
          let county = council.county.map { register.bodies(serving: $0, on: day) } ?? []
          let all = Set(bodies.map(\.body) + county.filter { $0.service == service }.map(\.body))
          #expect(all.count == 1, "\(text) \(service) \(council): \(all.sorted())")
        }
      }
    }
  }
}
