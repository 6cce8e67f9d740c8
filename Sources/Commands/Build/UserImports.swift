import FoundationEssentials
import Places
import Store

/// What a user imported by hand stays through every build.
enum UserImports {
  private static let tables = ["reject", "note", "observation"]

  /// Copies the user's own sources with all that belongs to them from an older database.
  ///
  /// - Returns: false where there is none.
  static func carry(
    from path: String, into connection: borrowing Connection, _ asOf: Day? = nil
  ) throws -> Bool {
    do {
      return try carry(out: try Database.open(path, .readOnly), into: connection, asOf)
    } catch let error as StoreError where error.kind == .older {
      return try carryFromEarlier(path, into: connection, asOf)
    }
  }

  /// Takes the steps of the schema that an earlier version's file lacks, in a copy of it.
  private static func carryFromEarlier(
    _ path: String, into connection: borrowing Connection, _ asOf: Day?
  ) throws -> Bool {
    let folder = try TemporaryFolder.make(for: "earlier")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = "\(folder)/placewise.db"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let old = try Connection(path: copy, mode: .readWrite)
    try Database.migrator.migrate(old)
    return try carry(out: old, into: connection, asOf)
  }

  private static func carry(
    out old: borrowing Connection, into connection: borrowing Connection, _ asOf: Day?
  ) throws -> Bool {
    let own = "origin = 'user'" + (asOf.map { " AND " + KnownOn(day: $0).condition } ?? "")
    guard try old.number("SELECT count(*) FROM source WHERE \(own)") > 0 else { return false }
    let next = try connection.number("SELECT coalesce(max(id), 0) FROM source")
    try copy(old, connection, "source", where: own, shifted: ["id": next])
    for table in tables {
      try copy(
        old, connection, table,
        where: "source IN (SELECT id FROM source WHERE \(own))", shifted: ["source": next])
    }
    try copy(
      old, connection, "measure",
      where: "id IN (SELECT measure FROM observation o JOIN source s ON s.id = o.source "
        + "WHERE s.origin = 'user')", shifted: [:])
    try OtherAreaWriter.carry(from: old, to: connection)
    try carryPayments(old, connection, shift: next)
    if let asOf { try KnownOn(day: asOf).keep(connection) }
    return true
  }

  /// Copies all payments: they are never shipped, so all are the user's own.
  private static func carryPayments(
    _ old: borrowing Connection, _ new: borrowing Connection, shift: Int
  ) throws {
    for table in ["payment_body", "payment_supplier", "payment_label"] {
      try copy(old, new, table, where: "true", shifted: [:])
    }
    try copy(old, new, "payment_source", where: "true", shifted: ["source": shift])
    let rows = try old.prepare("SELECT * FROM payment ORDER BY rowid")
    let names = rows.columnNames
    try new.insert(into: "payment", columns: names) { row in
      guard try rows.step() else { return false }
      row.set(rows.int(0) + shift, at: 0)
      for column in 1..<names.count {
        switch rows.type(column) {
        case .null: break
        case .int: row.set(rows.int(column), at: column)
        default: row.set(rows.text(column), at: column)
        }
      }
      return true
    }
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
