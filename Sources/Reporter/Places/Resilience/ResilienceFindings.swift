import Evidence
import Indicators
import Places

/// What the section on resilience finds, in sentences: each, or why it cannot be told.
struct ResilienceFindings {
  private let story: PlaceStory

  init(_ story: PlaceStory) {
    self.story = story
  }

  /// The findings, in the order of the tables below them.
  var all: [MarkdownText] { [change, balance, concentration, fees, providers] }

  /// How much of service spending the two largest services take: the section's heading.
  var heading: MarkdownText? {
    guard let figure = ResilienceFigure(.largest, story) else { return nil }
    return "two services took \(figure.now.value) of service spending in "
      + "\(figure.now.period.phrase)" + since(figure)
  }

  private var change: MarkdownText {
    var periods: Set<Period> = []
    let found = PlaceStory.services.compactMap { service -> (name: String, change: Rounded)? in
      guard let value = Self.longRun("\(service.key)_change_from_2014", story),
        let number = story.rounded(value)
      else { return nil }
      periods.insert(value.period)
      return (service.name.prefix(1).lowercased() + service.name.dropFirst(), number)
    }
    guard let most = found.max(by: { $0.change.value < $1.change.value }),
      let least = found.min(by: { $0.change.value < $1.change.value }), found.count > 1
    else {
      return "**Long-run change** cannot be told: no base year is held, or definitions changed."
    }
    let keys = found.flatMap(\.change.keys)
    let more = found.filter { $0.change.value > 0 }.count
    let number = Rounded.count(more)?.keyed(keys)
    var text: MarkdownText = "**Long-run change.** After inflation, per resident, "
    let latest = Self.only(periods)?.phrase ?? "the latest year held of each"
    text =
      text + (number.map { "\($0)" } ?? "none")
      + " of \(found.count) services cost more in \(latest) than in \(Period.financialYear(2014).phrase)"
    text =
      text + ": from " + .number(most.change, as: most.change.signedCell)
      + " for \(most.name) to " + .number(least.change, as: least.change.signedCell)
    return text + " for \(least.name)."
  }

  /// The change to the latest year held; where the series broke behind it, the break.
  ///
  /// What was counted in another way last says nothing of today.
  static func longRun(_ id: String, _ story: PlaceStory) -> IndicatorValue? {
    story.series(id).last { $0.value != nil || $0.status.contains(.seriesBreak) }
  }

  /// The one period that all are of; nil where they differ.
  static func only(_ periods: Set<Period>) -> Period? {
    periods.count == 1 ? periods.first : nil
  }

  private var balance: MarkdownText {
    guard let universal = ResilienceFigure(.universal, story),
      let needed = ResilienceFigure(.needed, story)
    else {
      return "**Universal against crisis services** cannot be told: "
        + ServiceBalance(story).reason(.needed) + "."
    }
    return "**Universal against crisis services.** Universal services took \(universal.now.value) "
      + "of service spending in \(universal.now.period.phrase)" + since(universal)
      + "; services that answer need \(needed.now.value)" + since(needed) + "."
  }

  private var concentration: MarkdownText {
    guard let figure = ResilienceFigure(.largest, story) else {
      return "**Concentration** cannot be told: " + ServiceBalance(story).reason(.largest) + "."
    }
    var text: MarkdownText =
      "**Concentration.** The two largest services together took \(figure.now.value)"
      + since(figure)
    if let change = figure.earlier.flatMap({ Change(from: $0.value, to: figure.now.value) }),
      change.direction == .up
    {
      text = text + ": less is left to move when need rises"
    }
    return text + "."
  }

  private var fees: MarkdownText {
    guard let figure = ResilienceFigure("fees_share", story) else {
      return "**Dependence on fees** cannot be told: "
        + ResilienceFigure.reason("fees_share", story) + "."
    }
    var text: MarkdownText =
      "**Dependence on fees.** Sales, fees and charges met \(figure.now.value) of spending before "
      + "income in \(figure.now.period.phrase)" + nation(figure)
    if let care = ResilienceFigure("fees_share_asc", story) {
      text = text + "; of adult social care \(care.now.value)"
    }
    return text + "."
  }

  private var providers: MarkdownText {
    let id = "looked_after_external_share"
    guard let figure = ResilienceFigure(id, story) else {
      return "**Provided by others** cannot be told: "
        + (story.runs("csc")
          ? ResilienceFigure.reason(id, story) + " (who provides is held to 2013 to 2014 only)"
          : "the county council runs children’s services here") + "."
    }
    return "**Provided by others.** Others provided \(figure.now.value) of what was spent on "
      + "children looked after in \(figure.now.period.phrase)" + nation(figure)
      + "; no later figure is held."
  }

  private func since(_ figure: ResilienceFigure) -> MarkdownText {
    guard let earlier = figure.earlier,
      let change = Change(from: earlier.value, to: figure.now.value)
    else { return "" }
    return ", \(change.phrase(when: earlier.period.phrase))"
  }

  private func nation(_ figure: ResilienceFigure) -> MarkdownText {
    figure.nation.map { ", against \($0) in England" } ?? ""
  }
}
