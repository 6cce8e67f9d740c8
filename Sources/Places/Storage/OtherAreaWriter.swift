import Store

/// Writes areas that a published file has figures for and the register lacks.
///
/// They stand in the table of places under `PlaceKind.otherArea`; a place of the register that has
/// the same code stays as it is.
public struct OtherAreaWriter: ~Copyable {
  private let insert: Statement

  /// Prepares to write.
  public init(_ connection: borrowing Connection) throws(StoreError) {
    insert = try connection.prepare(
      "INSERT OR IGNORE INTO place (code, name, kind, tier, note) VALUES (?, ?, ?, ?, ?)")
  }

  /// Writes one area.
  public func write(_ area: Place) throws(StoreError) {
    try insert.bind(area.code, at: 1)
    try insert.bind(area.name, at: 2)
    try insert.bind(PlaceKind.otherArea.rawValue, at: 3)
    try insert.bind(area.tier.rawValue, at: 4)
    try insert.bind(area.note ?? "", at: 5)
    try insert.run()
  }

  /// Copies all such areas of an older database.
  public static func carry(
    from old: borrowing Connection, to connection: borrowing Connection
  ) throws(StoreError) {
    let writer = try OtherAreaWriter(connection)
    let rows = try old.prepare(
      "SELECT code, name, tier, note FROM place WHERE kind = ? ORDER BY code")
    try rows.bind(PlaceKind.otherArea.rawValue, at: 1)
    while try rows.step() {
      try writer.write(
        Place(
          code: rows.text(0), name: rows.text(1), kind: .otherArea,
          tier: PlaceTier(rawValue: rows.text(2)) ?? .area, note: rows.optionalText(3)))
    }
  }

  /// Takes away those of some areas for which no figure is left.
  public static func sweep(
    _ codes: [String], in connection: borrowing Connection
  ) throws(StoreError) {
    let delete = try connection.prepare(
      """
      DELETE FROM place WHERE code = ?1 AND kind = ?2
        AND NOT EXISTS (SELECT 1 FROM observation WHERE place = ?1)
      """)
    for code in codes {
      try delete.bind(code, at: 1)
      try delete.bind(PlaceKind.otherArea.rawValue, at: 2)
      try delete.run()
    }
  }
}
