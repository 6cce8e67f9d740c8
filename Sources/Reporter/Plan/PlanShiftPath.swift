import Evidence
import Indicators
import Places

/// Section 7: the shift year by year, double running, and what it must bring.
struct PlanShiftPath {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    guard let shift = plan.shift else {
      document.heading(2, "7. Shift path: it cannot be drawn")
      document.paragraph(
        "A shift needs early-help spending and a target. \(plan.story.nameFirst) has no figure for "
          + "one of them in the data held. Where a county runs children’s services, its plan has the "
          + "shift.")
      return
    }
    document.heading(2, "7. Shift path: " + heading(shift))
    if shift.isIllustration {
      document.paragraph(
        (plan.headline?.target == nil
          ? "No target is set and none can be offered."
          : "The share is where the best quarter of comparable places are.")
          + " What follows shows what one percentage point more would take: an illustration, not a "
          + "target.")
    }
    document.paragraph(
      "To take \(shift.share) of children’s services spending, early help has to grow from "
        + "\(shift.now) to \(shift.target) a year, with the whole held at \(shift.whole). It grows in "
        + "equal steps. Years 1 to 5 are firm, years 6 to 10 indicative. Year 1 adds cost. Until early "
        + "help has run for \(lag(shift.central)), the care that it is meant to prevent is still "
        + "paid for: that is double running.")
    document.table(ends(shift, plan))
    document.table(years(shift, &plan))
    document.paragraph(
      "At 2024-25 prices but the last column. The cost is what early help takes more than today, and the "
        + "set-up; double running is in it already and not added again. Parts may not add up, because each "
        + "is rounded. Benefits after year 10 are not counted. Today’s value: discounted at "
        + "\(rate(plan, "discount_rate")) a year. Cash: prices rise by \(rate(plan, "inflation")) a year."
    )
    document.heading(3, shift.hasEffect ? "What it brings" : "What it would have to bring")
    document.table(cases(shift, &plan))
    document.paragraph(meaning(shift, plan))
    if !shift.hasEffect {
      document.paragraph(
        "No benefits are claimed, because no local effect size is at hand and none is borrowed. "
          + plan.missing(
            "what early help here has been shown to avoid in care", "effect_early_help"))
    }
  }

  private func heading(_ shift: PlanShiftResult) -> MarkdownText {
    if shift.isIllustration { return "one point more would take \(shift.extra) a year" }
    return
      "\(shift.extra) more a year for early help by \(PlanStory.year(shift.year + ShiftModel.length))"
  }

  private func lag(_ one: PlanShiftResult.Case) -> MarkdownText {
    one.model.terms.lag == 1 ? "\(1) year" : "\(one.model.terms.lag) years"
  }

  private func rate(_ plan: PlanStory, _ id: String) -> MarkdownText {
    PlanStory.cell(plan.assumptions.value(id).flatMap { PlanStory.plain($0, unit: .percent) })
  }

  private func years(_ shift: PlanShiftResult, _ plan: inout PlanStory) -> MarkdownTable {
    let model = shift.central.model
    var columns: [MarkdownTable.Column] = [
      .init("Year"), .init("Standing"), .number("Early help"), .number("More than today"),
      .number("Set-up"), .number("Double running"),
    ]
    if shift.hasEffect {
      columns += [.number("Care cost avoided"), .number("Leaves budgets"), .number("Net cost")]
    } else {
      columns.append(.number("Cost"))
    }
    columns += [.number("Today’s value"), .number("Net cost, cash")]
    var table = MarkdownTable(columns)
    for year in model.years {
      let net = year.net ?? year.cost
      let discounting = model.terms.discounting
      var cells: [MarkdownText] = [
        "\(String(year.year)): \(PlanStory.year(shift.year + year.year))",
        year.isFirm ? "firm" : "indicative",
      ]
      var sums = [
        model.terms.prevention + year.extra, year.extra, year.setUp, year.doubleRunning,
      ]
      if let avoided = year.avoided, let released = year.released { sums += [avoided, released] }
      sums += [net, net * discounting.factor(year.year), net * discounting.prices(year.year)]
      cells += sums.map { PlanStory.cell(PlanStory.millions($0)) }
      table.append(cells)
      plan.rows.add(
        7, "early_help", year: shift.year + year.year, PlanStory.millions(sums[0]),
        unit: "£, 2024-25 prices", basis: year.isFirm ? "firm" : "indicative")
      plan.rows.add(
        7, "net_cost", year: shift.year + year.year, PlanStory.millions(net),
        unit: "£, 2024-25 prices", basis: year.isFirm ? "firm" : "indicative")
    }
    return table
  }

  /// Today and the last year side by side.
  private func ends(_ shift: PlanShiftResult, _ plan: PlanStory) -> MarkdownTable {
    var table = MarkdownTable([
      .init("Children’s services"), .number("\(PlanStory.year(shift.year)), year 0"),
      .number("\(PlanStory.year(shift.year + ShiftModel.length)), year 10"),
    ])
    let now = plan.headline?.now
    table.append(["Early help", "\(shift.now)", "\(shift.target)"])
    table.append(["All children’s services", "\(shift.whole)", "\(shift.whole)"])
    table.append(["Share", PlanStory.cell(now), "\(shift.share)"])
    return table
  }

  private func cases(_ shift: PlanShiftResult, _ plan: inout PlanStory) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("What is assumed and what follows")]
        + shift.cases.map { .number("\(Self.name($0.scenario))") })
    func row(_ name: String, _ cell: (PlanShiftResult.Case) -> MarkdownText) {
      table.append(["\(name)"] + shift.cases.map(cell))
    }
    row("Years until care falls") { lag($0) }
    row("Share of avoided cost that leaves budgets") {
      PlanStory.cell(.percent($0.model.terms.cashable * 100, decimals: 0))
    }
    row("Set-up for each £1 a year") { PlanStory.cell(PlanStory.pence($0.model.terms.setUp)) }
    row("Cost over ten years, today’s value") {
      PlanStory.cell(PlanStory.millions($0.model.presentCost))
    }
    row("Break-even effect, only what leaves budgets") { PlanStory.cell($0.breakEven) }
    row("Break-even effect, all that is avoided") { PlanStory.cell($0.wholeBreakEven) }
    row("Effect to claim, so that the first is left after the cut") {
      PlanStory.cell(Self.claim($0))
    }
    row("Cut for optimism") {
      PlanStory.cell(.percent($0.model.terms.optimism * 100, decimals: 0))
    }
    row("The first as fewer children in care, year 10") {
      PlanStory.cell(shift.fewer($0, plan.care)?.users)
    }
    row("as a share of those expected") { one in
      let share = shift.fewer(one, plan.care)?.share
      return (share?.value ?? 0) > 100 ? "more than there are" : PlanStory.cell(share)
    }
    if shift.hasEffect {
      let isLocal = plan.assumptions["effect_early_help"]?.isLocal == true
      row("Effect assumed, before the cut") {
        PlanStory.cell(PlanStory.pence($0.model.terms.effect))
          + (isLocal ? PlanStory.localMark : "")
      }
      row("Net cost over ten years, today’s value") {
        PlanStory.cell(PlanStory.millions($0.model.presentNet))
      }
      row("Pays back") {
        $0.model.paybackYear.map { "year \(String($0))" } ?? "not within ten years"
      }
    }
    for one in shift.cases {
      plan.rows.add(
        7, "break_even." + one.scenario.rawValue, one.breakEven,
        unit: "£ a year for each £1 a year",
        basis: "computed")
    }
    return table
  }

  /// What an evaluation would have to claim to be believed to break even.
  private static func claim(_ one: PlanShiftResult.Case) -> Rounded? {
    one.breakEven.flatMap { one.model.claim(for: $0.value) }.flatMap(PlanStory.pence)
  }

  /// A case in words.
  static func name(_ scenario: PlanScenario) -> String {
    switch scenario {
    case .low: "Low: all against the plan"
    case .central: "Central"
    case .high: "High: all for the plan"
    }
  }

  private func meaning(_ shift: PlanShiftResult, _ plan: PlanStory) -> MarkdownText {
    guard let need = shift.central.breakEven, let whole = shift.central.wholeBreakEven else {
      return "Nothing has time to take effect within ten years."
    }
    var text: MarkdownText =
      "To pay for itself within ten years, each £1 a year of new early help has to lower the cost of "
      + "care by \(need) a year once it has run for \(lag(shift.central)), counting only what leaves "
      + "budgets; by \(whole), counting all that is avoided."
    if let fewer = shift.fewer(shift.central, plan.care) {
      text =
        text + " In year 10 the first comes to about \(fewer.users) fewer children in care, "
        + "\(fewer.share) of those expected if nothing changes."
    }
    let optimism = shift.central.model.terms.optimism
    if let claim = Self.claim(shift.central), optimism > 0,
      let cut = Rounded.percent(optimism * 100, decimals: 0)
    {
      text =
        text + " Claims are cut by \(cut) for optimism, so an evaluation would have to show "
        + "\(claim) to be believed to reach it."
    }
    return text
  }

  /// The answer to the seventh question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    guard let shift = plan.shift else { return "It cannot be told: no shift can be drawn." }
    var text: MarkdownText =
      shift.isIllustration
      ? (plan.headline?.target == nil
        ? "No target is set." : "Nothing has to move to reach the target.")
        + " One point more would take \(shift.extra) a year."
      : "Early help has to grow by \(shift.extra) a year by "
        + "\(PlanStory.year(shift.year + ShiftModel.length))."
    if let net = shift.central.model.paybackYear, shift.hasEffect {
      text = text + " It pays back in year \(String(net)) at central assumptions."
    } else if let need = shift.central.breakEven {
      text =
        text + " It pays for itself within ten years if each £1 a year lowers the cost of care by "
        + "\(need) a year."
    }
    return text + " " + PlanPayers.answer(plan)
  }
}
