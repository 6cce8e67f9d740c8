import Evidence
import Indicators
import Places

/// Section 5: spending per person in real terms, as series with their gaps and breaks.
struct PlaceSpending {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, heading(story))
    figures(&story, &document)
    document.heading(3, "Each service, per person it is for")
    document.table(services(&story))
    document.paragraph(
      "Net current expenditure at 2024-25 prices, per child aged 0 to 17 for children’s social "
        + "care, per adult aged 18 or over for adult social care, per resident otherwise. How each "
        + "service changed over the long run stands under " + Resilience.name + "."
        + (story.place.tier.isCouncil ? Self.fifths : ""))
    document.heading(3, "Before fees and other income, and in the prices of the day")
    document.table(gross(&story))
    shares(&story, &document)
  }

  private static let fifths: MarkdownText =
    " The last column places the council among councils that run the same services, in fifths: it "
    + "says neither good nor bad."

  private func heading(_ story: PlaceStory) -> MarkdownText {
    for id in ["asc_net_head_real", "cul_net_head_real"] {
      guard id != "asc_net_head_real" || story.runs("asc"), let last = story.latest(id),
        let now = story.rounded(last), let base = story.value(id, .financialYear(2014)),
        base.period < last.period, let then = story.rounded(base),
        let change = Change(from: then, to: now), let indicator = story.indicator(id)
      else { continue }
      let what = indicator.title.split(separator: ":").first.map(String.init) ?? indicator.title
      return "\(what) cost \(now) a head in \(last.period.phrase), "
        + "\(change.phrase(when: base.period.phrase)) after inflation"
    }
    return "What services cost"
  }

  private func figures(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let wanted = [
      ("asc", "asc_net_head_real", "Adult social care", "per resident"),
      ("csc", "csc_net_head_real", "Children’s social care", "per resident"),
      ("cul", "cul_net_head_real", "Culture, libraries, parks and leisure", "per resident"),
    ]
    for (key, id, name, per) in wanted where story.runs(key) {
      guard story.series(id).contains(where: { $0.value != nil }) else { continue }
      document.paragraph(story.draw("\(key)-trend", trend(story, id, name, per)))
    }
    if let figure = comparison(story) { document.paragraph(story.draw("comparison", figure)) }
  }

  private func trend(
    _ story: PlaceStory, _ id: String, _ name: String, _ per: String
  ) -> TrendFigure {
    let own = story.series(id)
    var all = [TrendFigure.Series(story.place.name, own.map(Self.point))]
    if story.place.code != story.england {
      let nation = story.context.table.series(id, story.england).map(Self.point)
      all.append(TrendFigure.Series("England", nation, isBenchmark: true))
    }
    let breaks = own.filter { $0.status.contains(.seriesBreak) }
      .map { TrendFigure.Break($0.period.year, "Counted differently") }
    let values = own.filter { $0.value != nil }
    var title = "\(name), \(per)"
    if let last = values.last,
      let first = values.first(where: {
        $0.period >= (own.last { $0.status.contains(.seriesBreak) }?.period ?? $0.period)
      }),
      let now = story.rounded(last), let then = story.rounded(first), last.period != first.period
    {
      title =
        "\(name): \(now.text) per resident in \(last.period.label), \(then.text) in \(first.period.label)"
    }
    return TrendFigure(
      caption: FigureCaption(
        title: title, subtitle: "Net spending per resident, £, 2024-25 prices",
        notes: []),
      series: all, breaks: breaks, format: .pounds)
  }

  private static func point(_ value: IndicatorValue) -> TrendFigure.Point {
    TrendFigure.Point(
      value.period.year, value.value, isProvisional: value.status.contains(.provisional))
  }

  /// The place among its most similar councils of the same tier, in alphabetical order.
  private func comparison(_ story: PlaceStory) -> ComparisonFigure? {
    let id = story.runs("asc") ? "asc_net_adult_real" : "cul_net_head_real"
    guard let indicator = story.indicator(id),
      let last = story.context.table.latest(id, story.england)
    else { return nil }
    let others: [Place]
    let subtitle: String
    if story.place.tier.isCouncil {
      // Neighbours in Scotland and Wales account for other services in other returns.
      others = story.context.register.neighbours(of: story.place.code)
        .filter { $0.country == story.england }
      subtitle =
        "The council and the \(others.count) English councils of its tier among its ONS neighbours"
    } else if story.place.tier == .combined || story.place.kind == .footprint {
      others = story.context.register.members(of: story.place.code, level: .highest)
      subtitle = "The councils of \(story.name)"
    } else {
      others = story.context.register.places.filter {
        $0.kind == .region && $0.country == story.england
      }
      subtitle = "Regions: the sum of councils, where all of them published"
    }
    guard !others.isEmpty else { return nil }
    var places = others.map { place in
      let value = story.context.table.value(id, place.code, last.period)
      return ComparisonFigure.Place(place.name, value?.value, mark: Self.mark(value))
    }
    if story.place.tier.isCouncil {
      let own = story.value(id, last.period)
      places.append(
        ComparisonFigure.Place(
          story.place.name, own?.value, isHighlighted: true, mark: Self.mark(own)))
    }
    let benchmark = last.value.map { ComparisonFigure.Benchmark("England", $0) }
    let title = indicator.title.split(separator: ",").first.map(String.init) ?? indicator.title
    return ComparisonFigure(
      caption: FigureCaption(
        title: "\(title), \(last.period.label)", subtitle: subtitle,
        notes: ["\(indicator.unit). Alphabetical: not a ranking."]),
      places: places, benchmark: benchmark, format: .pounds)
  }

  private static func mark(_ value: IndicatorValue?) -> String {
    guard let value else { return "[x]" }
    if value.value == nil { return "[x]" }
    return value.status.contains(.provisional) ? "[p]" : ""
  }

  private func services(_ story: inout PlaceStory) -> MarkdownTable {
    let year = Period.financialYear(2024)
    var table = MarkdownTable(
      [.init("Service"), .number("2014-15"), .number("2024-25")] + story.nationColumn("2024-25")
        + story.fifthColumn)
    for service in PlaceStory.services where story.runs(service.key) {
      let id = "\(service.key)_net_\(service.person)_real"
      let last = story.value(id, year)
      let values = [
        "\(service.name)", story.cell(story.value(id, .financialYear(2014))), story.cell(last),
      ]
      table.append(values + story.nation(id, year) + story.fifth(last))
    }
    return table
  }

  private func gross(_ story: inout PlaceStory) -> MarkdownTable {
    let year = Period.financialYear(2024)
    var table = MarkdownTable([
      .init("Service"), .number("Net, 2024-25"), .number("Total before income, 2024-25"),
      .number("Net, 2014-15, cash"), .number("Net, 2024-25, cash"),
    ])
    for service in PlaceStory.services where story.runs(service.key) {
      let stem = "\(service.key)_"
      table.append([
        "\(service.name)", story.cell(story.value("\(stem)net_\(service.person)_real", year)),
        story.cell(story.value("\(stem)gross_\(service.person)_real", year)),
        story.cell(story.value("\(stem)net_\(service.person)", .financialYear(2014))),
        story.cell(story.value("\(stem)net_\(service.person)", year)),
      ])
    }
    return table
  }

  private func shares(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let year = Period.financialYear(2024)
    var table = MarkdownTable(
      [.init("Share of service spending"), .number("2014-15"), .number("2024-25")]
        + story.nationColumn("2024-25"))
    // With what is in no service, so that the column adds up.
    let services = PlaceStory.services.map { ($0.key, $0.name) } + [("oth", "Other services")]
    for (key, name) in services where story.runs(key) {
      let id = "\(key)_share"
      let values = [
        "\(name)", story.cell(story.value(id, .financialYear(2014))),
        story.cell(story.value(id, year)),
      ]
      table.append(values + story.nation(id, year))
    }
    document.heading(3, "What the money went on")
    document.table(table)
    document.paragraph(
      "Of net service spending outside schools, police and fire, which are left out because they "
        + "sit in different bodies in different places. Adult and children’s social care, housing "
        + "and homelessness are duties that grow with need; libraries, parks, leisure and planning "
        + "compete with them for the rest. Other services are what is booked under none of these: below zero, "
        + "they brought in more than they cost.")
  }
}
