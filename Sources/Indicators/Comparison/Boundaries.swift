import Evidence
import Places

/// The boundaries on which councils' figures are shown.
public enum Boundaries: String, CaseIterable, Sendable {
  /// As councils are today: what came before them is summed onto their ground.
  case today
  /// As councils were when the figures were published: nothing is summed.
  case published
}

extension IndicatorValue {
  /// What is noted of a value that is the sum of predecessors' figures.
  static let restatedNote = "restated on today's boundary"

  /// What is noted of a footprint's value that is not there: addition would be wrong.
  public static let notAddedNote = "does not add up over councils"

  /// True where predecessors' figures were summed onto today's boundary.
  public var isRestated: Bool { note.hasPrefix(Self.restatedNote) }
}

extension IndicatorTable {
  /// The values on some boundaries.
  ///
  /// On published ones a council has no value from before it began, except what a publisher gives
  /// for its ground, and its trend is not said where years were left out: it was found with them.
  /// Sums of regions, combined authorities, footprints and the nation are the same on both.
  public func on(_ boundaries: Boundaries, _ register: Register) -> IndicatorTable {
    guard boundaries == .published else { return self }
    var table = IndicatorTable()
    for series in everySeries {
      guard let first = series.first, register[first.place]?.tier.isCouncil == true,
        series.contains(where: \.isRestated)
      else {
        table.append(series)
        continue
      }
      table.append(
        series.filter { !$0.isRestated }.map { value in
          var value = value
          value.trend = ""
          return value
        })
    }
    return table
  }
}

extension Register {
  /// The councils that stood on a day where a place stands today, in the order of their codes.
  ///
  /// The place itself where it existed or is no council; otherwise those that became it, in whole
  /// or in part.
  public func standing(for place: Place, on day: Day) -> [Place] {
    guard place.tier.isCouncil, !place.existed(on: day) else { return [place] }
    let before =
      constituents(of: place.code, on: day) + dividedPredecessors(of: place.code, on: day)
    return before.sorted { $0.code < $1.code }
  }
}
