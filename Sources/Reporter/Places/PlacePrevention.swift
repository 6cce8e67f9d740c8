import Evidence
import Indicators
import Places

/// Section 6: prevention and crisis.
struct PlacePrevention {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard story.runs("csc") else {
      document.heading(2, "Prevention and crisis")
      document.paragraph(
        "Children’s services, adult care and public health are run by the county council here, so "
          + "their split into prevention and crisis is in the county’s report. What \(story.name) "
          + "spends on housing, culture and the environment is above.")
      return
    }
    document.heading(2, heading(story))
    document.heading(3, "Children’s services: early help against care")
    children(&story, &document)
    document.heading(3, "How much is prevention: it depends who counts")
    schemes(&story, &document)
    adults(&story, &document)
  }

  private func heading(_ story: PlaceStory) -> MarkdownText {
    guard let care = story.latest("looked_after_share_long"), let now = story.rounded(care),
      let help = story.value("early_help_share_long", care.period), let early = story.rounded(help)
    else { return "Prevention and crisis" }
    return "Children in care took \(now) of children’s services spending in "
      + "\(story.phrase(care.period)), early help \(early)"
  }

  /// Years shown in a table: the first of the series, some on the way and the latest three.
  private static let shown: Set<Int> = [2012, 2016, 2019, 2022, 2023, 2024]

  private func children(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let all = years(story, "early_help_share_long")
    guard let last = all.last else {
      document.paragraph("\(story.nameFirst) has published no outturn by line for the years held.")
      return
    }
    document.paragraph(story.draw("early-help", trend(story)))
    document.paragraph(story.draw("children-shares", shares(story, all)))
    let periods = all.filter { Self.shown.contains($0.year) || $0 == last }
    var table = MarkdownTable(
      [.init("Part of children’s services")] + periods.map { .number("\($0.label)") })
    let rows = [
      ("early_help_share_long", "Early help: share"),
      ("looked_after_share_long", "Children looked after: share"),
      ("safeguarding_share_long", "Safeguarding: share"),
      ("early_help_child_real_long", "Early help per child, real"),
      ("sure_start_child_real_long", "of which Sure Start and early years"),
      ("family_support_child_real_long", "of which family support"),
      ("young_people_child_real_long", "of which services for young people"),
      ("looked_after_child_real_long", "Children looked after per child, real"),
      ("safeguarding_child_real_long", "Safeguarding per child, real"),
      ("youth_justice_child_real_long", "Youth justice per child, real"),
    ]
    for (id, name) in rows {
      table.append(["\(name)"] + periods.map { story.cell(story.value(id, $0)) })
    }
    document.table(table)
    document.paragraph(
      "Total expenditure before income. Early help is Sure Start and early years, family support and "
        + "services for young people; always read the sum with its parts. No figures are held for "
        + "2010 to 2012 and 2014 to 2016, and the tables of 2008 to 2010 leave out Sure Start and "
        + "youth services: lines are not drawn across those years. These figures are from the returns that "
        + "councils make to the Department for Education, the table of services is from those on revenue "
        + "outturn: the totals of the two are not the same.")
  }

  private func trend(_ story: PlaceStory) -> TrendFigure {
    let id = "early_help_share_long"
    func points(_ series: [IndicatorValue]) -> [TrendFigure.Point] {
      series.map {
        TrendFigure.Point(
          $0.period.year, $0.value, isProvisional: $0.status.contains(.provisional))
      }
    }
    let own = story.series(id)
    var all = [TrendFigure.Series(story.place.name, points(own))]
    if !story.isEngland {
      let nation = points(story.context.table.series(id, story.england))
      all.append(TrendFigure.Series("England", nation, isBenchmark: true))
    }
    let values = own.filter { $0.value != nil }
    var title = "Early help: share of children’s services spending"
    if let first = values.first, let last = values.last, first.period != last.period,
      let then = story.rounded(first), let now = story.rounded(last)
    {
      title =
        "Early help took \(now.text) in \(last.period.label), \(then.text) in \(first.period.label)"
    }
    return TrendFigure(
      caption: FigureCaption(
        title: title, subtitle: "Share of children’s services total expenditure"),
      series: all, format: .percent)
  }

  /// Early help at the foot, then safeguarding and care; what remains on top.
  private func shares(_ story: PlaceStory, _ periods: [Period]) -> StackedSharesFigure {
    let ids = ["early_help_share_long", "safeguarding_share_long", "looked_after_share_long"]
    let columns = periods.map { period -> StackedSharesFigure.Column in
      let values = ids.map { story.value($0, period)?.value }
      let isProvisional = story.value(ids[0], period)?.status.contains(.provisional) ?? false
      let known = values.compactMap(\.self)
      guard known.count == ids.count else { return .init(period.year, nil) }
      return .init(
        period.year, known + [max(0, 100 - known.reduce(0, +))], mark: isProvisional ? "[p]" : "")
    }
    return StackedSharesFigure(
      caption: FigureCaption(
        title: "Children’s services: what each £100 went on",
        subtitle: "Total expenditure, \(story.place.name)"),
      parts: ["Early help", "Safeguarding", "Children looked after", "Everything else"],
      columns: columns)
  }

  private func years(_ story: PlaceStory, _ id: String) -> [Period] {
    story.series(id).filter { $0.value != nil || $0.lower != nil }.map(\.period)
  }

  /// The shares of services by scheme and level.
  private func ids(_ services: [(key: String, name: String)]) -> [String] {
    services.flatMap { service in
      [
        "prevention_\(service.key)_strict", "prevention_\(service.key)",
        "prevention_\(service.key)_broad", "tertiary_\(service.key)", "acute_\(service.key)",
      ]
    }
  }

  private func schemes(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let year = story.latest("prevention_all")?.period ?? .financialYear(2024)
    var table = MarkdownTable([
      .init("Service, \(year.phrase)"), .number("Prevention, strict"),
      .number("Prevention, default"),
      .number("Prevention, broad"), .number("Tertiary"), .number("Ongoing and crisis support"),
    ])
    let services = [
      ("csc", "Children’s services"), ("asc", "Adult social care"), ("phs", "Public health"),
      ("all", "All three"),
    ]
    for (key, name) in services {
      let cells = ids([(key, name)]).map { story.cell(story.value($0, year)) }
      table.append(["\(name)"] + cells)
    }
    document.table(table)
    if ids(services).allSatisfy({ story.value($0, year)?.value == nil }) {
      document.paragraph(
        "Nothing can be sorted for \(story.name) in \(year.phrase): it has published no return by line, "
          + "or a council of it has not.")
    }
    var text: MarkdownText =
      "There is no agreed list of what is prevention. The strict scheme counts only what every cited "
      + "study calls preventative; the default counts primary and secondary prevention; the broad adds "
      + "tertiary, which keeps existing problems from growing. Shares of net current expenditure."
    if let value = story.value("prevention_ring_fenced", year), let part = story.rounded(value),
      let whole = story.value("prevention_all", year), let all = story.rounded(whole)
    {
      text =
        text
        + " Of the \(all) in all three services, \(part) is public health, mostly ring-fenced: a place cannot move it."
    }
    document.paragraph(text)
    document.paragraph(
      "These three services are what the returns show by line. Housing, culture, community safety "
        + "and trading standards are not in the shares: no line of theirs is held.")
  }

  private func adults(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let periods = years(story, "adult_early_support_share")
    document.heading(3, "Adults and public health")
    guard !periods.isEmpty else {
      document.paragraph(
        "Nothing is shown: \(story.name) has published no return of social care and public health by "
          + "line for the years held, 2022 to 2023 and later.")
      return
    }
    var table = MarkdownTable([.init("Measure")] + periods.map { .number("\($0.label)") })
    let rows = [
      ("adult_early_support_share", "Early support: share of adult social care"),
      ("adult_early_support_adult_real", "Early support per adult, real"),
      ("phs_net_head_real", "Public health per head, real"),
      ("phs_without_early_years_head_real", "Public health without 0 to 5 services per head, real"),
    ]
    for (id, name) in rows {
      table.append(["\(name)"] + periods.map { story.cell(story.value(id, $0)) })
    }
    document.table(table)
  }
}
