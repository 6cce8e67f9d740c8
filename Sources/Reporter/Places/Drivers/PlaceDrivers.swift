import Evidence
import Indicators
import Places

/// Section 7: what drives the cost of crisis: volume and price, apart.
struct PlaceDrivers {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let children = ChildrenDrivers()
    let homelessness = HomelessnessDrivers(story)
    let hasCare = story.runs("csc")
    let finding =
      (hasCare ? children.finding(story) : nil)
      ?? (story.isHousingAuthority ? homelessness.finding : nil)
    document.heading(2, finding ?? "What drives the cost of crisis: number and price")
    if hasCare {
      children.write(&story, &document)
      AdultDrivers().write(&story, &document)
    } else {
      document.paragraph(
        "The county council looks after children and adults here: its report shows how many, and "
          + "what each costs.")
    }
    if story.isHousingAuthority {
      homelessness.write(&story, &document)
    } else {
      document.paragraph(
        "Homelessness is a duty of the district councils: their reports have the figures.")
    }
  }
}

extension PlaceStory {
  /// True where homelessness is a duty: everywhere but in a county council.
  var isHousingAuthority: Bool { place.tier != .upper }
}
