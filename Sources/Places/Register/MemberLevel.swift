/// Which of the councils that cover an area are asked for.
public enum MemberLevel: Sendable {
  /// Districts and single-tier councils: they cover the area once.
  case lowest
  /// Counties and single-tier councils: they cover it once as well, for social care and schools.
  case highest
  /// Every place that belongs, in both tiers.
  case all
}

extension MemberLevel {
  /// True when a place of this tier is asked for.
  func includes(_ tier: PlaceTier) -> Bool {
    switch self {
    case .lowest: tier == .single || tier == .lower
    case .highest: tier == .single || tier == .upper
    case .all: true
    }
  }
}
