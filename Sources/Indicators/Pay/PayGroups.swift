import Places

/// The councils of which a county, a combined authority, a region or a country is made.
enum PayGroups {
  /// The codes of the lowest councils of a place of today; none for a council that has none below.
  static func councils(of group: Place, in register: Register) -> [String] {
    guard group.isCurrent else { return [] }
    switch group.kind {
    case .county:
      return register.places.filter {
        $0.isCurrent && $0.tier == .lower && $0.county == group.code
      }.map(\.code)
    case .region, .combinedAuthority, .footprint:
      return register.members(of: group.code, level: .lowest).map(\.code)
    case .country where group.code != "K02000001":
      return councils(in: register) { $0 == group.code }
    case .area where group.code == "K03000001":
      return councils(in: register) { $0 != "N92000002" }
    default: return []
    }
  }

  private static func councils(
    in register: Register, _ isWanted: (String) -> Bool
  ) -> [String] {
    register.places.filter { place in
      place.isCurrent && (place.tier == .single || place.tier == .lower)
        && (place.country.map(isWanted) ?? false)
    }.map(\.code)
  }
}
