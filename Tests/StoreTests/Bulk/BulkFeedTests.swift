import Store
import TestSupport
import Testing

@Suite struct BulkFeedTests {
  struct Refusal: Error {}

  static func table() throws -> Connection {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a INTEGER UNIQUE, b REAL, c TEXT, d TEXT) STRICT")
    return connection
  }

  @Test func `rows are pulled until there are none, and what was not set is NULL`() throws {
    let connection = try Self.table()
    var number = 0
    let count = try connection.insert(into: "t", columns: ["d", "a", "b", "c"]) { row in
      number += 1
      guard number <= 3 else { return false }
      row.set(number, at: 1)
      if number == 1 {
        row.set("gone", at: 0)
        row.setNull(at: 0)
        row.set(2.5, at: 2)
        row.set("né", at: 3)
      }
      if number == 2 { row.set("", at: 3) }
      return true
    }
    #expect(count == 3)
    #expect(connection.lastInsertRowID == 3)
    let rows = try connection.prepare("SELECT * FROM t")
    var found: [[Value]] = []
    while try rows.step() { found.append(rows.values()) }
    #expect(
      found == [
        [.int(1), .real(2.5), .text("né"), .null], [.int(2), .null, .text(""), .null],
        [.int(3), .null, .null, .null],
      ])
  }

  @Test func `no rows are well too`() throws {
    let connection = try Self.table()
    #expect(try connection.insert(into: "t", columns: ["a"]) { _ in false } == 0)
  }

  @Test func `both ways of inserting make the same table`() throws {
    func text(_ number: Int) -> String {
      String(repeating: "x\(number)", count: number % 7 == 0 ? number * 3 : number % 5)
    }
    let one = try Self.table()
    let other = try Self.table()
    try one.transaction {
      var insert = try BulkInsert(one, table: "t", columns: ["a", "b", "c", "d"])
      for number in 0..<2000 {
        insert.set(number, at: 0)
        insert.set(Double(number) / 3, at: 1)
        insert.set(text(number), at: 2)
        insert.set(text(number + 1), at: 3)
        try insert.insert()
      }
    }
    var number = 0
    try other.insert(into: "t", columns: ["a", "b", "c", "d"]) { row in
      guard number < 2000 else { return false }
      row.set(number, at: 0)
      row.set(Double(number) / 3, at: 1)
      row.set(text(number), at: 2)
      row.set(text(number + 1), at: 3)
      number += 1
      return true
    }
    #expect(try ContentDigest(of: "t", in: one) == ContentDigest(of: "t", in: other))
    #expect(try other.integrityCheck() == [])
  }

  @Test(arguments: [false, true]) func `when the rows fail none stays, and the error comes through`(
    isWithin: Bool
  ) throws {
    let connection = try Self.table()
    if isWithin { try connection.begin() }
    try connection.execute("INSERT INTO t (a) VALUES (0)")
    var number = 0
    #expect(throws: Refusal.self) {
      try connection.insert(into: "t", columns: ["a"]) { row in
        number += 1
        if number == 5000 { throw Refusal() }
        row.set(number, at: 0)
        return true
      }
    }
    let isOpen = connection.isInTransaction
    #expect(isOpen == isWithin)
    #expect(try connection.number("SELECT count(*) FROM t") == 1)
    number = 0
    let again = try connection.insert(into: "t", columns: ["a"]) { row in
      number += 1
      row.set(number, at: 0)
      return number <= 3
    }
    #expect(again == 3)
  }

  @Test(arguments: [
    (BulkInsert.Conflict.ignore, 1, "old"), (BulkInsert.Conflict.replace, 2, "new"),
  ])
  func `a row that stands already is left or replaced, and counted so`(
    conflict: BulkInsert.Conflict, count: Int, expected: String
  ) throws {
    let connection = try Self.table()
    try connection.execute("INSERT INTO t (a, c) VALUES (1, 'old')")
    var number = 0
    let inserted = try connection.insert(
      into: "t", columns: ["a", "c"], onConflict: conflict
    ) { row in
      number += 1
      row.set(number, at: 0)
      row.set("new", at: 1)
      return number <= 2
    }
    #expect(inserted == count)
    #expect(try connection.texts("SELECT c FROM t WHERE a = 1") == [expected])
  }

  @Test func `a constraint stops the insert and leaves nothing of it`() throws {
    let connection = try Self.table()
    try connection.execute("INSERT INTO t (a) VALUES (2)")
    var number = 0
    let error = storeError {
      try connection.insert(into: "t", columns: ["a"]) { row in
        number += 1
        row.set(number, at: 0)
        return true
      }
    }
    #expect(error?.code == .constraintUnique)
    #expect(number == 2)
    #expect(try connection.texts("SELECT a FROM t") == ["2"])
    let typed = storeError {
      try connection.insert(into: "t", columns: ["a"]) { row in
        row.set("x", at: 0)
        return true
      }
    }
    #expect(typed?.code == .constraintDataType)
  }

  @Test func `rows that lead elsewhere are inserted on the way`() throws {
    let connection = try Self.table()
    try connection.execute("CREATE TABLE reject (line INTEGER) STRICT; CREATE TABLE u (a) ")
    let reject = try connection.prepare("INSERT INTO reject VALUES (?1)")
    var number = 0
    let count = try connection.transaction {
      try connection.insert(into: "t", columns: ["a"]) { row in
        while number < 100 {
          number += 1
          if number % 10 == 0 {
            try reject.bind(number, at: 1)
            try reject.run()
            var inner = 0
            try connection.insert(into: "u", columns: ["a"]) { row in
              inner += 1
              row.set(number, at: 0)
              return inner <= 2
            }
            continue
          }
          row.set(number, at: 0)
          return true
        }
        return false
      }
    }
    #expect(count == 90)
    #expect(try connection.number("SELECT count(*) FROM t") == 90)
    #expect(try connection.number("SELECT count(*) FROM reject") == 10)
    #expect(try connection.number("SELECT count(*) FROM u") == 20)
  }

  @Test func `a feed is gone after its insert`() throws {
    let connection = try Self.table()
    try connection.insert(into: "t", columns: ["a"]) { _ in false }
    #expect(
      try connection.texts("SELECT name FROM pragma_module_list WHERE name LIKE 'placew%'") == [])
    let error = storeError {
      try connection.insert(into: "none", columns: ["a"]) { _ in false }
    }
    #expect(error?.message == "no such table: none")
  }
}
