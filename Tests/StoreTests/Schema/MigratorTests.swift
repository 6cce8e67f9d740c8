import Store
import Testing

@Suite struct MigratorTests {
  static let first = Migration(name: "tables", sql: "CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT")
  static let second = Migration(
    name: "more",
    sql:
      "ALTER TABLE a ADD COLUMN y TEXT; CREATE VIEW v_a AS SELECT x FROM a; INSERT INTO a VALUES (1, 'n')"
  )
  static let other = Migration(
    name: "tables", sql: "CREATE TABLE b (x INTEGER REFERENCES a) STRICT")

  static func migrator(
    id: Int32 = 77, version: Int32 = 1, _ parts: (String, [Migration])...
  ) -> Migrator {
    Migrator(
      identity: Identity(applicationID: id, userVersion: version),
      parts: parts.map { SchemaPart(name: $0.0, migrations: $0.1) })
  }

  static let small = migrator(("one", [first]))
  static let large = migrator(version: 2, ("one", [first, second]), ("two", [other]))

  @Test func `an empty file gets the whole schema, once`() throws {
    let connection = try Connection.memory()
    try Self.large.migrate(connection)
    let changes = connection.totalChanges
    try Self.large.migrate(connection)
    #expect(connection.totalChanges == changes)
    try Self.large.check(connection)
    #expect(try connection.applicationID() == 77)
    #expect(try connection.userVersion() == 2)
    #expect(try connection.number("PRAGMA foreign_keys") == 1)
    let steps = try connection.texts(
      "SELECT part || '.' || name FROM schema_migration ORDER BY number")
    #expect(steps == ["one.tables", "one.more", "two.tables"])
  }

  @Test func `an older file gets what it lacks`() throws {
    let connection = try Connection.memory()
    try Self.small.migrate(connection)
    try connection.execute("INSERT INTO a VALUES (5)")
    let error = storeError { try Self.large.check(connection) }
    #expect(error?.isOlder == true)
    #expect(error?.isRefusal == true)
    try Self.large.migrate(connection)
    try Self.large.check(connection)
    #expect(try connection.texts("SELECT x FROM v_a ORDER BY x") == ["1", "5"])
  }

  @Test func `a later file is refused by its version and by its steps`() throws {
    let connection = try Connection.memory()
    try Self.large.migrate(connection)
    for migrator in [Self.small, Self.migrator(version: 2, ("one", [Self.first]))] {
      for error in [
        storeError { try migrator.check(connection) },
        storeError { try migrator.migrate(connection) },
      ] {
        #expect(error?.isNewer == true)
        #expect(error?.isRefusal == true)
      }
    }
  }

  @Test func `a file of another program is refused and left alone`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE theirs (a)")
    for error in [
      storeError { try Self.small.migrate(connection) },
      storeError { try Self.small.check(connection) },
    ] {
      #expect(error?.kind == .notOurs)
    }
    #expect(try connection.texts("SELECT name FROM sqlite_schema") == ["theirs"])
    let named = try Connection.memory()
    try named.setApplicationID(78)
    let error = storeError { try Self.small.migrate(named) }
    #expect(error?.message == "the database belongs to another program (application_id 78)")
    let empty = try Connection.memory()
    #expect(storeError { try Self.small.check(empty) }?.kind == .notOurs)
  }

  @Test func `a file whose record is gone or altered is damaged`() throws {
    let connection = try Connection.memory()
    try Self.small.migrate(connection)
    try connection.execute("UPDATE schema_migration SET sha256 = 'x'")
    #expect(storeError { try Self.small.check(connection) }?.isCorrupt == true)
    try connection.execute("DROP TABLE schema_migration")
    #expect(storeError { try Self.small.migrate(connection) }?.kind == .damaged)
  }

  @Test func `a step that fails leaves the file before it`() throws {
    let connection = try Connection.memory()
    let broken = Self.migrator(
      ("one", [Self.first, Migration(name: "bad", sql: "CREATE TABLE c (x); nonsense")]))
    let error = storeError { try broken.migrate(connection) }
    #expect(error?.code == .error)
    let steps = try connection.texts("SELECT name FROM schema_migration")
    #expect(steps == ["tables"])
    #expect(try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'c'") == 0)
    #expect(try connection.number("PRAGMA foreign_keys") == 1)
  }

  @Test func `a step that breaks a reference is refused`() throws {
    let connection = try Connection.memory()
    let broken = Self.migrator(
      ("one", [Self.first]), ("two", [Self.other]),
      ("three", [Migration(name: "bad", sql: "INSERT INTO b VALUES (9)")]))
    let error = storeError { try broken.migrate(connection) }
    #expect(error?.kind == .brokenReference)
    #expect(error?.message == "after the step three.bad: b row 1 refers to no row of a")
    #expect(try connection.number("SELECT count(*) FROM b") == 0)
  }

  @Test func `what is not in the schema is told`() throws {
    let connection = try Connection.memory()
    try Self.large.migrate(connection)
    #expect(try Self.large.differences(in: connection) == [])
    try connection.execute(
      """
      CREATE TRIGGER g AFTER INSERT ON a BEGIN DELETE FROM b; END;
      CREATE VIEW spy AS SELECT 1;
      DROP VIEW v_a; CREATE INDEX i ON b (x); ALTER TABLE b ADD COLUMN z TEXT;
      """)
    let differences = try Self.large.differences(in: connection)
    #expect(
      differences.map(\.description) == [
        "changed table b", "unexpected trigger g", "unexpected index i", "unexpected view spy",
        "missing view v_a",
      ])
  }
}
