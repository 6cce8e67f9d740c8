import Evidence
import Indicators
import Places

/// Resilience and capacity: one section, the same in a place's report and in its plan.
///
/// Findings first, then three tables, each followed by what is blank in it and why.
struct Resilience {
  /// The heading in its report; the plan has its own number before it.
  static func heading(_ story: PlaceStory) -> MarkdownText {
    "Resilience and capacity: "
      + (ResilienceFindings(story).heading ?? staff(story) ?? "staff, money and providers")
  }

  /// What else stands beside this section points to it by this name.
  static let name: MarkdownText = "“Resilience and capacity”"

  /// Writes what stands below the heading.
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.list(ResilienceFindings(story).all)
    document.heading(3, "How each service changed over the long run")
    changes(&story, &document)
    document.heading(3, "What the money rests on: services, fees and who provides")
    let parts = ServiceBalance.Part.allCases.map { Row($0, story) }
    let money = Self.fees(story) + Self.providers(story)
    table(parts + money.map { Row($0, story) }, &story, &document)
    document.paragraph(
      "Shares of service spending are outside schools, police and fire: the more of it answers need, "
        + "and the more lies in two services, the less there is to move. Others are private, "
        + "voluntary and other public providers, as a share of spending before income; a council "
        + "whose services are run by a trust of its own shows a high share.")
    document.heading(3, "Staff, reserves and debt")
    table(Self.capacity(story).map { Row($0, story) }, &story, &document)
    document.paragraph(
      "Non-pay running costs include allowances, transfers and placements as well as bought-in "
        + "services: they are not a measure of outsourcing. The latest year held is shown: reserves "
        + "and debt stop in 2017 to 2018 and who provides care in 2013 to 2014, because later files "
        + "are not held.")
    document.paragraph(
      "Not held: staff numbers and pay by council, core spending power, specific grants, children’s "
        + "centres and what partners can give.")
  }

  /// A measure with its figure, or with the reason why there is none.
  private struct Row {
    let title: MarkdownText
    let figure: ResilienceFigure?
    let reason: MarkdownText

    init(_ part: ServiceBalance.Part, _ story: PlaceStory) {
      title = part.name
      figure = ResilienceFigure(part, story)
      reason = figure == nil ? ServiceBalance(story).reason(part) : ""
    }

    init(_ id: String, _ story: PlaceStory) {
      title = story.indicator(id).map { "\(ResilienceFigure.name($0))" } ?? "\(id)"
      figure = ResilienceFigure(id, story)
      reason = figure == nil ? ResilienceFigure.reason(id, story) : ""
    }
  }

  /// Fees and charges, of all services and of one.
  private static func fees(_ story: PlaceStory) -> [String] {
    ids("Capacity", story).filter { $0.hasPrefix("fees_") }
  }

  private static func providers(_ story: PlaceStory) -> [String] {
    ids("Children: who provides", story)
  }

  /// Staff, of whom more or fewer is good, before how the money is made up.
  static func capacity(_ story: PlaceStory) -> [String] {
    let all = ids("Capacity", story).filter { !$0.hasPrefix("fees_") }
    func judged(_ id: String) -> Bool { story.indicator(id)?.polarity != .neutral }
    let planning = ["plan_net_head_real"].filter { story.indicator($0) != nil }
    return all.filter(judged) + all.filter { !judged($0) } + planning
  }

  /// Every measure of the section that is an indicator.
  static func measures(_ story: PlaceStory) -> [String] {
    fees(story) + providers(story) + capacity(story)
  }

  private static func ids(_ theme: String, _ story: PlaceStory) -> [String] {
    story.context.catalogue.indicators.filter { $0.theme == theme }.map(\.id)
  }

  private static func staff(_ story: PlaceStory) -> MarkdownText? {
    guard let figure = ResilienceFigure("social_worker_vacancies", story) else { return nil }
    let text: MarkdownText =
      "\(figure.now.value) of children’s social worker posts were vacant"
    return figure.nation.map { text + ", against \($0) in England" } ?? text
  }

  private func table(
    _ rows: [Row], _ story: inout PlaceStory, _ document: inout MarkdownDocument
  ) {
    var table = MarkdownTable(
      [
        .init("Measure"), .init("Period"), .number("\(story.place.name)"), .number("Earlier"),
        .init("in"),
      ] + story.nationColumn() + story.fifthColumn)
    for case let (row, figure?) in rows.map({ ($0, $0.figure) }) {
      let own: MarkdownText
      if let value = figure.value {
        own = story.intervalCell(value)
      } else {
        own = "\(figure.now.value)" + (figure.isAverage ? " " + story.notes.mark("e") : "")
      }
      let nation: [MarkdownText] =
        story.isEngland ? [] : [figure.nation.map { "\($0)" } ?? story.notes.mark("x")]
      table.append(
        [
          row.title, "\(PeriodText(figure.now.period).short)", own,
          figure.earlier.map { "\($0.value)" } ?? "–",
          figure.earlier.map { "\(PeriodText($0.period).short)" } ?? "–",
        ] + nation + story.fifth(figure.value))
    }
    document.table(table)
    var notes: [MarkdownText] = []
    if rows.contains(where: { $0.figure != nil && $0.figure?.earlier == nil }) {
      notes.append("A dash: one period is held, or it was counted differently before.")
    }
    notes += blanks(rows)
    document.paragraph(.joined(notes, by: " "))
  }

  /// What has no figure, those with one reason together.
  private func blanks(_ rows: [Row]) -> [MarkdownText] {
    var reasons: [MarkdownText] = []
    for row in rows where row.figure == nil && !reasons.contains(row.reason) {
      reasons.append(row.reason)
    }
    return reasons.map { reason in
      let titles = rows.filter { $0.figure == nil && $0.reason == reason }.map(\.title)
      return "Blank, because " + reason + ": " + .joined(titles, by: "; ") + "."
    }
  }

  /// Real change of every service since two base years, blank across a break.
  private func changes(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    var table = MarkdownTable(
      [.init("Service"), .number("Since 2011-12"), .number("Since 2014-15")]
        + (story.isEngland ? [] : [.number("England, since 2014-15")]))
    var periods: Set<Period> = []
    for service in PlaceStory.services where story.runs(service.key) {
      let ids = ["2011", "2014"].map { "\(service.key)_change_from_\($0)" }
      let values = ids.map { ResilienceFindings.longRun($0, story) ?? story.series($0).last }
      guard values.contains(where: { $0 != nil }) else { continue }
      periods.formUnion(values.compactMap { $0.flatMap { $0.value == nil ? nil : $0.period } })
      var cells = values.map { change($0, &story) }
      if !story.isEngland {
        let period = values[1]?.period ?? .financialYear(2024)
        cells.append(change(story.context.table.value(ids[1], story.england, period), &story))
      }
      table.append(["\(service.name)"] + cells)
    }
    guard !table.isEmpty else {
      document.paragraph("No change can be told: no base year is held, or definitions changed.")
      return
    }
    document.table(table)
    document.paragraph(
      "Net spending per resident after inflation, to the latest year held"
        + (ResilienceFindings.only(periods).map { ", \($0.phrase)" } ?? " of each service")
        + ", from two base years: one alone never tells the story. A change is left out where the "
        + "definition changed in between."
    )
  }

  /// A change, or why there is none.
  private func change(_ value: IndicatorValue?, _ story: inout PlaceStory) -> MarkdownText {
    guard let value else { return "–" }
    if let number = story.rounded(value) { return .number(number, as: number.signedCell) }
    return value.status.contains(.seriesBreak) ? story.notes.mark("b") : story.cell(value)
  }
}
