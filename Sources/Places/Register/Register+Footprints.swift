extension Register {
  /// The footprints that a place lies in or lay in, with the days on which it did.
  ///
  /// A footprint is the ground of an old county: the same before and after its councils change.
  /// Councils yet to come point to it in `groups.csv` from the day on which they begin.
  public func footprints(of place: String) -> [(group: PlaceGroup, validity: Validity)] {
    (groupsByPlace[place] ?? []).compactMap { row in
      guard let group = footprint(row.group) else { return nil }
      return (group, row.validity)
    }.sorted {
      ($0.validity.from?.number ?? 0, $0.group.code) < (
        $1.validity.from?.number ?? 0, $1.group.code
      )
    }
  }

  /// The councils of a footprint in both tiers, by spans of days on which they were the same.
  public func spans(of footprint: String) -> [(validity: Validity, places: [Place])] {
    let rows = Dictionary(grouping: membersByGroup[footprint] ?? [], by: \.validity)
    return rows.map { validity, rows in
      (validity, places(for: rows.map(\.place).sorted()))
    }.sorted { ($0.validity.from?.number ?? 0) < ($1.validity.from?.number ?? 0) }
  }

  /// The footprint with this code or name, or nil.
  public func footprint(_ text: String) -> PlaceGroup? {
    let footprints = namedGroups.filter(\.isFootprint)
    return footprints.first { $0.code == text }
      ?? footprints.first { $0.code == "footprint-" + text }
  }

  /// The place that a footprint is, by its code or by its name with the word `footprint`.
  ///
  /// The bare name of a county is never taken for its footprint: it means the council, also one
  /// that has ended.
  public func ground(_ text: String) -> Place? {
    let slug = SlugIndex.slug(text)
    let word = PlaceGroup.footprint
    guard slug.hasPrefix("\(word)-") || slug.hasSuffix("-\(word)") else { return nil }
    if let place = self[slug], place.kind == .footprint { return place }
    return ground(named: String(slug.dropLast(word.utf8.count + 1)))
  }

  /// The footprint with a name that no council and no area bears: `Kent and Medway`.
  public func ground(named text: String) -> Place? {
    let slug = SlugIndex.slug(text)
    let found = namedGroups.filter { $0.isFootprint && SlugIndex.slug($0.name) == slug }
    return found.count == 1 ? self[found[0].code] : nil
  }

  /// The councils that begin on the ground of a footprint on days to come, by day and name.
  public func newCouncils(on footprint: String) -> [NewCouncil] {
    newCouncils.filter { $0.footprint == footprint }
  }

  /// The council to come with a name, or nil.
  public func newCouncil(named text: String) -> NewCouncil? {
    let slug = SlugIndex.slug(text)
    return newCouncils.first { council in
      let name = SlugIndex.slug(council.name)
      return slug == name || slug == "\(name)-council" || council.code == text
    }
  }
}
