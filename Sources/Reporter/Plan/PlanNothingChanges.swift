import Evidence
import Indicators
import Places
import Statistics

/// Section 6: what if nothing changes: people × rate × real unit cost, and the gap.
struct PlanNothingChanges {
  private static let steps = [1, 3, 5, 10]

  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "6. If nothing changes: " + heading(plan))
    document.paragraph(
      "Spending is people × rate × real cost of each user, each carried on by itself. It is not a "
        + "line drawn through past spending. All at 2024-25 prices. After year 5 this is a scenario, not "
        + "a forecast.")
    var isAny = false
    for result in plan.demands {
      guard let path = result.doNothing else { continue }
      isAny = true
      document.heading(3, "\(result.demand.title)")
      document.table(table(result, path, &plan))
      document.table(split(result, path, &plan))
      document.paragraph(words(result, path, plan))
      if let figure = figure(result, path, plan) {
        let name = "plan-" + result.demand.id.replacing("_", with: "-") + "-nothing-changes"
        document.paragraph(plan.story.draw(name, figure))
      }
    }
    if !isAny {
      document.paragraph(
        "Nothing can be carried on: no crisis service has users and a price for \(plan.name).")
    }
    document.list(Self.missing(plan))
    document.paragraph(
      "How far such projections have strayed from what came is told by horizon in the reports’ index."
    )
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    guard let care = plan.care, let gap = Self.gap(care, 5) else {
      return "what can be told, and what cannot"
    }
    let paced: MarkdownText =
      care.paced(5).map { "; \($0) in all if its price goes on as it has" } ?? ""
    if gap.isZero { return "care for children would cost as much in year 5 as today" + paced }
    return "care for children would cost \(gap.absolute) "
      + MarkdownText(markdown: gap.value < 0 ? "less" : "more") + " a year by year 5" + paced
  }

  /// What a year needs beyond the money there would be, from sums as printed.
  static func gap(_ result: PlanDemandResult, _ horizon: Int) -> Rounded? {
    guard
      let spending = PlanStory.millions(
        result.doNothing?.years.first { $0.horizon == horizon }?.spending),
      let funded = PlanStory.millions(result.funded[horizon])
    else { return nil }
    return Change(from: funded, to: spending)?.difference
  }

  private func table(
    _ result: PlanDemandResult, _ path: DoNothing, _ plan: inout PlanStory
  ) -> MarkdownTable {
    let demand = result.demand
    var columns: [MarkdownTable.Column] = [
      .init("Year"), .number(MarkdownText(escaping: MarkdownFree.capital(demand.people))),
    ]
    columns +=
      result.isForEachPerson
      ? [.number("Cost for each person" + growth(result))]
      : [
        .number(MarkdownText(escaping: MarkdownFree.capital(demand.users))),
        .number("Cost of each"),
      ]
    columns.append(.number("Spending"))
    columns +=
      result.isProjected
      ? [.number("80% range"), .number("95% range")] : [.number("Range of the assumptions")]
    columns += [.number("Money there would be"), .number("Gap")]
    if let pace = result.pace {
      columns.append(
        .number(
          "Spending if the price goes on as since \(YearText(pace.since).short) ("
            + .number(pace.rate, as: pace.rate.signedText) + " a year)"))
    }
    var table = MarkdownTable(columns)
    let all = [path.now] + path.years.filter { Self.steps.contains($0.horizon) }
    for year in all { table.append(row(year, result, &plan)) }
    return table
  }

  /// The growth that a scenario assumes, for the head of its column.
  private func growth(_ result: PlanDemandResult) -> MarkdownText {
    guard !result.isProjected, let now = result.doNothing?.now, now.cost > 0,
      let next = result.doNothing?.years.first,
      let rate = Rounded.percent((next.cost / now.cost - 1) * 100)
    else { return "" }
    return " (" + .number(rate, as: rate.signedText) + " a year)"
  }

  private func row(
    _ year: DoNothing.Year, _ result: PlanDemandResult, _ plan: inout PlanStory
  ) -> [MarkdownText] {
    let isNow = year.horizon == 0
    let when = PlanStory.year(result.year + year.horizon)
    let kind = isNow ? " (year 0)" : year.isScenario ? ", scenario" : ", projection"
    let spending = PlanStory.millions(year.spending)
    plan.rows.add(
      6, "spending." + result.demand.id, year: result.year + year.horizon, spending,
      low: PlanStory.millions(year.inner.lower), high: PlanStory.millions(year.inner.upper),
      unit: "£, 2024-25 prices",
      basis: isNow ? "published" : year.isScenario ? "scenario" : "projection")
    var cells: [MarkdownText] = [
      "\(when + kind)", PlanStory.cell(Rounded(year.people, to: .hundreds)),
    ]
    if !result.isForEachPerson { cells.append(PlanStory.cell(Rounded(year.users, to: .whole))) }
    cells += [PlanStory.cell(PlanStory.price(year.cost)), PlanStory.cell(spending)]
    cells.append(isNow ? "–" : Self.range(year.inner))
    if result.isProjected { cells.append(isNow ? "–" : Self.range(year.outer)) }
    cells.append(PlanStory.cell(PlanStory.millions(result.funded[year.horizon])))
    cells.append(isNow ? "–" : PlanStory.cell(Self.gap(result, year.horizon)))
    if result.pace != nil { cells.append(PlanStory.cell(result.paced(year.horizon))) }
    return cells
  }

  private static func range(_ interval: Interval) -> MarkdownText {
    guard let lower = PlanStory.millions(interval.lower),
      let upper = PlanStory.millions(interval.upper)
    else { return "–" }
    return .number(lower, as: lower.cell) + " to \(upper)"
  }

  private func words(
    _ result: PlanDemandResult, _ path: DoNothing, _ plan: PlanStory
  ) -> MarkdownText {
    var parts: [MarkdownText] = []
    parts.append("The price is " + result.basis + ".")
    if result.isProjected, let first = path.years.first, let last = path.years.last,
      first.spending < path.now.spending, last.spending > path.now.spending
    {
      parts.append(
        "The trend lies below the latest year, which is why year 1 is below today.")
    }
    parts.append(
      result.isLocalPeople
        ? "The number of people is the place’s own projection" + PlanStory.localMark + "."
        : "The number of people is an assumption: see section 12.")
    if result.isForEachPerson {
      parts.append("Users are not held, so that rate and price cannot be told apart.")
    }
    if !result.isProjected {
      parts.append("The range is that of the assumptions and has no probability.")
    }
    return .joined(parts, by: " ")
  }

  /// How much of the difference in year 5 is users and how much is price.
  private func split(
    _ result: PlanDemandResult, _ path: DoNothing, _ plan: inout PlanStory
  ) -> MarkdownTable {
    var table = MarkdownTable([
      .init("Difference to today in year 5"), .number("Made by the number of users"),
      .number("Made by the price"),
    ])
    guard !result.isForEachPerson, let split = path.split(DoNothing.firmYears),
      let volume = PlanStory.millions(split.volume), let price = PlanStory.millions(split.price)
    else { return table }
    table.append([
      "\(result.demand.title)", .number(volume, as: volume.signedText),
      .number(price, as: price.signedText),
    ])
    let year = result.year + DoNothing.firmYears
    plan.rows.add(
      6, "made_by_users." + result.demand.id, year: year, volume, unit: "£, 2024-25 prices",
      basis: "computed")
    plan.rows.add(
      6, "made_by_price." + result.demand.id, year: year, price, unit: "£, 2024-25 prices",
      basis: "computed")
    return table
  }

  private func figure(
    _ result: PlanDemandResult, _ path: DoNothing, _ plan: PlanStory
  ) -> TrendFigure? {
    guard let last = result.past.last, result.past.count > 1, last.year == result.year,
      let five = PlanStory.millions(path.years.first { $0.horizon == 5 }?.spending),
      let now = PlanStory.millions(path.now.spending)
    else { return nil }
    func range(_ interval: Interval) -> ClosedRange<Double> {
      interval.lower...max(interval.lower, interval.upper)
    }
    let projection = path.years.map { year in
      // A range that no series can test is no more than its shape.
      let isDrawn = result.isProjected && year.horizon <= DoNothing.firmYears
      return TrendFigure.Projected(
        result.year + year.horizon, year.spending, within80: isDrawn ? range(year.inner) : nil,
        within95: isDrawn ? range(year.outer) : nil)
    }
    return TrendFigure(
      caption: FigureCaption(
        title:
          "\(result.demand.title): \(now.text) now, \(five.text) in five years if nothing changes",
        subtitle: "Spending at 2024-25 prices, \(plan.place.name)",
        notes: [
          result.isProjected
            ? "After five years a scenario, not a forecast: its range is not drawn."
            : "The dashed line is a scenario, not a forecast."
        ]),
      series: [
        TrendFigure.Series(plan.place.name, result.past.map { .init($0.year, $0.value) })
      ], breaks: result.breaks.map { TrendFigure.Break($0, "Counted differently") },
      projection: projection, format: FigureFormat(.pounds, .millions()))
  }

  /// What the place could bring to make this surer.
  static func missing(_ plan: PlanStory) -> [MarkdownText] {
    plan.demands.filter { $0.doNothing != nil && !$0.isLocalPeople }.map { result in
      plan.missing(
        "a projection of \(result.demand.people) for \(plan.name)",
        "population.\(result.demand.people)")
    }
  }

  /// The answer to the sixth question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    guard let care = plan.care, let path = care.doNothing,
      let now = PlanStory.millions(path.now.spending),
      let five = path.years.first(where: { $0.horizon == 5 }),
      let then = PlanStory.millions(five.spending), let gap = gap(care, 5)
    else { return "It cannot be told: users and price of care for children are not both held." }
    var text: MarkdownText =
      then == now
      ? "Care for children would cost as much in year 5 as it does now, \(now) at today’s prices"
      : "Care for children would cost \(then) in year 5, against \(now) now, at today’s prices"
    if care.isProjected { text = text + " (80% range " + range(five.inner) + ")" }
    text =
      text
      + (gap.isZero
        ? ", which is within the money there would be."
        : ". The gap to the money there would be is \(gap).")
    if let pace = care.pace, let paced = care.paced(5) {
      text =
        text + " If the price goes on as it has since \(PlanStory.year(pace.since)), it is "
        + "\(paced) in all."
    }
    return text + " After year 5 this is a scenario, not a forecast."
  }
}
