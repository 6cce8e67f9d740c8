extension Register {
  /// The group with this code, a place that others belong to or a named group; nil for neither.
  public func group(code: String) -> PlaceGroup? {
    if let place = place(code: code), membersByGroup[place.code] != nil {
      return PlaceGroup(code: place.code, name: place.name, kind: place.kind.rawValue)
    }
    return namedGroups.first { $0.code == code }
  }

  /// The groups that a code, a slug or a name may mean, in the order of their codes.
  ///
  /// "West Midlands" is a region and a combined authority; "core cities" is one group.
  public func groups(named text: String) -> [PlaceGroup] {
    if let group = group(code: text) { return [group] }
    let slug = SlugIndex.slug(text)
    let named = namedGroups.filter { $0.code == slug || SlugIndex.slug($0.name) == slug }
    let areas = names.candidates(for: text).map { places[$0] }.filter { place in
      place.isCurrent && membersByGroup[place.code] != nil
    }
    return areas.compactMap { group(code: $0.code) } + named
  }

  /// The councils of a group on a day, or today's when no day is given, in the order of their codes.
  ///
  /// A combined authority has members only from the day it was founded: for its area before that
  /// day ask for today's members and restate their figures.
  public func members(
    of group: String, on day: Day? = nil, level: MemberLevel = .lowest
  ) -> [Place] {
    let rows = (membersByGroup[group] ?? []).filter { $0.validity.holds(on: day) }
    let codes = Set(rows.map(\.place)).sorted()
    return places(for: codes).filter { level.includes($0.tier) }
  }

  /// The groups that a place belongs to on a day, or today, in the order of their codes.
  ///
  /// A place that has ended belongs to none today.
  public func groups(of place: String, on day: Day? = nil) -> [PlaceGroup] {
    let rows = (groupsByPlace[place] ?? []).filter { $0.validity.holds(on: day) }
    return Set(rows.map(\.group)).sorted().compactMap { group(code: $0) }
  }

  /// All groups: the places that others belong to, then comparison groups and footprints.
  public var allGroups: [PlaceGroup] {
    places.filter { $0.kind != .footprint && membersByGroup[$0.code] != nil }.map {
      PlaceGroup(code: $0.code, name: $0.name, kind: $0.kind.rawValue)
    } + namedGroups
  }

  /// The similar places, the most alike first.
  ///
  /// Neighbours of a county may be unitary authorities, which run more services: with `sameTier`
  /// only those of the same tier are given, which may leave few. Those that ended are left out.
  public func neighbours(of place: String, sameTier: Bool = true) -> [Place] {
    guard let own = self[place] else { return [] }
    let ranked = (neighboursByPlace[place] ?? []).sorted { $0.rank < $1.rank }
    return places(for: ranked.map(\.neighbour)).filter { other in
      other.isCurrent && (!sameTier || other.tier == own.tier)
    }
  }
}
