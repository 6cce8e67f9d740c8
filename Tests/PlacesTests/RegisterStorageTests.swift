import Store
import Testing

@testable import Places

@Suite("The register in a database")
struct RegisterStorageTests {
  private func database() throws -> Connection {
    let connection = try Connection.memory()
    try Migrator(
      identity: Identity(applicationID: 1, userVersion: 1), parts: [PlacesSchema.part]
    ).migrate(connection)
    return connection
  }

  private func write(
    _ rows: RegisterRows, parts: Set<RegisterPart> = Set(RegisterPart.allCases),
    to connection: borrowing Connection
  ) throws {
    try connection.begin(.immediate)
    do {
      try RegisterWriter.write(rows, parts: parts, to: connection)
      try connection.commit()
    } catch {
      connection.rollback()
      throw error
    }
  }

  @Test("is read as it was written, twice over")
  func roundTrip() throws {
    let connection = try database()
    for _ in 1...2 {
      try write(Shipped.rows, to: connection)
      let rows = try RegisterRows(reading: connection)
      #expect(rows.places == Shipped.rows.places)
      #expect(Set(rows.codes) == Set(Shipped.rows.codes))
      #expect(Set(rows.spellings) == Set(Shipped.rows.spellings))
      #expect(rows.successions == Shipped.rows.successions)
      #expect(Set(rows.memberships) == Set(Shipped.rows.memberships))
      #expect(rows.memberships.count == Shipped.rows.memberships.count)
      #expect(rows.neighbours == Shipped.rows.neighbours)
      #expect(rows.groups == Shipped.rows.groups)
      #expect(rows.groups.contains { $0.code == "core-cities" && $0.note != nil })
      #expect(Set(rows.newCouncils) == Set(Shipped.rows.newCouncils))
      // Footprints stand among places as well, so that their figures have a name beside them.
      let grounds = try connection.number("SELECT count(*) FROM place WHERE kind = 'footprint'")
      #expect(grounds == rows.groups.filter(\.isFootprint).count)
      #expect(Set(rows.services) == Set(Shipped.rows.services))
      #expect(rows.services.count == Shipped.rows.services.count)
      #expect(Set(rows.duties) == Set(Shipped.rows.duties))
    }
    let register = try Register(reading: connection)
    #expect(register.resolve("Machester") == Shipped.register.resolve("Machester"))
    #expect(register.members(of: "E47000013").count == 17)
  }

  @Test("keeps the members of named groups when those of places are replaced, and the reverse")
  func parts() throws {
    let connection = try database()
    try write(Shipped.rows, to: connection)
    var rows = RegisterRows()
    rows.memberships = [Membership(place: "E08000003", group: "E12000002")]
    try write(rows, parts: [.members], to: connection)
    var register = try Register(reading: connection)
    #expect(register.members(of: "E12000002").map(\.code) == ["E08000003"])
    #expect(register.members(of: "core-cities").count == 8)
    try write(RegisterRows(), parts: [.groups], to: connection)
    register = try Register(reading: connection)
    #expect(register.members(of: "core-cities").isEmpty && register.namedGroups.isEmpty)
    #expect(register.members(of: "E12000002").count == 1)
  }

  @Test("does not lose a place that something refers to, nor take one that refers to nothing")
  func references() throws {
    let connection = try database()
    try write(Shipped.rows, to: connection)
    var rows = Shipped.rows
    rows.places.removeAll { $0.code == "E08000003" }
    #expect(throws: StoreError.self) { try write(rows, parts: [.places], to: connection) }
    #expect(try Register(reading: connection)["E08000003"] != nil)
  }

  @Test("with a word that no version wrote is called damaged")
  func damage() throws {
    let connection = try database()
    try connection.execute("INSERT INTO place (code, name, kind, tier) VALUES ('X', 'X', 'x', 'x')")
    #expect {
      try Register(reading: connection)
    } throws: { error in
      (error as? StoreError)?.kind == .damaged
    }
  }
}

@Suite("A row of the register")
struct RegisterRowsTests {
  @Test(
    "that is not understood is refused with its column",
    arguments: [
      (
        RegisterPart.places, ["E1", "Name", "moon", "single", "", "", "", "", "", "", "", ""],
        "kind"
      ),
      (.places, ["E1", "Name", "unitary", "low", "", "", "", "", "", "", "", ""], "tier"),
      (.places, ["E1", "", "unitary", "single", "", "", "", "", "", "", "", ""], "name"),
      (.places, ["E1", "N", "unitary", "single", "", "", "", "", "", "1 April", "", ""], "start"),
      (
        .places,
        ["E1", "N", "unitary", "single", "", "", "", "", "", "2023-04-01", "2019-03-31", ""], "end"
      ),
      (.codes, ["E1", "isbn", "1", "", ""], "scheme"),
      (.members, ["E1", "", "", ""], "group_code"),
      (.successors, ["E1", "E2", "2023-04-01", "maybe"], "whole"),
      (.successors, ["E1", "E2", "", "yes"], "changed_on"),
      (.neighbours, ["E1", "0", "E2"], "rank"),
      (.aliases, ["x", "", "y"], "code"), (.groups, ["g", "G", "k", "", "", "", ""], "members"),
      (.bodies, ["B", "pol", "E1", "", "", "sure", ""], "confidence"),
      (.duties, ["asc", "county", "none", "", "", ""], "role"),
    ])
  func refused(part: RegisterPart, fields: [String], column: String) {
    var rows = RegisterRows()
    #expect {
      try rows.append(fields, to: part)
    } throws: { error in
      (error as? RegisterRowError)?.column == column
    }
    #expect(rows == RegisterRows())
  }

  @Test("with too few fields is refused as a whole")
  func short() {
    var rows = RegisterRows()
    #expect(
      throws: RegisterRowError(
        part: .codes, column: nil, found: "1 fields", expected: "5 fields")
    ) { try rows.append(["E1"], to: .codes) }
  }
}
