import Evidence
import Indicators
import Places

/// The measures of outcomes, as the catalogue's columns put them.
struct OutcomeMeasures {
  /// Themes of the catalogue that have a section of their own or tell of spending.
  static let elsewhere: Set<String> = [
    "People", "Spending by service", "Change", "Shares of spending", "Prevention and crisis",
    "Money by body", "Children", "Adults", "Public health", "Children: long series",
    "Children: who provides",
    "Children: volume and cost", "Capacity", "Connection", "Work and sick pay", "Sick pay",
    "Fairness",
  ]

  private let story: PlaceStory

  init(_ story: PlaceStory) { self.story = story }

  /// The measures of an outcome, in the order of the catalogue.
  func indicators(of outcome: Outcome) -> [Indicator] {
    story.context.catalogue.indicators.filter {
      $0.outcome == outcome.id && !$0.isMoney && !Self.elsewhere.contains($0.theme)
    }
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
