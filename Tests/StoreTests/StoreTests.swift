import Store
import Testing

@Suite struct RoundTrip {
  @Test func `a value comes back as it was bound`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB) STRICT")
    let insert = try connection.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4)")
    try insert.bind(7, at: 1)
    try insert.bind(2.5, at: 2)
    try insert.bind("né", at: 3)
    try insert.bind([1, 2], at: 4)
    try insert.run()
    let rows = try connection.prepare("SELECT * FROM t")
    #expect(try rows.step())
    #expect(rows.values() == [.int(7), .real(2.5), .text("né"), .blob([1, 2])])
    #expect(rows.withText(2) { $0.count } == 3)
  }

  @Test func `many rows go in with one statement`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a INTEGER, c TEXT)")
    try connection.transaction {
      var insert = try BulkInsert(connection, table: "t", columns: ["a", "c"])
      for number in 0..<100 {
        insert.set(number, at: 0)
        insert.set(String(repeating: "x", count: number * 100), at: 1)
        try insert.insert()
      }
    }
    #expect(try connection.number("SELECT sum(length(c)) FROM t WHERE a >= 0") == 495_000)
  }

  @Test func `a digest is that of the standard`() {
    // FIPS 180-2, appendix B.1.
    #expect(
      SHA256.hex(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a schema is made once`() throws {
    let migrator = Migrator(
      identity: Identity(applicationID: 77, userVersion: 1),
      parts: [
        SchemaPart(name: "a", migrations: [Migration(name: "1", sql: "CREATE TABLE t (a)")])
      ])
    let connection = try Connection.memory()
    try migrator.migrate(connection)
    try migrator.migrate(connection)
    try migrator.check(connection)
    #expect(try connection.applicationID() == 77)
  }
}
