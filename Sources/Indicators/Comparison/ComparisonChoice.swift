import Evidence
import Places

/// Which places are compared, and how they were chosen.
public struct ComparisonChoice: Sendable {
  /// What the places are called together: `Core cities`, `Manchester and its neighbours`.
  public let title: String
  /// The places.
  public let places: [Place]
  /// The group that they make up; nil for places named one by one.
  public let group: PlaceGroup?
  /// The place whose neighbours the others are; nil otherwise.
  public let subject: Place?
  /// What is noted of the groups that were chosen; `""` for nothing.
  public private(set) var remark = ""
  /// What the places beside the subject are called together.
  let others: String
  /// How many similar councils a council has, where not all of them are compared; else nil.
  public private(set) var similar: Int?

  /// The councils of a group.
  ///
  /// Combined authorities and regions themselves are compared when they are named one by one.
  public init(among group: PlaceGroup, in register: Register) {
    title = group.name
    places = register.members(of: group.code, level: .all)
      .filter { $0.tier.isCouncil && $0.country == "E92000001" }
    self.group = group
    subject = nil
    others = group.name
    remark = Self.remark([group])
  }

  /// What is noted of groups, each after its name.
  private static func remark(_ groups: [PlaceGroup]) -> String {
    groups.compactMap { group in
      group.note.map { "\(group.name): \($0)" + ($0.hasSuffix(".") ? "" : ".") }
    }.joined(separator: " ")
  }

  /// A place and its similar places of the same tier.
  public init(neighboursOf place: Place, in register: Register) {
    title = "\(place.name) and its neighbours"
    let all = register.neighbours(of: place.code, sameTier: false)
    let same = all.filter { $0.tier == place.tier && $0.country == place.country }
    places = [place] + same
    if same.count < all.count {
      similar = all.count
    }
    group = nil
    subject = place
    others = "Neighbours"
  }

  /// Places named one by one, and the groups among them.
  public init(with places: [Place], groups: [PlaceGroup] = []) {
    title = places.map(\.name).joined(separator: ", ")
    self.places = places
    group = nil
    subject = nil
    others = "Others"
    remark = Self.remark(groups)
  }

  /// A place and others that were named to stand beside it.
  public init(_ place: Place, beside others: [Place], groups: [PlaceGroup] = []) {
    title = "\(place.name) beside " + others.map(\.name).joined(separator: ", ")
    places = [place] + others
    group = nil
    subject = place
    self.others = "Others"
    remark = Self.remark(groups)
  }

  /// The same choice on a day: the councils that stood where those chosen stand today.
  ///
  /// Of the groups of a kind, all of that kind which there were.
  public func standing(on day: Day, in register: Register) -> ComparisonChoice {
    let kinds = Set(places.map(\.kind))
    let isKind = group?.kind == "kind"
    let all =
      isKind
      ? register.places.filter {
        kinds.contains($0.kind) && $0.country == "E92000001" && $0.existed(on: day)
      } : places.flatMap { register.standing(for: $0, on: day) }
    var seen: Set<String> = []
    var choice = ComparisonChoice(self, places: all.filter { seen.insert($0.code).inserted })
    // What is noted of a kind is that it holds the councils of today.
    if isKind { choice.remark = "\(title): those that there were on \(day)." }
    return choice
  }

  private init(_ choice: ComparisonChoice, places: [Place]) {
    title = choice.title
    self.places = places
    group = choice.group
    subject = choice.subject
    others = choice.others
    remark = choice.remark
    similar = choice.similar
  }

  /// Places that may be held against each other for an indicator: those of one tier, or all that
  /// run the service.
  ///
  /// A county's services are never set beside a unitary's totals.
  public func parts(_ indicator: Indicator) -> [ComparisonPart] {
    var keys: [String] = []
    var parts: [String: [Place]] = [:]
    for place in places {
      guard let key = Self.key(place, indicator.comparability) else { continue }
      if parts[key] == nil { keys.append(key) }
      parts[key, default: []].append(place)
    }
    return keys.map { ComparisonPart(places: parts[$0] ?? []) }
  }

  /// The places of no part: nothing may be compared with them.
  public func outside(_ indicator: Indicator) -> [Place] {
    places.filter { Self.key($0, indicator.comparability) == nil }
  }

  /// All of England's councils that run the same services as the first place, for two indicators.
  public func comparable(
    _ one: Indicator, _ other: Indicator, in register: Register
  ) -> [Place] {
    guard let first = places.first else { return [] }
    // The stricter of the two decides.
    let comparability = one.comparability == "upper" ? other.comparability : one.comparability
    guard let key = Self.key(first, comparability) else { return [] }
    return register.places.filter {
      $0.isCurrent && $0.country == "E92000001" && Self.key($0, comparability) == key
    }
  }

  private static func key(_ place: Place, _ comparability: String) -> String? {
    guard comparability != "none" else { return nil }
    if place.kind == .footprint { return place.kind.rawValue }
    switch place.tier {
    case .combined, .region: return place.tier.rawValue
    case .country, .area, .body: return nil
    case .single, .upper, .lower:
      return QuintileGroups.group(place, comparability: comparability)
    }
  }
}

/// Places that run the same services.
public struct ComparisonPart: Hashable, Sendable {
  /// The places.
  public let places: [Place]

  /// What they have in common.
  public var name: String {
    let tiers = Set(places.map(\.tier))
    if tiers.contains(.combined) { return "Combined authorities" }
    if tiers.contains(.region) { return "Regions" }
    if tiers.contains(.area) { return "Footprints of old counties" }
    if tiers == [.lower] { return "District councils" }
    if tiers == [.single] { return "Councils that run all services" }
    return tiers == [.upper] ? "County councils" : "Councils with social care duties"
  }
}
