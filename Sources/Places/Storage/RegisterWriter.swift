import Store

/// Writes the rows of the register into its tables.
///
/// The rows of a part replace those that were there. Other tables may refer to places, so this
/// belongs within a transaction: references are looked at when it is committed, and a place that
/// figures still refer to cannot vanish.
public enum RegisterWriter {
  /// Replaces the named parts with these rows, all parts when none is named.
  ///
  /// - Throws: also for rows that stand twice.
  public static func write(
    _ rows: RegisterRows, parts: Set<RegisterPart> = Set(RegisterPart.allCases),
    to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("PRAGMA defer_foreign_keys = ON")
    if parts.contains(.places) {
      try connection.execute("DELETE FROM place WHERE kind <> 'footprint'")
      try write(rows.places, to: connection)
    }
    if parts.contains(.codes) { try write(rows.codes, to: connection) }
    if parts.contains(.aliases) { try write(rows.spellings, to: connection) }
    if parts.contains(.successors) { try write(rows.successions, to: connection) }
    if parts.contains(.neighbours) { try write(rows.neighbours, to: connection) }
    if parts.contains(.bodies) { try write(rows.services, to: connection) }
    if parts.contains(.duties) { try write(rows.duties, to: connection) }
    if parts.contains(.newCouncils) { try write(rows.newCouncils, to: connection) }
    try writeMemberships(rows, parts, to: connection)
  }

  private static func write(
    _ places: [Place], to connection: borrowing Connection
  ) throws(StoreError) {
    var insert = try BulkInsert(
      connection, table: "place",
      columns: [
        "code", "name", "kind", "tier", "country", "region", "county", "combined_authority",
        "ecode", "start_on", "end_on", "note",
      ])
    for place in places {
      insert.set(place.code, at: 0)
      insert.set(place.name, at: 1)
      insert.set(place.kind.rawValue, at: 2)
      insert.set(place.tier.rawValue, at: 3)
      insert.set(present: place.country, at: 4)
      insert.set(present: place.region, at: 5)
      insert.set(present: place.county, at: 6)
      insert.set(present: place.combinedAuthority, at: 7)
      insert.set(present: place.ecode, at: 8)
      insert.set(present: place.start?.description, at: 9)
      insert.set(present: place.end?.description, at: 10)
      insert.set(present: place.note, at: 11)
      try insert.insert()
    }
  }

  private static func write(
    _ codes: [OtherCode], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM place_code")
    var insert = try BulkInsert(
      connection, table: "place_code",
      columns: ["place", "scheme", "value", "valid_from", "valid_to"])
    for code in codes {
      insert.set(code.place, at: 0)
      insert.set(code.scheme.rawValue, at: 1)
      insert.set(code.value, at: 2)
      insert.set(present: code.validity.from?.description, at: 3)
      insert.set(present: code.validity.to?.description, at: 4)
      try insert.insert()
    }
  }

  private static func write(
    _ spellings: [Spelling], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM place_alias")
    var insert = try BulkInsert(
      connection, table: "place_alias", columns: ["name", "place", "source"])
    for spelling in spellings {
      insert.set(spelling.name, at: 0)
      insert.set(spelling.place, at: 1)
      insert.set(spelling.source, at: 2)
      try insert.insert()
    }
  }

  private static func write(
    _ successions: [Succession], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM place_successor")
    var insert = try BulkInsert(
      connection, table: "place_successor", columns: ["old", "new", "changed_on", "whole"])
    for row in successions {
      insert.set(row.old, at: 0)
      insert.set(row.new, at: 1)
      insert.set(row.changedOn.description, at: 2)
      insert.set(row.isWhole ? 1 : 0, at: 3)
      try insert.insert()
    }
  }

  private static func write(
    _ neighbours: [Neighbour], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM place_neighbour")
    var insert = try BulkInsert(
      connection, table: "place_neighbour", columns: ["place", "rank", "neighbour"])
    for row in neighbours {
      insert.set(row.place, at: 0)
      insert.set(row.rank, at: 1)
      insert.set(row.neighbour, at: 2)
      try insert.insert()
    }
  }

