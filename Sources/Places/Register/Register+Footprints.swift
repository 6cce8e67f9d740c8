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
    let footprints = namedGroups.filter { $0.kind == "footprint" }
    return footprints.first { $0.code == text }
      ?? footprints.first { $0.code == "footprint-" + text }
  }
}
