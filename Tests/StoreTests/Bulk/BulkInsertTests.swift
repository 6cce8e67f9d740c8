import Store
import Testing

@Suite struct BulkInsertTests {
  /// The error with which a row is refused.
  static func refusal(_ insert: inout BulkInsert) -> StoreError? {
    do {
      try insert.insert()
      return nil
    } catch {
      return error
    }
  }

  @Test func `rows go in as they were set, and what was not set is NULL`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE \"t t\" (a INTEGER, b REAL, c TEXT, \"d d\" TEXT) STRICT")
    var insert = try BulkInsert(connection, table: "t t", columns: ["a", "b", "c", "d d"])
    insert.set(1, at: 0)
    insert.set(2.5, at: 1)
    insert.set("né", at: 2)
    insert.set(text: Array("d".utf8).span, at: 3)
    try insert.insert()
    insert.set(Int64(2), at: 0)
    insert.set("", at: 2)
    insert.set("gone", at: 3)
    insert.setNull(at: 3)
    try insert.insert()
    let count = insert.count
    #expect(count == 2)
    let rows = try connection.prepare("SELECT * FROM \"t t\"")
    var found: [[Value]] = []
    while try rows.step() { found.append(rows.values()) }
    #expect(
      found == [
        [.int(1), .real(2.5), .text("né"), .text("d")], [.int(2), .null, .text(""), .null],
      ])
  }

  @Test func `texts of any length go in whole`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (n INTEGER, a TEXT, b TEXT) STRICT")
    let lengths = [0, 1, 2047, 2048, 2049, 4096, 10_000, 3, 200_000]
    try connection.transaction {
      var insert = try BulkInsert(connection, table: "t", columns: ["n", "a", "b"])
      for length in lengths {
        insert.set(length, at: 0)
        insert.set(String(repeating: "a", count: length), at: 1)
        insert.set(String(repeating: "b", count: length), at: 2)
        try insert.insert()
      }
    }
    let good = try connection.number(
      """
      SELECT count(*) FROM t
      WHERE a = replace(hex(zeroblob(n)), '00', 'a') AND b = replace(hex(zeroblob(n)), '00', 'b')
      """)
    #expect(good == lengths.count)
  }

  @Test func `a row that is refused does not stop the next`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a TEXT UNIQUE NOT NULL) STRICT")
    var insert = try BulkInsert(connection, table: "t", columns: ["a"])
    insert.set("x", at: 0)
    try insert.insert()
    insert.set("x", at: 0)
    let refusal = Self.refusal(&insert)
    #expect(refusal?.code == .constraintUnique)
    insert.set("y", at: 0)
    try insert.insert()
    let count = insert.count
    #expect(count == 2)
    #expect(try connection.texts("SELECT a FROM t ORDER BY a") == ["x", "y"])
  }

  @Test(arguments: [
    (BulkInsert.Conflict.ignore, "old"), (BulkInsert.Conflict.replace, "new"),
  ])
  func `a row that stands already is left or replaced`(
    conflict: BulkInsert.Conflict, expected: String
  ) throws {
    let connection = try Connection.memory()
    try connection.execute(
      "CREATE TABLE t (k INTEGER PRIMARY KEY, a TEXT) STRICT; INSERT INTO t VALUES (1, 'old')")
    var insert = try BulkInsert(
      connection, table: "t", columns: ["k", "a"], onConflict: conflict)
    insert.set(1, at: 0)
    insert.set("new", at: 1)
    try insert.insert()
    #expect(try connection.texts("SELECT a FROM t") == [expected])
  }

  @Test func `a table or column that is absent is an error`() throws {
    let connection = try Connection.memory()
    let error = storeError { _ = try BulkInsert(connection, table: "none", columns: ["a"]) }
    #expect(error?.message == "no such table: none")
  }
}
