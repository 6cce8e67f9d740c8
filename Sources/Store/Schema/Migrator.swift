/// Brings a database to the schema of this program, or says why it cannot.
///
/// Steps are only ever added. Each is taken in one transaction together with its record in the
/// table `schema_migration`, so a file stands between two steps and never within one.
public struct Migrator: Sendable {
  /// How the program knows its own files.
  public let identity: Identity

  /// The parts, in the order in which their tables are made.
  public let parts: [SchemaPart]

  /// Names the identity and the parts; no two steps of a part may have the same name.
  public init(identity: Identity, parts: [SchemaPart]) {
    self.identity = identity
    self.parts = parts
    let keys = steps.map(\.key)
    precondition(Set(keys).count == keys.count, "two steps of the schema have the same name")
  }

  /// Makes the schema in an empty file, or takes the steps that a file of ours lacks.
  ///
  /// - Throws: `.notOurs`, `.newer` or `.damaged` before anything is changed.
  public func migrate(_ connection: borrowing Connection) throws(StoreError) {
    let isEmpty = try isEmpty(connection)
    let done = isEmpty ? [] : try recorded(connection)
    let pending = steps.filter { step in !done.contains { $0.key == step.key } }
    let version = isEmpty ? -1 : try connection.userVersion()
    guard !pending.isEmpty || version != Int(identity.userVersion) else { return }
    // SQLite's procedure for changing a table, step 1: references are off while tables are
    // remade, which can only be said outside a transaction.
    let enforced = try connection.number("PRAGMA foreign_keys") != 0
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { if enforced { try? connection.execute("PRAGMA foreign_keys = ON") } }
    if isEmpty { try begin(connection) }
    for step in pending { try take(step, connection) }
    try connection.setUserVersion(Int(identity.userVersion))
  }

  /// Checks that a file is this program's, complete, and not from a later version.
  ///
  /// - Throws: `.notOurs` (also for an empty file), `.newer`, `.older` or `.damaged`.
  public func check(_ connection: borrowing Connection) throws(StoreError) {
    let path = connection.path
    guard try !isEmpty(connection) else {
      throw refusal(.notOurs, "the database is empty", path)
    }
    let done = try recorded(connection)
    if let missing = steps.first(where: { step in !done.contains { $0.key == step.key } }) {
      throw refusal(
        .older, "the database was made by an earlier version: it lacks \(missing.key)", path)
    }
  }
}

extension Migrator {
  /// A step with the part that it belongs to.
  struct Step {
    let part: String
    let migration: Migration
    var key: String { "\(part).\(migration.name)" }
  }

  /// A step that a file says it has taken.
  struct Record {
    let key: String
    let digest: String
  }

  /// The steps of all parts in order.
  var steps: [Step] {
    parts.flatMap { part in part.migrations.map { Step(part: part.name, migration: $0) } }
  }

  /// True when the file holds nothing and is claimed by nobody.
  private func isEmpty(_ connection: borrowing Connection) throws(StoreError) -> Bool {
    guard try connection.number("SELECT count(*) FROM sqlite_schema") == 0 else { return false }
    let (id, version) = (try connection.applicationID(), try connection.userVersion())
    return id == 0 && version == 0
  }

  /// Claims an empty file.
  private func begin(_ connection: borrowing Connection) throws(StoreError) {
    try inTransaction(connection) { () throws(StoreError) in
      try connection.setApplicationID(Int(identity.applicationID))
      try connection.execute(
        """
        CREATE TABLE schema_migration (
          number INTEGER PRIMARY KEY,
          part TEXT NOT NULL,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          UNIQUE (part, name)
        ) STRICT
        """)
    }
  }

  /// Takes one step and records it.
  private func take(_ step: Step, _ connection: borrowing Connection) throws(StoreError) {
    try inTransaction(connection) { () throws(StoreError) in
      try connection.execute(step.migration.sql)
      // Step 10: references are checked before the commit.
      if let broken = try connection.foreignKeyCheck(limit: 1).first {
        throw StoreError(
          kind: .brokenReference, code: .constraintForeignKey,
          message: "after the step \(step.key): \(broken)", path: connection.path)
      }
      let record = try connection.prepare(
        "INSERT INTO schema_migration (part, name, sha256) VALUES (?1, ?2, ?3)")
      try record.bind(step.part, at: 1)
      try record.bind(step.migration.name, at: 2)
      try record.bind(SHA256.hex(of: step.migration.sql), at: 3)
      try record.run()
    }
  }

  private func inTransaction(
    _ connection: borrowing Connection, _ body: () throws(StoreError) -> Void
  ) throws(StoreError) {
    try connection.begin(.immediate)
    do throws(StoreError) {
      try body()
      try connection.commit()
    } catch {
      connection.rollback()
      throw error
    }
  }

  /// The steps recorded in a file, after its identity was found to be ours and not later.
  private func recorded(_ connection: borrowing Connection) throws(StoreError) -> [Record] {
    let path = connection.path
    let id = try connection.applicationID()
    guard id == Int(identity.applicationID) else {
      throw refusal(
        .notOurs, "the database belongs to another program (application_id \(id))", path)
    }
    let version = try connection.userVersion()
    guard version <= Int(identity.userVersion) else {
      throw refusal(
        .newer,
        "the database has schema version \(version), this program knows \(identity.userVersion)",
        path)
    }
    let found = try connection.number(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'")
    guard found == 1 else { throw refusal(.damaged, "the record of the schema is missing", path) }
    let rows = try connection.prepare(
      "SELECT part, name, sha256 FROM schema_migration ORDER BY number")
    var records: [Record] = []
    while try rows.step() {
      records.append(Record(key: "\(rows.text(0)).\(rows.text(1))", digest: rows.text(2)))
    }
    try compare(records, path)
    return records
  }

  /// Refuses steps that this program does not know, or knows otherwise.
  private func compare(_ records: [Record], _ path: String) throws(StoreError) {
    for record in records {
      guard let step = steps.first(where: { $0.key == record.key }) else {
        throw refusal(.newer, "the database has the step \(record.key), not known here", path)
      }
      guard SHA256.hex(of: step.migration.sql) == record.digest else {
        throw refusal(.damaged, "the step \(record.key) was taken with other statements", path)
      }
    }
  }

  private func refusal(_ kind: StoreError.Kind, _ message: String, _ path: String) -> StoreError {
    StoreError(kind: kind, code: .ok, message: message, path: path)
  }
}
