/// Every council, area and body since 2011, with what they were called and what belongs to what.
///
/// The register is made once from its rows and never changes, so it can be shared by all threads.
/// A place stands in it under its current code; former codes lead to it.
public final class Register: Sendable {
  /// All places in the order of their codes.
  public let places: [Place]

  /// Areas of other bodies for which loaded files have figures, in the order of their codes.
  ///
  /// They stand apart from `places`: no name leads to them, no group holds them, and nothing is
  /// computed for them. Their exact code finds them, by subscript or `resolve`.
  public let otherAreas: [Place]

  /// All comparison groups and footprints in the order of their codes.
  public let namedGroups: [PlaceGroup]

  /// Councils that begin on days to come, by day and name.
  public let newCouncils: [NewCouncil]

  let indexByCode: [String: Int]
  private let otherByCode: [String: Place]
  let otherCodes: [String: [OtherCode]]
  let codesByPlace: [String: [OtherCode]]
  let membersByGroup: [String: [Membership]]
  let groupsByPlace: [String: [Membership]]
  let successionsByOld: [String: [Succession]]
  let successionsByNew: [String: [Succession]]
  let neighboursByPlace: [String: [Neighbour]]
  let servicesByBody: [String: [BodyService]]
  let servicesByMember: [String: [BodyService]]
  let servicesNamed: Set<String>
  let duties: [PlaceKind: [Duty]]
  let bodyByArea: [String: String]
  let names: NameIndex
  let slugs: SlugIndex

  /// Indexes the rows; their order does not matter.
  ///
  /// A place that stands twice keeps its last row.
  public init(_ rows: RegisterRows) {
    var unique: [String: Place] = [:]
    for place in rows.places { unique[place.code] = place }
    // A footprint is a place as well: no name leads to it but its own.
    for group in rows.groups where group.isFootprint { unique[group.code] = group.ground }
    let all = unique.values.sorted { $0.code < $1.code }
    let places = all.filter { $0.kind != .otherArea }
    self.places = places
    otherAreas = all.filter { $0.kind == .otherArea }
    otherByCode = Dictionary(uniqueKeysWithValues: otherAreas.map { ($0.code, $0) })
    indexByCode = Dictionary(
      uniqueKeysWithValues: places.enumerated().map { ($1.code, $0) })
    namedGroups = rows.groups.sorted { $0.code < $1.code }
    newCouncils = rows.newCouncils.sorted { ($0.startsOn, $0.name) < ($1.startsOn, $1.name) }
    otherCodes = Dictionary(grouping: rows.codes) { Self.normalised($0.value) }
    codesByPlace = Dictionary(grouping: rows.codes, by: \.place)
    membersByGroup = Dictionary(grouping: rows.memberships, by: \.group)
    groupsByPlace = Dictionary(grouping: rows.memberships, by: \.place)
    successionsByOld = Dictionary(grouping: rows.successions, by: \.old)
    successionsByNew = Dictionary(grouping: rows.successions, by: \.new)
    neighboursByPlace = Dictionary(grouping: rows.neighbours, by: \.place)
    servicesByBody = Dictionary(grouping: rows.services, by: \.body)
    servicesByMember = Dictionary(grouping: rows.services, by: \.member)
    servicesNamed = Set(rows.services.map(\.service))
    duties = Dictionary(grouping: rows.duties, by: \.kind)
    bodyByArea = Dictionary(
      places.compactMap { place in
        place.kind == .combinedAuthorityBody
          ? place.combinedAuthority.map { ($0, place.code) } : nil
      }, uniquingKeysWith: { first, _ in first })
    names = NameIndex(places: places, spellings: rows.spellings, indexByCode: indexByCode)
    slugs = SlugIndex(places: places)
  }

  /// The place with this code of the register, exactly as written.
  ///
  /// - Complexity: O(1).
  public subscript(code: String) -> Place? {
    indexByCode[code].map { places[$0] } ?? otherByCode[code]
  }

  /// Places for codes, those unknown left out.
  func places(for codes: [String]) -> [Place] {
    codes.compactMap { self[$0] }
  }
}
