import Evidence
import Indicators
import Places

/// The ground that a place stands on through reorganisation: its footprint and the councils there.
struct PlaceGround {
  private let story: PlaceStory
  private var register: Register { story.context.register }

  init(_ story: PlaceStory) {
    self.story = story
  }

  /// Writes, of a footprint, which councils it had when; of a council, which footprint it lies in.
  func write(_ document: inout MarkdownDocument) {
    guard story.place.kind == .footprint else {
      if story.place.tier.isCouncil { document.paragraph(footprints) }
      return
    }
    document.heading(3, "The councils of this ground")
    var table = MarkdownTable([.init("From"), .init("Until"), .init("Councils")])
    for (validity, places) in register.spans(of: story.place.code) {
      table.append([
        validity.from.map { "\($0.description)" } ?? "–",
        validity.to.map { "\($0.description)" } ?? "–",
        PlaceGaps.joined(places.map(\.name)),
      ])
    }
    for council in register.newCouncils(on: story.place.code) {
      table.append([
        "\(council.startsOn.description)", "–", "\(council.name)" + Self.code(council),
      ])
    }
    document.table(table)
    document.paragraph(
      "A footprint is the ground of an old county, the same before and after its councils change. "
        + "Money and counts are added up over the councils of each day in both tiers, and rates and "
        + "shares are made from the sums. What does not add up (surveys, estimates, rates by age, "
        + "medians) is left blank. It is no council: what is said of “the council” in other reports "
        + "is said of the councils of this ground together.")
    document.paragraph(note(register.footprint(story.place.code)))
  }

  /// Which footprints a place's councils lie in, with what is noted of them; `""` for none.
  var footprints: MarkdownText {
    let own =
      [story.place] + register.members(of: story.place.code, level: .all)
    var groups: [PlaceGroup] = []
    for place in own {
      for (group, _) in register.footprints(of: place.code)
      where !groups.contains(where: { $0.code == group.code }) {
        groups.append(group)
      }
    }
    return .joined(
      groups.map { group in
        let lies: MarkdownText =
          story.place.tier.isCouncil
          ? "\(story.nameFirst) lies" : "Councils of \(story.name) lie"
        return lies + " in the \(group.name) footprint, the ground of an old county, which has "
          + "figures of its own (" + .code("placewise report \(group.code)") + "). " + note(group)
      }, by: " ")
  }

  /// What is noted of a footprint, and which councils begin there.
  private func note(_ group: PlaceGroup?) -> MarkdownText {
    guard let group else { return "" }
    let councils = register.newCouncils(on: group.code)
    let text: MarkdownText = group.note.map { "\($0)." } ?? ""
    guard let first = councils.first else { return text }
    let names = councils.map { "\($0.name)" + Self.code($0) as MarkdownText }
    return text + " From \(first.startsOn.description): " + .joined(names, by: ", ")
      + ". Until then its figures are those of the councils of today; after that, of the new ones."
  }

  private static func code(_ council: NewCouncil) -> MarkdownText {
    council.code.map { " (\($0))" } ?? " (code not yet published)"
  }
}
