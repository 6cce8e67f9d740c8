import Indicators
import Places

/// What `--boundaries` means: councils as they are today, or as they were when figures appeared.
enum BoundariesArgument {
  /// The option, alike for every command that takes it.
  static let option = CommandSpec.Option(
    "--boundaries", value: "WHICH",
    "today: predecessors summed onto today's councils (default); published: councils as they were")

  /// The boundaries asked for.
  ///
  /// - Throws: `CommandFailure` with code 2 for any other word.
  static func resolve(_ arguments: Arguments) throws -> Boundaries {
    guard let text = arguments.value("--boundaries") else { return .today }
    guard let boundaries = Boundaries(rawValue: text) else {
      throw CommandFailure(.usage, "found --boundaries \(text), expected today or published")
    }
    return boundaries
  }
}

extension BoundariesArgument {
  /// What must be said of a place on some boundaries: where its earlier figures, or its later ones,
  /// are to be found; nil where nothing is.
  static func remark(
    on place: Place, _ boundaries: Boundaries, _ register: Register
  ) -> String? {
    guard place.tier.isCouncil else { return nil }
    let ground = register.footprints(of: place.code).first.map {
      "; the same ground before and after is \($0.group.code)"
    }
    if let end = place.end {
      let next = register.successors(of: place.code).filter(\.isCurrent)
      guard !next.isEmpty else { return nil }
      return "\(place.name) ended on \(end); on today's boundaries its figures are in those of "
        + PlaceArgument.list(next, "and") + (ground ?? "")
    }
    guard boundaries == .published, let start = place.start else { return nil }
    let before = register.predecessors(of: place.code)
    guard !before.isEmpty else { return nil }
    return "\(place.name) began on \(start); what was published before is in the figures of "
      + PlaceArgument.list(before, "and") + (ground ?? "")
  }
}
