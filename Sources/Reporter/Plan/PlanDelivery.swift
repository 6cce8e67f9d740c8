import Evidence
import Indicators
import Places

/// Section 10: can staff, reserves and partners deliver: resilience and capacity.
struct PlanDelivery {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "10. Delivery: " + heading(plan))
    document.heading(3, "Staff and money")
    document.table(capacity(&plan))
    document.paragraph(
      "The latest year held is shown: reserves and debt stop in 2017 to 2018 and who provides care in "
        + "2013 to 2014, because later files are not held. Non-pay running costs include allowances and "
        + "transfers: they are not a measure of outsourcing.")
    document.heading(3, "Real change of each service, per resident")
    change(&plan, &document)
    document.heading(3, "Universal against crisis services")
    balance(&plan, &document)
    document.heading(3, "What has to be agreed")
    document.list(agreements(plan))
  }

  private static let measures: [(id: String, title: String)] = [
    ("social_worker_vacancies", "Children’s social worker posts that are vacant"),
    ("social_worker_absence", "Children’s social workers absent"),
    ("care_turnover", "Care workers leaving in a year"),
    ("employees_share", "Employees: share of spending before income"),
    ("running_share", "Non-pay running costs: share of spending before income"),
    ("fees_share", "Met by fees and charges: share of spending before income"),
    ("looked_after_external_share", "Care for children provided by others: share"),
    ("residential_external_share", "of which residential care"),
    ("reserves_unallocated_share", "Unallocated reserves: share of net revenue spending"),
    ("reserves_earmarked_share", "Earmarked reserves: share of net revenue spending"),
    ("debt_cost_share", "Debt repayment and interest: share of net revenue spending"),
  ]

  private func capacity(_ plan: inout PlanStory) -> MarkdownTable {
    var table = MarkdownTable(
      [
        .init("Measure"), .init("Year"), .number("\(plan.place.name)"), .number("Earlier"),
        .init("Year"),
      ] + plan.story.nationColumn())
    for (id, title) in Self.measures {
      guard let now = Self.latest(id, plan) else { continue }
      let mark = now.isEstimated ? " " + plan.story.notes.mark("e") : ""
      var row: [MarkdownText] = [
        "\(title)", "\(now.period)", "\(now.value)" + mark, PlanStory.cell(now.earlier),
        now.earlierPeriod.map { "\($0)" } ?? "–",
      ]
      row += plan.story.nation(id, now.at)
      table.append(row)
      plan.rows.add(10, id, year: now.at.year, now.value, unit: "%", basis: "published")
    }
    return table
  }

  /// A measure's latest and earliest comparable value.
  private struct Standing {
    let at: Period
    let period: String
    let value: Rounded
    let earlier: Rounded?
    let earlierPeriod: String?
    let isEstimated: Bool
  }

  private static func latest(_ id: String, _ plan: PlanStory) -> Standing? {
    let series = plan.figures.series(id, plan.place)
    guard let indicator = plan.story.indicator(id), let last = series.last,
      let value = plan.figures.rounded(last.value, indicator, plan.place, last.year)
    else { return nil }
    let at = plan.figures.period(id, plan.place, last.year)
    let first = series.sinceBreak.first
    let isEarlier = first.map { $0.year < last.year } ?? false
    return Standing(
      at: at, period: PeriodText(at).text, value: value,
      earlier: isEarlier
        ? first.flatMap { plan.figures.rounded($0.value, indicator, plan.place, $0.year) } : nil,
      earlierPeriod: isEarlier
        ? first.map { PeriodText(plan.figures.period(id, plan.place, $0.year)).text } : nil,
      isEstimated: series.isEstimated)
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    guard let posts = Self.latest("social_worker_vacancies", plan) else {
      return "can staff, reserves and partners deliver?"
    }
    return "\(posts.value) of children’s social worker posts were vacant in \(posts.period)"
  }

  /// Real change of every service since two base years, blank across a break.
  private func change(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    var table = MarkdownTable([
      .init("Service"), .number("Since 2011-12"), .number("Since 2014-15"),
    ])
    for service in PlaceStory.services where plan.story.runs(service.key) {
      let values = ["2011", "2014"].map { plan.story.latest("\(service.key)_change_from_\($0)") }
      guard values.contains(where: { $0 != nil }) else { continue }
      table.append(
        ["\(service.name)"]
          + values.map { plan.story.rounded($0).map { .number($0, as: $0.signedCell) } ?? "–" })
    }
    guard !table.isEmpty else {
      document.paragraph("No change can be told: no base year is held, or definitions changed.")
      return
    }
    document.table(table)
    document.paragraph(
      "Net spending after inflation, to the latest year held. A dash: counted differently in between, "
        + "or not held.")
  }

  private func balance(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let table = ServiceBalance(plan.story).table
    guard !table.isEmpty else {
      document.paragraph(ServiceBalance.absence)
      return
    }
    document.table(table)
    document.paragraph(ServiceBalance.note)
  }

  private func agreements(_ plan: PlanStory) -> [MarkdownText] {
    let wanted = [
      ("staff", "job changes with staff and unions"),
      ("voluntary_sector", "the part of the voluntary sector and its funding"),
      ("buildings", "buildings for early help near those who need it"),
      ("data_sharing", "data sharing between councils, NHS, schools and police"),
    ]
    return wanted.map { id, what in
      if let text = plan.local.text("agreement.\(id)") {
        return "\(MarkdownFree.capital(what)): \(text)" + PlanStory.localMark
      }
      return plan.missing("an agreement on \(what)", "agreement.\(id)")
    }
  }

  /// The answer to the ninth question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    var parts: [MarkdownText] = []
    if let posts = latest("social_worker_vacancies", plan) {
      parts.append(
        "\(posts.value) of children’s social worker posts were vacant in \(posts.period).")
    }
    let years = ServiceBalance.years
    let balance = ServiceBalance(plan.story)
    if let then = balance.concentration(years[0]), let now = balance.concentration(years[1]),
      let change = Change(from: then, to: now)
    {
      parts.append(
        "The two largest services take \(now) of service spending, "
          + "\(change.phrase(when: years[0].phrase))"
          + (change.direction == .up ? ": less is left to move." : "."))
    }
    if let reserves = latest("reserves_unallocated_share", plan) {
      parts.append(
        "Reserves: the latest held are of \(reserves.period), when unallocated reserves were "
          + "\(reserves.value) of net revenue spending.")
    }
    guard !parts.isEmpty else { return "It cannot be told: no workforce or reserves are held." }
    return .joined(parts, by: " ")
  }
}
