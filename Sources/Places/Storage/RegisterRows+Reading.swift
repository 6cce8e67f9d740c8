import Store

extension RegisterRows {
  /// Reads the tables of the register.
  ///
  /// - Throws: `.damaged` for a kind, tier, numbering or day that this program does not write.
  public init(reading connection: borrowing Connection) throws(StoreError) {
    self.init()
    try readPlaces(connection)
    try readCodes(connection)
    try readSuccessions(connection)
    try readMemberships(connection)
    try readServices(connection)
    try readDuties(connection)
    try readNewCouncils(connection)
    let names = try connection.prepare(
      "SELECT name, place, source FROM place_alias ORDER BY name, place")
    while try names.step() {
      spellings.append(
        Spelling(name: names.text(0), place: names.text(1), source: names.text(2)))
    }
    let near = try connection.prepare(
      "SELECT place, rank, neighbour FROM place_neighbour ORDER BY place, rank")
    while try near.step() {
      neighbours.append(
        Neighbour(place: near.text(0), rank: near.int(1), neighbour: near.text(2)))
    }
  }

  private mutating func readPlaces(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT code, name, kind, tier, country, region, county, combined_authority, ecode,
        start_on, end_on, note
      FROM place WHERE kind <> 'footprint' ORDER BY code
      """)
    while try rows.step() {
      guard let kind = PlaceKind(rawValue: rows.text(2)),
        let tier = PlaceTier(rawValue: rows.text(3))
      else { throw Self.damage("place", rows.text(0), connection.path) }
      places.append(
        Place(
          code: rows.text(0), name: rows.text(1), kind: kind, tier: tier,
          country: rows.optionalText(4), region: rows.optionalText(5),
          county: rows.optionalText(6), combinedAuthority: rows.optionalText(7),
          ecode: rows.optionalText(8), validity: rows.validity(9), note: rows.optionalText(11)))
    }
  }

  private mutating func readCodes(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT place, scheme, value, valid_from, valid_to FROM place_code
      ORDER BY value, scheme, place
      """)
    while try rows.step() {
      guard let scheme = CodeScheme(rawValue: rows.text(1)) else {
        throw Self.damage("place_code", rows.text(0), connection.path)
      }
      codes.append(
        OtherCode(
          place: rows.text(0), scheme: scheme, value: rows.text(2), validity: rows.validity(3)))
    }
  }

  private mutating func readSuccessions(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      "SELECT old, new, changed_on, whole FROM place_successor ORDER BY old, new")
    while try rows.step() {
      guard let day = Day(rows.text(2)) else {
        throw Self.damage("place_successor", rows.text(0), connection.path)
      }
      successions.append(
        Succession(old: rows.text(0), new: rows.text(1), changedOn: day, isWhole: rows.int(3) == 1))
    }
  }

  private mutating func readMemberships(_ connection: borrowing Connection) throws(StoreError) {
    let named = try connection.prepare(
      "SELECT code, name, kind, note FROM place_group ORDER BY code")
    while try named.step() {
      groups.append(
        PlaceGroup(
          code: named.text(0), name: named.text(1), kind: named.text(2),
          note: named.optionalText(3)))
    }
    let rows = try connection.prepare(
      """
      SELECT place, group_code, valid_from, valid_to FROM place_member
      ORDER BY group_code, place, valid_from
      """)
    while try rows.step() {
      memberships.append(
        Membership(place: rows.text(0), group: rows.text(1), validity: rows.validity(2)))
    }
  }

  private mutating func readNewCouncils(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT name, kind, starts_on, footprint, code, takes_over, source, note FROM new_council
      ORDER BY name, starts_on
      """)
    while try rows.step() {
      guard let kind = PlaceKind(rawValue: rows.text(1)), let day = Day(rows.text(2)) else {
        throw Self.damage("new_council", rows.text(0), connection.path)
      }
      newCouncils.append(
        NewCouncil(
          name: rows.text(0), kind: kind, startsOn: day, footprint: rows.text(3),
          code: rows.optionalText(4),
          takesOver: rows.text(5).split(separator: ";").map(String.init),
          source: rows.text(6), note: rows.optionalText(7)))
    }
  }

  private mutating func readServices(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT body, service, member, valid_from, valid_to, confidence FROM place_service
      ORDER BY body, service, member, valid_from
      """)
    while try rows.step() {
      guard let confidence = BodyService.Confidence(rawValue: rows.text(5)) else {
        throw Self.damage("place_service", rows.text(0), connection.path)
      }
      services.append(
        BodyService(
          body: rows.text(0), service: rows.text(1), member: rows.text(2),
          validity: rows.validity(3), confidence: confidence))
    }
  }

  private mutating func readDuties(_ connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT service, kind, role, valid_from, valid_to, note FROM duty
      ORDER BY service, kind, valid_from
      """)
    while try rows.step() {
      guard let kind = PlaceKind(rawValue: rows.text(1)),
        let role = Duty.Role(rawValue: rows.text(2))
      else { throw Self.damage("duty", rows.text(0), connection.path) }
      duties.append(
        Duty(
          service: rows.text(0), kind: kind, role: role, validity: rows.validity(3),
          note: rows.optionalText(5)))
    }
  }

  private static func damage(_ table: String, _ key: String, _ path: String) -> StoreError {
    StoreError(
      kind: .damaged, code: .ok,
      message: "the row \(key) of \(table) holds a word that is not known here", path: path)
  }
}

extension Register {
  /// Reads the register from its tables.
  public convenience init(reading connection: borrowing Connection) throws(StoreError) {
    self.init(try RegisterRows(reading: connection))
  }
}

extension Statement {
  /// The span of days in a column and the next; empty and NULL are open.
  fileprivate func validity(_ column: Int) -> Validity {
    Validity(from: Day(text(column)), to: Day(text(column + 1)))
  }
}
