import Evidence
import Indicators
import Places

/// The figure of an outcome: where the place stands on each measure, without ranks.
struct OutcomeFigure {
  /// Strips of fewer places say nothing.
  static let fewest = 20

  private let story: PlaceStory
  private let outcome: Outcome
  private let readings: [OutcomeReading]

  init(_ story: PlaceStory, _ outcome: Outcome, _ readings: [OutcomeReading]) {
    self.story = story
    self.outcome = outcome
    self.readings = readings
  }

  /// The strips; nil where no measure has enough places beside it.
  var rug: RugFigure? {
    let measures = OutcomeMeasures(story)
    let rows = readings.compactMap { row($0, measures) }
    guard !rows.isEmpty else { return nil }
    let isCouncil = story.place.tier.isCouncil
    let place = story.place.name
    let title: String =
      isCouncil
      ? "\(place) among councils"
      : story.isEngland ? "England and its councils" : "\(place) and the councils of England"
    return RugFigure(
      caption: FigureCaption(
        title: "\(outcome.title): \(title)",
        subtitle: isCouncil
          ? "Each mark is a council that runs the same services; latest period of each measure"
          : "Each mark is a council in England; latest period of each measure",
        notes: [
          story.isEngland
            ? "Not a ranking."
            : "Not a ranking. Whether a difference is beyond chance is in the table."
        ]),
      place: place, rows: rows)
  }

  private func row(_ reading: OutcomeReading, _ measures: OutcomeMeasures) -> RugFigure.Row? {
    let peers = measures.peers(reading.indicator)
    let period = reading.value.period
    var values: [Double] = []
    var middle: [Double] = []
    for found in story.context.table.values(of: reading.indicator.id, in: period) {
      guard peers.contains(found.place), let number = found.value,
        !found.status.contains(.unreliable)
      else { continue }
      values.append(number)
      if let fifth = found.quintile, (2...4).contains(fifth) { middle.append(number) }
    }
    guard values.count >= Self.fewest else { return nil }
    let band = middle.min().flatMap { low in middle.max().map { low...$0 } }
    return RugFigure.Row(
      "\(reading.name), \(PeriodText(period).short)", values: values, value: reading.value.value,
      limits: Self.limits(reading.value),
      benchmark: reading.nation?.value, middle: band, polarity: Self.polarity(reading.indicator),
      format: Self.format(reading.indicator))
  }

  private static func limits(_ value: IndicatorValue) -> ClosedRange<Double>? {
    guard let lower = value.lower, let upper = value.upper, lower <= upper else { return nil }
    return lower...upper
  }

  private static func polarity(_ indicator: Indicator) -> RugFigure.Polarity {
    switch indicator.polarity {
    case .high: .higherIsBetter
    case .low: .lowerIsBetter
    case .neutral: .neither
    }
  }

  private static func format(_ indicator: Indicator) -> FigureFormat {
    FigureFormat(indicator.unit == "%" ? .percent : .none, .decimals(indicator.decimals))
  }
}
