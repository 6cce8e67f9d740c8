import Foundation
import Store
import TestSupport
import Testing

@Suite struct ConnectionTests {
  @Test func `a script runs to its end, comments and all`() throws {
    let connection = try Connection.memory()
    try connection.execute("-- first\nCREATE TABLE t (a);; INSERT INTO t VALUES (1); /* last */ ")
    #expect(try connection.number("SELECT a FROM t") == 1)
    try connection.execute("")
  }

  @Test(arguments: [
    "", " ; -- nothing", "SELECT 1; SELECT 2", "SELECT 1\u{0}", "SELECT 1; nonsense",
  ])
  func `only one whole statement is prepared`(sql: String) throws {
    let connection = try Connection.memory()
    let error = storeError { _ = try connection.prepare(sql) }
    #expect(error != nil)
  }

  @Test func `a statement with what may follow it is one`() throws {
    let connection = try Connection.memory()
    let statement = try connection.prepare("SELECT 1; -- one\n ;")
    #expect(try statement.step())
    #expect(statement.int(0) == 1)
  }

  @Test func `the error names the statement that failed, not the script before it`() throws {
    let connection = try Connection.memory()
    let error = storeError {
      try connection.execute("CREATE TABLE t (a); INSERT INTO u VALUES (1)")
    }
    #expect(error?.sql?.contains("CREATE") == false)
    #expect(error?.message == "no such table: u")
  }

  @Test func `changes and rowids are counted`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)")
    #expect(connection.changes == 3)
    #expect(connection.lastInsertRowID == 3)
    try connection.execute("DELETE FROM t WHERE a < 3")
    #expect(connection.changes == 2)
    #expect(connection.totalChanges == 5)
  }

  @Test func `the numbers in the head are kept`() throws {
    let connection = try Connection.memory()
    try connection.setUserVersion(12)
    try connection.setApplicationID(0x504c_5743)
    #expect(try connection.userVersion() == 12)
    #expect(try connection.applicationID() == 0x504c_5743)
  }

  @Test func `references are enforced and their breaches found`() throws {
    let connection = try Connection.memory()
    try connection.execute(
      "CREATE TABLE p (a INTEGER PRIMARY KEY); CREATE TABLE c (a INTEGER REFERENCES p)")
    let error = storeError { try connection.execute("INSERT INTO c VALUES (9)") }
    #expect(error?.code == .constraintForeignKey)
    try connection.execute("PRAGMA foreign_keys = OFF; INSERT INTO c VALUES (9)")
    #expect(try connection.foreignKeyCheck() == ["c row 1 refers to no row of p"])
    #expect(try connection.integrityCheck() == [])
  }

  @Test func `damage is found`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("a.db").path
    do {
      let connection = try Connection(path: path, mode: .create)
      try connection.execute(
        """
        CREATE TABLE t (a TEXT);
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO t SELECT hex(zeroblob(20)) FROM n;
        """)
      #expect(try connection.integrityCheck() == [])
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in 4096 * 3..<4096 * 3 + 200 { bytes[index] = 0xff }
    try bytes.write(to: URL(fileURLWithPath: path))
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try !connection.integrityCheck().isEmpty)
    let error = storeError { _ = try connection.number("SELECT count(a) FROM t") }
    #expect(error?.isCorrupt == true)
    #expect(error?.isRefusal == true)
  }

  @Test func `a copy holds what the original holds`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (5)")
    let path = scratch.url.appendingPathComponent("copy.db").path
    try connection.vacuum(into: path)
    let compact = try Connection(path: path, mode: .readOnly)
    #expect(try compact.number("SELECT a FROM t") == 5)
    let target = try Connection.memory()
    try compact.backup(to: target)
    #expect(try target.number("SELECT a FROM t") == 5)
    let error = storeError { try target.backup(to: compact) }
    #expect(error?.isReadOnly == true)
  }

  @Test func `names are quoted`() {
    #expect(Connection.quoted("a\"b c") == "\"a\"\"b c\"")
  }
}
