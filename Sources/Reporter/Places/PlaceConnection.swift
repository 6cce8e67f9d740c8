import Evidence
import Indicators
import Places

/// Section 12: connection and front doors: libraries, and whom people who need care see.
struct PlaceConnection {
  /// Whether care users and carers see the people they want to: of the theme of adult care.
  private static let contact = ["social_contact_users", "social_contact_carers"]

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let all =
      story.context.catalogue.indicators
      .filter { $0.theme == "Connection" || Self.contact.contains($0.id) }
      .compactMap { OutcomeReading(story, $0) }
    let readings = OutcomeTable(readings: all)
    let table = readings.table(&story)
    document.heading(2, heading(story))
    if table.isEmpty {
      document.paragraph(absence(story))
    } else {
      document.table(table)
      if let sentence = readings.missing(story) { document.paragraph(sentence) }
    }
    document.paragraph(
      "Library visits and users are what library services report of themselves. Not held: "
        + "loneliness, volunteering, children’s centres, youth clubs and community centres.")
  }

  private func heading(_ story: PlaceStory) -> MarkdownText {
    if let value = story.latest("library_walk"), let share = story.rounded(value) {
      return "\(share) of residents of \(story.name) live within a 30-minute walk of a library"
    }
    if let value = story.latest("social_contact_users"), let share = story.rounded(value) {
      return
        "\(share) of care users in \(story.name) have as much social contact as they would like"
    }
    return "Connection and front doors"
  }

  private func absence(_ story: PlaceStory) -> MarkdownText {
    switch story.place.tier {
    case .combined, .region, .area:
      "Library and survey figures are published for councils, and a rate is never averaged over "
        + "them: the councils’ reports have them."
    case .lower:
      "Libraries and adult care are run by the county council: its report has their figures."
    default: "No figure of libraries or of social contact in \(story.name) is held."
    }
  }
}
