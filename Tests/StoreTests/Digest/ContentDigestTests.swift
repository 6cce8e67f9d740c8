import Store
import Testing

@Suite struct ContentDigestTests {
  static let script = """
    CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB) STRICT;
    INSERT INTO t VALUES (1, 1.5, 'x', x'00'), (NULL, NULL, '', x'');
    """

  static func digest(_ script: String, _ table: String = "t") throws -> String {
    let connection = try Connection.memory()
    try connection.execute(script)
    return try ContentDigest(of: table, in: connection).sha256
  }

  @Test func `the encoding is the one that is documented`() throws {
    func count(_ number: UInt8) -> [UInt8] { [0, 0, 0, 0, 0, 0, 0, number] }
    func text(_ text: String) -> [UInt8] { count(UInt8(text.utf8.count)) + Array(text.utf8) }
    var bytes = text("t") + count(4) + text("a") + text("b") + text("c") + text("d")
    bytes += Array("R".utf8) + Array("I".utf8) + count(1)
    bytes += Array("F".utf8) + [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]
    bytes += Array("T".utf8) + text("x") + Array("B".utf8) + count(1) + [0]
    bytes += Array("RNNT".utf8) + count(0) + Array("B".utf8) + count(0)
    #expect(try Self.digest(Self.script) == SHA256.hex(of: bytes))
  }

  @Test(arguments: [
    "UPDATE t SET a = 2 WHERE a = 1", "UPDATE t SET b = 1.5000000000000002 WHERE a = 1",
    "UPDATE t SET c = 'X' WHERE a = 1", "UPDATE t SET d = x'01' WHERE a = 1",
    "UPDATE t SET a = 0 WHERE a IS NULL", "UPDATE t SET c = NULL WHERE a IS NULL",
    "DELETE FROM t WHERE a = 1", "INSERT INTO t DEFAULT VALUES",
    "ALTER TABLE t RENAME COLUMN a TO e",
  ])
  func `one change changes the digest`(change: String) throws {
    #expect(try Self.digest(Self.script) != Self.digest("\(Self.script) \(change)"))
  }

  @Test func `how the rows lie does not matter`() throws {
    let churn = "DELETE FROM t WHERE a = 1; INSERT INTO t (rowid, a, b, c, d) "
    let again = "\(Self.script) \(churn) VALUES (1, 1, 1.5, 'x', x'00'); VACUUM"
    #expect(try Self.digest(Self.script) == Self.digest(again))
  }

  @Test func `rows with a primary key are taken in its order`() throws {
    let (one, other) = ("('b', 1)", "('a', 2)")
    for suffix in ["", " WITHOUT ROWID"] {
      let table =
        "CREATE TABLE t (k TEXT PRIMARY KEY COLLATE NOCASE, v)\(suffix); INSERT INTO t VALUES"
      #expect(
        try Self.digest("\(table) \(one), \(other)") == Self.digest("\(table) \(other), \(one)"))
    }
  }

  @Test func `a column may be called rowid`() throws {
    let table = "CREATE TABLE t (ROWID, _rowid_); INSERT INTO t VALUES (2, 1), (1, 2)"
    let swapped = "CREATE TABLE t (ROWID, _rowid_); INSERT INTO t VALUES (1, 2), (2, 1)"
    #expect(try Self.digest(table) != Self.digest(swapped))
  }

  @Test func `all tables are digested in the order of their names`() throws {
    let connection = try Connection.memory()
    try connection.execute(
      """
      CREATE TABLE b (x INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE "a a" (y);
      CREATE VIEW v AS SELECT 1; INSERT INTO b VALUES (1), (2); CREATE TABLE sqlitely (z);
      """)
    let all = try ContentDigest.all(in: connection)
    #expect(all.map(\.table) == ["a a", "b", "sqlitely"])
    #expect(all.map(\.rows) == [0, 2, 0])
    #expect(Set(all.map(\.sha256)).count == 3)
  }

  @Test func `a long text is digested whole`() throws {
    let script = "CREATE TABLE t (a); INSERT INTO t VALUES (hex(zeroblob(100000)))"
    let longer = "CREATE TABLE t (a); INSERT INTO t VALUES (hex(zeroblob(100000)) || '0')"
    #expect(try Self.digest(script) != Self.digest(longer))
  }
}
