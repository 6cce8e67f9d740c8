/// How the schema of a file differs from the one that this program makes.
public struct SchemaDifference: Sendable, Equatable {
  /// What is different.
  public enum Kind: String, Sendable {
    /// The program makes it, and the file lacks it.
    case missing
    /// The file has it, and the program does not make it: a table, view, index or trigger.
    case unexpected
    /// Both have it, made by different statements.
    case changed
  }

  /// What is different.
  public let kind: Kind

  /// `table`, `view`, `index` or `trigger`.
  public let type: String

  /// The name of the table, view, index or trigger.
  public let name: String
}

extension SchemaDifference: CustomStringConvertible {
  /// A few words, such as `unexpected trigger t`.
  public var description: String { "\(kind.rawValue) \(type) \(name)" }
}

extension Migrator {
  /// Compares the schema of a file with the one that this program makes.
  ///
  /// The schema is made anew in memory, so whatever the parts make is expected, and nothing else is.
  ///
  /// - Returns: the differences in the order of their names; none when the schemas are the same.
  /// - Throws: what SQLite reports.
  public func differences(
    in connection: borrowing Connection
  ) throws(StoreError) -> [SchemaDifference] {
    let fresh = try Connection.memory()
    try migrate(fresh)
    let expected = try Self.objects(in: fresh)
    let found = try Self.objects(in: connection)
    var differences: [SchemaDifference] = []
    for object in expected {
      let same = found.first { $0.type == object.type && $0.name == object.name }
      if same?.sql == object.sql { continue }
      let kind: SchemaDifference.Kind = same == nil ? .missing : .changed
      differences.append(SchemaDifference(kind: kind, type: object.type, name: object.name))
    }
    for object in found
    where !expected.contains(where: { $0.type == object.type && $0.name == object.name }) {
      differences.append(
        SchemaDifference(kind: .unexpected, type: object.type, name: object.name))
    }
    return differences.sorted {
      ($0.name, $0.type, $0.kind.rawValue) < ($1.name, $1.type, $1.kind.rawValue)
    }
  }

  private struct Object {
    let type: String
    let name: String
    let sql: String
  }

  /// What a schema holds, without what SQLite adds by itself (statistics, automatic indexes).
  private static func objects(in connection: borrowing Connection) throws(StoreError) -> [Object] {
    let rows = try connection.prepare(
      """
      SELECT type, name, coalesce(sql, '') FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name COLLATE BINARY, type
      """)
    var objects: [Object] = []
    while try rows.step() {
      objects.append(Object(type: rows.text(0), name: rows.text(1), sql: rows.text(2)))
    }
    return objects
  }
}
