import TestSupport
import Testing

@testable import Commands

@Suite("placewise sql")
struct SQLCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    let file = try desk.file(
      "homes.csv", "areacd,indicator,period,observation\nE08000003,local.homes,2024-25,120\n")
    #expect(desk.run("import", file).code == 0)
    return desk
  }

  @Test(
    "what could change anything is refused",
    arguments: [
      "DELETE FROM source", "UPDATE source SET title = ''", "DROP TABLE source",
      "ATTACH 'other.db' AS other", "PRAGMA user_version", "/* a */ PRAGMA user_version",
      "-- a\nVACUUM INTO 'copy.db'", "WITH x AS (SELECT 1) DELETE FROM source", "BEGIN", "SELECT",
      "SELECT 1; DELETE FROM source", "SELECT nothing FROM nowhere", "",
    ])
  func refuses(_ query: String) throws {
    let desk = try desk()
    defer { desk.scratch.remove() }
    let before = desk.bytes
    let program = desk.run("sql", query)
    #expect(program.code == 2)
    #expect(program.output.isEmpty)
    #expect(desk.bytes == before)
  }

  @Test("rows come in every format and are limited")
  func formats() throws {
    let desk = try desk()
    defer { desk.scratch.remove() }
    let query = "SELECT 1 AS a, 2.5 AS b, 'x' AS c, NULL AS d, x'0aff' AS e"
    #expect(desk.run("sql", query, "--format", "csv").output == "a,b,c,d,e\n1,2.5,x,,x'0aff'\n")
    #expect(
      desk.run("sql", query, "--format", "json").lines[1]
        == "{\"a\":1,\"b\":2.5,\"c\":\"x\",\"d\":null,\"e\":\"x'0aff'\"}")
    let many = desk.run("sql", "SELECT code FROM place", "--limit", "3", "--format", "csv")
    #expect(many.lines.count == 4)
    #expect(many.words.contains("stopped after 3 rows"))
  }

  @Test("a query without end is stopped")
  func timeout() throws {
    let desk = try desk()
    defer { desk.scratch.remove() }
    let program = desk.run(
      "sql", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(x) FROM c",
      "--timeout", "1")
    #expect(program.code == 2)
    #expect(program.words.contains("longer than 1 s"))
  }

  @Test(
    "a query that makes too much is stopped",
    arguments: [
      ("SELECT randomblob(11000000)", "a text of more than 10000000 bytes"),
      ("SELECT length(hex(zeroblob(9000000)))", "a text of more than 10000000 bytes"),
      (
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
          + "SELECT printf('%.*c', 9000000, 'x') FROM c", "more than 512 MB of memory"
      ),
    ])
  func memory(_ query: String, _ message: String) throws {
    let desk = try desk()
    defer { desk.scratch.remove() }
    let program = desk.run("sql", query, "--limit", "0")
    #expect(program.code == 2)
    #expect(program.words.contains(message), "\(program.words)")
    #expect(program.output.isEmpty)
  }

  @Test("no extension is loaded and no other file is read or written")
  func hardened() throws {
    let desk = try desk()
    defer { desk.scratch.remove() }
    for query in [
      "SELECT load_extension('libm.so.6')", "SELECT writefile('x', 'y')", "SELECT readfile('x')",
      "SELECT fts3_tokenizer('simple', x'00')", "CREATE TEMP TABLE t(a)",
    ] {
      let program = desk.run("sql", query)
      #expect(program.code != 0, "\(query)")
      #expect(program.output.isEmpty)
    }
  }

  @Test("without a database, or with another program's file, the answer is 5")
  func noDatabase() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    #expect(desk.run("sql", "SELECT 1").code == 5)
    _ = try desk.file("test.db", "this is no database, though it is long enough to look like one")
    #expect(desk.run("sql", "SELECT 1").code == 5)
  }
}
