import FoundationEssentials
import Store

/// What a user imported by hand stays through every build.
enum UserImports {
  private static let tables = ["reject", "note", "observation"]

  /// Copies the user's own sources with all that belongs to them from an older database.
  ///
  /// - Returns: false where there is none.
  static func carry(from path: String, into connection: borrowing Connection) throws -> Bool {
    do {
      return try carry(out: try Database.open(path, .readOnly), into: connection)
    } catch let error as StoreError where error.kind == .older {
      return try carryFromEarlier(path, into: connection)
    }
  }

  /// Takes the steps of the schema that an earlier version's file lacks, in a copy of it.
  private static func carryFromEarlier(
    _ path: String, into connection: borrowing Connection
  ) throws -> Bool {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "placewise-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let old = try Connection(path: copy, mode: .readWrite)
    try Database.migrator.migrate(old)
    return try carry(out: old, into: connection)
  }

  private static func carry(
    out old: borrowing Connection, into connection: borrowing Connection
  ) throws -> Bool {
    guard try old.number("SELECT count(*) FROM source WHERE origin = 'user'") > 0 else {
      return false
    }
    let next = try connection.number("SELECT coalesce(max(id), 0) FROM source")
    try copy(old, connection, "source", where: "origin = 'user'", shifted: ["id": next])
    for table in tables {
      try copy(
        old, connection, table,
        where: "source IN (SELECT id FROM source WHERE origin = 'user')", shifted: ["source": next])
    }
    try copy(
      old, connection, "measure",
      where: "id IN (SELECT measure FROM observation o JOIN source s ON s.id = o.source "
        + "WHERE s.origin = 'user')", shifted: [:])
    return true
  }

  /// Copies rows of a table; identifiers are moved behind those already there.
  private static func copy(
    _ old: borrowing Connection, _ new: borrowing Connection, _ table: String,
    where condition: String, shifted: [String: Int]
  ) throws {
    let rows = try old.prepare(
      "SELECT * FROM \(Connection.quoted(table)) WHERE \(condition) ORDER BY rowid")
    let names = rows.columnNames
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let columns = names.map(Connection.quoted).joined(separator: ", ")
    let insert = try new.prepare(
      "INSERT OR IGNORE INTO \(Connection.quoted(table)) (\(columns)) VALUES (\(marks))")
    while try rows.step() {
      for (index, name) in names.enumerated() {
        if let shift = shifted[name] {
          try insert.bind(rows.int(index) + shift, at: index + 1)
        } else {
          try insert.bind(rows.value(index), at: index + 1)
        }
      }
      try insert.run()
    }
  }
}
