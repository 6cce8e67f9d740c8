import Importers
import Store

/// What an import or its undoing leaves for other commands.
enum ImportMarks {
  /// The tables that an import writes.
  private static let tables = [
    "build_input", "measure", "note", "observation", "payment_body", "payment_label",
    "payment_source", "payment_supplier", "place", "place_alias", "reject", "source",
  ]

  /// Takes away the digests of what is about to change, where `write` follows in another transaction.
  static func clear(_ connection: borrowing Connection) throws {
    let delete = try connection.prepare("DELETE FROM content_digest WHERE name = ?")
    for table in tables {
      try delete.bind(table, at: 1)
      try delete.run()
    }
  }

  /// Marks the last build as out of date, and notes the digests of what changed for `verify`.
  ///
  /// Where the digest of the table of observations is `known`, the table is not read again.
  static func write(
    _ connection: borrowing Connection, known: ContentDigest? = nil
  ) throws {
    let sources = try ContentDigest(of: "source", in: connection)
    let mark = try connection.prepare("INSERT OR REPLACE INTO build_input VALUES (?, ?)")
    try mark.bind("(imported)", at: 1)
    try mark.bind(sources.sha256, at: 2)
    try mark.run()
    let insert = try connection.prepare("INSERT OR REPLACE INTO content_digest VALUES (?, ?, ?)")
    if let known {
      try insert.bind("observation", at: 1)
      try insert.bind(known.rows, at: 2)
      try insert.bind(known.sha256, at: 3)
      try insert.run()
    }
    for table in tables where known == nil || table != "observation" {
      let digest = try ContentDigest(of: table, in: connection)
      try insert.bind(digest.table, at: 1)
      try insert.bind(digest.rows, at: 2)
      try insert.bind(digest.sha256, at: 3)
      try insert.run()
    }
  }
}