  private static func write(
    _ services: [BodyService], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM place_service")
    var insert = try BulkInsert(
      connection, table: "place_service",
      columns: ["body", "service", "member", "valid_from", "valid_to", "confidence"])
    for row in services {
      insert.set(row.body, at: 0)
      insert.set(row.service, at: 1)
      insert.set(row.member, at: 2)
      insert.set(row.validity.from?.description ?? "", at: 3)
      insert.set(present: row.validity.to?.description, at: 4)
      insert.set(row.confidence.rawValue, at: 5)
      try insert.insert()
    }
  }

  private static func write(
    _ duties: [Duty], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM duty")
    var insert = try BulkInsert(
      connection, table: "duty",
      columns: ["service", "kind", "role", "valid_from", "valid_to", "note"])
    for row in duties {
      insert.set(row.service, at: 0)
      insert.set(row.kind.rawValue, at: 1)
      insert.set(row.role.rawValue, at: 2)
      insert.set(row.validity.from?.description ?? "", at: 3)
      insert.set(present: row.validity.to?.description, at: 4)
      insert.set(present: row.note, at: 5)
      try insert.insert()
    }
  }

  private static func write(
    _ councils: [NewCouncil], to connection: borrowing Connection
  ) throws(StoreError) {
    try connection.execute("DELETE FROM new_council")
    var insert = try BulkInsert(
      connection, table: "new_council",
      columns: [
        "name", "kind", "starts_on", "footprint", "code", "takes_over", "source", "note",
      ])
    for council in councils {
      insert.set(council.name, at: 0)
      insert.set(council.kind.rawValue, at: 1)
      insert.set(council.startsOn.description, at: 2)
      insert.set(council.footprint, at: 3)
      insert.set(present: council.code, at: 4)
      insert.set(council.takesOver.joined(separator: ";"), at: 5)
      insert.set(council.source, at: 6)
      insert.set(present: council.note, at: 7)
      try insert.insert()
    }
  }

  /// Members of places and members of named groups share a table and are replaced apart.
  private static func writeMemberships(
    _ rows: RegisterRows, _ parts: Set<RegisterPart>, to connection: borrowing Connection
  ) throws(StoreError) {
    let named = "group_code IN (SELECT code FROM place_group)"
    if parts.contains(.members) {
      try connection.execute("DELETE FROM place_member WHERE NOT \(named)")
    }
    if parts.contains(.groups) {
      try connection.execute("DELETE FROM place_member WHERE \(named); DELETE FROM place_group")
      var insert = try BulkInsert(
        connection, table: "place_group", columns: ["code", "name", "kind", "note"])
      for group in rows.groups {
        insert.set(group.code, at: 0)
        insert.set(group.name, at: 1)
        insert.set(group.kind, at: 2)
        insert.set(present: group.note, at: 3)
        try insert.insert()
      }
      // A footprint has figures of its own, so it is a place as well.
      try connection.execute("DELETE FROM place WHERE kind = 'footprint'")
      try write(rows.groups.filter(\.isFootprint).map(\.ground), to: connection)
    }
    let groups = Set(rows.groups.map(\.code))
    var insert = try BulkInsert(
      connection, table: "place_member",
      columns: ["place", "group_code", "valid_from", "valid_to"])
    for row in rows.memberships
    where parts.contains(groups.contains(row.group) ? .groups : .members) {
      insert.set(row.place, at: 0)
      insert.set(row.group, at: 1)
      insert.set(row.validity.from?.description ?? "", at: 2)
      insert.set(present: row.validity.to?.description, at: 3)
      try insert.insert()
    }
  }
}

extension BulkInsert {
  /// Sets a field to text, or leaves it NULL.
  fileprivate mutating func set(present value: String?, at column: Int) {
    if let value { set(value, at: column) }
  }
}
