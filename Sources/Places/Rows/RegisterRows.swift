/// The rows of the register as they stand in its files, before they are indexed.
public struct RegisterRows: Sendable, Equatable {
  /// Councils, areas and bodies.
  public var places: [Place] = []

  /// Other codes of the same place.
  public var codes: [OtherCode] = []

  /// Published spellings.
  public var spellings: [Spelling] = []

  /// Mergers and splits.
  public var successions: [Succession] = []

  /// What belongs to what, those of `groups` included.
  public var memberships: [Membership] = []

  /// Similar councils.
  public var neighbours: [Neighbour] = []

  /// Comparison groups and footprints.
  public var groups: [PlaceGroup] = []

  /// Councils that begin on days to come.
  public var newCouncils: [NewCouncil] = []

  /// Which bodies run services for which councils.
  public var services: [BodyService] = []

  /// Which kinds of council run which services.
  public var duties: [Duty] = []

  /// No rows.
  public init() {}
}

extension RegisterRows {
  /// Adds one row of a file: its fields in the order of `RegisterPart.columns`.
  ///
  /// - Throws: the column, what stands in it and what should.
  public mutating func append(
    _ fields: [String], to part: RegisterPart
  ) throws(RegisterRowError) {
    guard fields.count == part.columns.count else {
      throw RegisterRowError(
        part: part, column: nil, found: "\(fields.count) fields",
        expected: "\(part.columns.count) fields")
    }
    let record = RegisterRecord(part: part, fields: fields)
    switch part {
    case .places: places.append(try record.place())
    case .codes: codes.append(try record.otherCode())
    case .aliases:
      spellings.append(
        Spelling(name: try record.text(0), place: try record.text(1), source: fields[2]))
    case .successors: successions.append(try record.succession())
    case .members:
      memberships.append(
        Membership(
          place: try record.text(0), group: try record.text(1), validity: try record.validity(2)))
    case .neighbours:
      neighbours.append(
        Neighbour(
          place: try record.text(0), rank: try record.rank(1), neighbour: try record.text(2)))
    case .groups: try appendGroup(record)
    case .newCouncils: newCouncils.append(try record.newCouncil())
    case .bodies: services.append(contentsOf: try record.services())
    case .duties: duties.append(try record.duty())
    }
  }

  /// A group stands in one row for each span of days with the same members.
  private mutating func appendGroup(_ record: RegisterRecord) throws(RegisterRowError) {
    let group = PlaceGroup(
      code: try record.text(0), name: try record.text(1), kind: try record.text(2),
      note: record.optional(6))
    let members = try record.text(3).split(separator: ";")
    let validity = try record.validity(4)
    if groups.last?.code != group.code {
      groups.append(group)
    } else if let last = groups.popLast() {
      // The latest span has the last word.
      groups.append(
        PlaceGroup(
          code: group.code, name: group.name, kind: group.kind, note: group.note ?? last.note))
    }
    for member in members {
      memberships.append(Membership(place: String(member), group: group.code, validity: validity))
    }
  }
}
