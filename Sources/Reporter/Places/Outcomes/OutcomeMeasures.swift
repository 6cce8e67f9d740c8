import Evidence
import Indicators
import Places

/// The measures of outcomes, as the catalogue's columns put them.
struct OutcomeMeasures {
  /// Themes of the catalogue that have a section of their own.
  static let elsewhere: Set<String> = ["Capacity", "Connection"]

  /// Measures that are told by another where that has a figure: the same thing, published twice or
  /// without a figure of England.
  private static let standIns = [
    "violence_rate": "violence", "children_in_need_rate": "children_in_need",
    "child_poverty": "child_poverty_under_16",
  ]

  private let story: PlaceStory

  init(_ story: PlaceStory) { self.story = story }

  /// The measures of an outcome, in the order of the catalogue.
  ///
  /// Those of the Local Outcomes Framework that may be compared: counts are told in the section on
  /// drivers, and groups of people in that on fairness.
  func indicators(of outcome: Outcome) -> [Indicator] {
    story.context.catalogue.indicators.filter {
      $0.outcome == outcome.id && !$0.frameworkArea.isEmpty && $0.comparability != "none"
        && !Self.elsewhere.contains($0.theme) && !PlaceFairness.groups.contains($0.id)
        && !isToldByAnother($0)
    }
  }

  private func isToldByAnother(_ indicator: Indicator) -> Bool {
    Self.standIns[indicator.id].map { story.latest($0) != nil } ?? false
  }

  /// Those that apply to the place, with a figure or with the reason why there is none.
  func readings(of outcome: Outcome) -> [OutcomeReading] {
    indicators(of: outcome).compactMap { OutcomeReading(story, $0) }
  }

  /// All readings, outcome by outcome.
  var all: [OutcomeReading] { story.context.catalogue.outcomes.flatMap(readings) }

  /// The councils that a measure may be compared among, for the marks of a figure.
  ///
  /// Of a council its own group; of a wider area or the nation the councils of its measure's tier.
  func peers(_ indicator: Indicator) -> Set<String> {
    let tier = story.place.tier
    return Set(
      story.context.register.places.filter { place in
        guard place.tier.isCouncil, place.kind != .cityOfLondon, place.kind != .islesOfScilly else {
          return false
        }
        switch indicator.comparability {
        case "upper": return place.tier != .lower
        case "tier": return place.tier == (tier.isCouncil ? tier : .single)
        default: return false
        }
      }.map(\.code))
  }
}
