import Testing

@testable import Places

/// What the shipped files promise about themselves.
@Suite("The shipped register")
struct RegisterDataTests {
  let rows = Shipped.rows
  let register = Shipped.register

  @Test("has every place once and names only places that it has")
  func references() {
    let codes = Set(rows.places.map(\.code))
    #expect(codes.count == rows.places.count)
    let groups = codes.union(rows.groups.map(\.code))
    #expect(rows.codes.filter { !codes.contains($0.place) }.isEmpty)
    #expect(rows.spellings.filter { !codes.contains($0.place) }.isEmpty)
    #expect(rows.successions.filter { !codes.contains($0.old) || !codes.contains($0.new) }.isEmpty)
    #expect(
      rows.memberships.filter { !codes.contains($0.place) || !groups.contains($0.group) }.isEmpty)
    #expect(
      rows.neighbours.filter { !codes.contains($0.place) || !codes.contains($0.neighbour) }.isEmpty)
    let links = rows.places.flatMap { [$0.country, $0.region, $0.county, $0.combinedAuthority] }
    #expect(links.compactMap { $0 }.filter { !codes.contains($0) }.isEmpty)
  }

  /// Counts of current authorities: ONS, local authority districts and counties, May 2025.
  @Test(
    "has as many current councils of each kind as there are",
    arguments: [
      (PlaceKind.londonBorough, 32), (.cityOfLondon, 1), (.metropolitanDistrict, 36),
      (.unitary, 62), (.islesOfScilly, 1), (.district, 164), (.county, 21), (.councilArea, 32),
      (.principalArea, 22), (.northernIrelandDistrict, 11), (.region, 9),
      (.combinedAuthority, 15),
    ])
  func kinds(kind: PlaceKind, count: Int) {
    #expect(register.places.filter { $0.kind == kind && $0.isCurrent }.count == count)
  }

  @Test("gives every district a county, and every council in England a region")
  func parents() {
    for place in register.places where place.tier.isCouncil {
      #expect((place.county != nil) == (place.kind == .district), "\(place)")
      if place.country == "E92000001" { #expect(place.region != nil, "\(place)") }
      if let county = place.county { #expect(register[county]?.kind == .county, "\(place)") }
    }
  }

  @Test("ends a council on the day before the one that took over, in every row")
  func ends() {
    for row in rows.successions where row.isWhole {
      #expect(register[row.old]?.end == row.changedOn.previous, "\(row)")
    }
    let old = Set(rows.successions.map(\.old))
    for place in register.places where place.tier.isCouncil && !place.isCurrent {
      // Bedfordshire and Cheshire ended before the register begins.
      let isBefore = ["E10000001", "E10000004"].contains(place.code)
      #expect(old.contains(place.code) || isBefore, "\(place)")
    }
  }

  @Test("gives every place a slug of its own, in ASCII")
  func slugs() {
    let slugs = register.places.map { register.slug(for: $0.code) }
    #expect(Set(slugs).count == slugs.count)
    for (slug, place) in zip(slugs, register.places) {
      #expect(!slug.isEmpty && slug.utf8.allSatisfy { $0 == 0x2D || ($0 > 0x2F && $0 < 0x7B) })
      #expect(register.place(slug: slug) == place)
    }
  }

  @Test("finds every place by its own name, unless the name is shared")
  func ownNames() {
    for place in register.places {
      if place.kind == .footprint {
        #expect(register.ground(place.name) == place, "\(place)")
        continue
      }
      switch register.resolve(place.name, on: place.end) {
      case .found(let found): #expect(found.name == place.name)
      case .ambiguous(let several): #expect(several.contains(place), "\(place)")
      case .unknown: Issue.record("\(place) is not found by its name")
      }
    }
  }
}
