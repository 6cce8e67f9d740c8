import Evidence
import Importers
import Store

/// A source that holds the figures which another file brings again.
struct Release {
  /// The identifier.
  let id: Int
  /// The path.
  let path: String
  /// The day of publication, ISO, or `""`.
  let published: String
  /// True for a file that the user imported.
  let isUsersOwn: Bool

  /// How sentences call it.
  var name: String { "source \(id) (\(path))" }

  /// The release of a source's identifier, or nil.
  static func named(_ id: Int, _ connection: borrowing Connection) throws -> Release? {
    let find = try connection.prepare("SELECT path, published, origin FROM source WHERE id = ?")
    try find.bind(id, at: 1)
    guard try find.step() else { return nil }
    return Release(
      id: id, path: find.text(0), published: find.text(1), isUsersOwn: find.text(2) == "user")
  }

  /// Takes the figures out of a file that only verifies a release; its rows count as repeated.
  static func leaveToVerify(_ reading: inout FileReading, _ other: Release) {
    var ledger = LossLedger()
    for why in LossLedger.Skip.allCases {
      ledger.skip(why, rows: reading.extract.ledger.skipped(why))
    }
    for _ in 0..<reading.extract.ledger.rejected { ledger.reject() }
    ledger.skip(.repeated, rows: reading.extract.ledger.loaded)
    reading.extract.ledger = ledger
    reading.extract.observations = []
    reading.extract.notes.append(
      Note(
        line: 0,
        reading.extract.payments == nil
          ? "the figures equal those of \(other.path) within rounding; nothing was loaded twice"
          : "the payments are those of \(other.path); nothing was loaded twice"))
  }

  /// Takes back the figures of a release with fewer digits; its rows count as repeated.
  static func retire(
    _ other: Release, for path: String, _ connection: borrowing Connection
  ) throws {
    let delete = try connection.prepare("DELETE FROM observation WHERE source = ?")
    try delete.bind(other.id, at: 1)
    try delete.run()
    let read = try connection.prepare("SELECT rows_loaded, skipped FROM source WHERE id = ?")
    try read.bind(other.id, at: 1)
    guard try read.step() else { return }
    let skipped = Self.skipped(read.text(1), andRepeated: read.int(0))
    read.reset()
    let update = try connection.prepare(
      """
      UPDATE source SET rows_skipped = rows_skipped + rows_loaded, rows_loaded = 0, skipped = ?
      WHERE id = ?
      """)
    try update.bind(skipped, at: 1)
    try update.bind(other.id, at: 2)
    try update.run()
    let note = try connection.prepare("INSERT INTO note (source, line, text) VALUES (?, 0, ?)")
    try note.bind(other.id, at: 1)
    try note.bind(
      "\(path) is the same release with more digits and stands for it", at: 2)
    try note.run()
  }

  /// What stands in the register as the source of a spelling that a user's file brought.
  static func mark(_ path: String) -> String { "imported: \(path)" }

  /// The words of a ledger with more rows repeated: `6 preamble, 412 repeated`.
  static func skipped(_ words: String, andRepeated rows: Int) -> String {
    var ledger = LossLedger()
    for part in words.split(separator: ",") {
      let pair = part.split(separator: " ")
      guard pair.count == 2, let count = Int(pair[0]),
        let why = LossLedger.Skip(rawValue: String(pair[1]))
      else { continue }
      ledger.skip(why, rows: count)
    }
    ledger.skip(.repeated, rows: rows)
    return ledger.skippedInWords
  }
}
