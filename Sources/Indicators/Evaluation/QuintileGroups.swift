import Evidence
import Places

/// Places councils among those they may be compared with, in fifths, never in ranks.
///
/// Services that all upper-tier councils run alike are compared across them; what the tiers share
/// is compared within a tier only. The City of London and the Isles of Scilly stand outside, as do
/// figures marked unreliable or partial.
struct QuintileGroups {
  let register: Register
  /// Fifths of fewer places say nothing.
  static let fewest = 20

  /// Places compared with each other in one period.
  private struct Group: Hashable {
    let name: String
    let period: Period
  }

  /// A value in its group.
  private struct Member {
    let position: Int
    let index: Int
    let value: Double
  }

  /// The group within which a place may be compared for an indicator, or nil.
  static func group(_ place: Place, comparability: String) -> String? {
    guard place.kind != .cityOfLondon, place.kind != .islesOfScilly, place.tier.isCouncil else {
      return nil
    }
    switch comparability {
    case "upper": return place.tier == .lower ? nil : "upper"
    case "tier": return place.tier.rawValue
    default: return nil
    }
  }

  /// Marks the fifth of every value of an indicator.
  func mark(_ all: inout [[IndicatorValue]], of indicator: Indicator) {
    guard indicator.comparability != "none" else { return }
    var groups: [Group: [Member]] = [:]
    for (position, series) in all.enumerated() {
      guard let place = series.first.flatMap({ register[$0.place] }),
        let group = Self.group(place, comparability: indicator.comparability)
      else { continue }
      for (index, value) in series.enumerated() {
        guard let number = value.value, !value.status.contains(.unreliable) else { continue }
        groups[Group(name: group, period: value.period), default: []]
          .append(Member(position: position, index: index, value: number))
      }
    }
    for members in groups.values where members.count >= Self.fewest {
      let sorted = members.sorted { $0.value < $1.value }
      var start = 0
      while start < sorted.count {
        var end = start
        while end + 1 < sorted.count, sorted[end + 1].value == sorted[start].value { end += 1 }
        // Equal values fall in one fifth, that of the middle of their run.
        let fifth = min(5, (start + end) * 5 / (2 * sorted.count) + 1)
        for member in sorted[start...end] { all[member.position][member.index].quintile = fifth }
        start = end + 1
      }
    }
  }
}
