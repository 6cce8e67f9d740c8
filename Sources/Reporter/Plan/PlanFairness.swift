import Evidence
import Indicators
import Places
import Statistics

/// Section 9: fairness: inside the place, across its councils, between places.
struct PlanFairness {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "9. Fairness: " + heading(plan))
    document.heading(3, "Inside the place")
    inside(&plan, &document)
    let members = plan.place.tier.isCouncil ? [] : Self.members(plan)
    if !members.isEmpty {
      document.heading(3, "Across its councils")
      across(members, &plan, &document)
    }
    document.heading(3, "Between places")
    between(&plan, &document)
    document.paragraph(
      "Equality impact: no file held splits these outcomes by sex, ethnicity or disability for one "
        + "place. Each decision of this plan needs an equality impact assessment of its own. "
        + (plan.owner("equality").map { "Answering for it: " + $0 + "." }
          ?? plan.missing("who answers for it", "owner.equality")))
  }

  /// Pairs of groups inside a place: those who miss out, and all.
  private static let pairs: [(title: String, own: String, all: String)] = [
    (
      "Persistent absence: pupils with free school meals, all pupils", "persistent_absence_fsm",
      "persistent_absence"
    ),
    (
      "Not in education, employment or training at 16 and 17: with a plan for special needs, without "
        + "special needs", "neet_ehcp", "neet_no_sen"
    ),
  ]

  /// A pair's latest values and the gap between them as printed.
  private static func gap(
    _ pair: (title: String, own: String, all: String), _ plan: PlanStory
  ) -> (period: String, own: Rounded, all: Rounded, gap: Rounded)? {
    let mine = plan.figures.series(pair.own, plan.place)
    let every = plan.figures.series(pair.all, plan.place)
    guard let one = plan.story.indicator(pair.own), let two = plan.story.indicator(pair.all),
      let last = mine.last, let other = every.value(last.year),
      let own = plan.figures.rounded(last.value, one, plan.place, last.year),
      let all = plan.figures.rounded(other, two, plan.place, last.year),
      let gap = Change(from: all, to: own)?.difference
    else { return nil }
    let period = plan.figures.period(pair.own, plan.place, last.year)
    return (PeriodText(period).text, own, all, gap)
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    if let found = Self.gap(Self.pairs[0], plan) {
      return
        "\(found.own) of pupils with free school meals were persistently absent, \(found.all) of all"
    }
    return "who misses out, and what cannot be told"
  }

  private func inside(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    var table = MarkdownTable([
      .init("Gap"), .init("Year"), .number("Those who miss out"), .number("Compared with"),
      .number("Gap"),
    ])
    for pair in Self.pairs {
      guard let found = Self.gap(pair, plan) else { continue }
      table.append([
        "\(pair.title)", "\(found.period)", "\(found.own)", "\(found.all)", "\(found.gap)",
      ])
      plan.rows.add(9, "gap." + pair.own, found.gap, unit: "percentage points", basis: "published")
    }
    guard !table.isEmpty else {
      document.paragraph(
        "No outcome held is published for groups inside \(plan.name). An average can improve while the "
          + "gap inside it grows.")
      return
    }
    document.table(table)
    document.paragraph("A target met on average with a wider gap is not met.")
  }

  /// The councils of a place, where they are few enough for a table.
  private static func members(_ plan: PlanStory) -> [Place] {
    let all = plan.story.context.register.members(of: plan.place.code, level: .highest)
    return all.count <= 20 ? all.sorted { $0.name < $1.name } : []
  }

  /// The lead outcomes with figures for councils.
  private static func leads(_ plan: PlanStory) -> [PlanOutcomeResult] {
    PlanTargets.all(plan).filter { $0.outcome.isLead }
  }

  private func across(
    _ members: [Place], _ plan: inout PlanStory, _ document: inout MarkdownDocument
  ) {
    let leads = Self.leads(plan)
    var table = MarkdownTable(
      [.init("Council"), .number("Deprivation score, 2019")]
        + leads.map { .number("\($0.title), \($0.period)") })
    for member in members {
      let score = plan.story.rounded(plan.story.context.table.latest("deprivation", member.code))
      table.append(
        ["\(member.name)", PlanStory.cell(score)]
          + leads.map { PlanStory.cell(Self.value($0, member, plan)) })
    }
    let slopes = leads.map { Self.gradient($0, members, plan) }
    table.append(
      ["Most deprived end less least", "–"]
        + zip(leads, slopes).map { lead, slope in Self.words(slope, lead) })
    document.table(table)
    document.paragraph(
      "Councils are in alphabetical order. The last row is a line through them in the order of their "
        + "deprivation, each as wide as its residents. In brackets is its 95% interval, where the values "
        + "have one. With few councils such a line is a hint, not a finding.")
  }

  private static func value(
    _ result: PlanOutcomeResult, _ place: Place, _ plan: PlanStory
  ) -> Rounded? {
    plan.figures.series(result.indicator.id, place).value(result.year).flatMap {
      PlaceStory.rounded($0, result.indicator)
    }
  }

  /// The line of an outcome through some councils, in the outcome's latest year.
  static func gradient(
    _ result: PlanOutcomeResult, _ places: [Place], _ plan: PlanStory
  ) -> CouncilGradient? {
    let table = plan.story.context.table
    return CouncilGradient(
      places.compactMap { place in
        let found = table.last(result.indicator.id, place.code) { period, status, value in
          period.year == result.year && value != nil && !status.contains(.unreliable)
        }
        guard let found, let value = found.value, let score = plan.figures.deprivation(place)
        else { return nil }
        var limits: Interval?
        if let lower = found.lower, let upper = found.upper {
          limits = Interval(lower: lower, upper: upper)
        }
        return CouncilGradient.Step(
          name: place.name, people: plan.figures.people(place), deprivation: score, value: value,
          limits: limits)
      })
  }

  /// A slope with its interval, in the unit of the outcome.
  private static func words(_ slope: CouncilGradient?, _ result: PlanOutcomeResult) -> MarkdownText
  {
    guard let slope, let value = difference(slope.slope, result) else { return "–" }
    guard let limits = slope.limits, let lower = difference(limits.lower, result),
      let upper = difference(limits.upper, result)
    else { return .number(value, as: value.signedCell) }
    return .number(value, as: value.signedCell) + " ("
      + .number(lower, as: lower.signedCell) + " to " + .number(upper, as: upper.signedCell) + ")"
  }

  /// A difference of an indicator: points for shares.
  private static func difference(_ value: Double, _ result: PlanOutcomeResult) -> Rounded? {
    result.indicator.unit == "%"
      ? .points(value, decimals: result.indicator.decimals)
      : Rounded(value, to: .decimals(result.indicator.decimals))
  }

  private func between(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    var table = MarkdownTable([
      .init("Outcome"), .init("Unit"), .init("Year"), .number("\(plan.place.name)"),
      .number("Most deprived end less least (95% interval)"), .number("Councils"),
    ])
    let councils = plan.figures.councils
    for result in PlanTargets.all(plan) {
      guard result.indicator.comparability != "none",
        let slope = Self.gradient(result, councils, plan), slope.steps.count >= 20
      else {
        continue
      }
      let unit = result.indicator.unit == "%" ? "percentage points" : result.indicator.unit
      table.append([
        "\(result.title)", "\(unit)", "\(result.period)", "\(result.now)",
        Self.words(slope, result), "\(slope.steps.count)",
      ])
      plan.rows.add(
        9, "slope." + result.indicator.id, year: result.year,
        Self.difference(slope.slope, result),
        low: slope.limits.flatMap { Self.difference($0.lower, result) },
        high: slope.limits.flatMap { Self.difference($0.upper, result) }, unit: unit,
        basis: "computed")
    }
    guard !table.isEmpty else {
      document.paragraph("Too few councils have a figure for a line across them.")
      return
    }
    document.table(table)
    document.paragraph(
      "The slope index of inequality across English councils of the upper tier by deprivation (2019). "
        + "It says how an outcome runs with deprivation between councils. It says nothing about rich and "
        + "poor inside a council, where most inequality lies, and nothing about causes. Where no interval "
        + "is shown, none is published. The interval is that of the values, not of how well a line fits."
    )
  }

  /// The answer to the fifth question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    if let found = gap(pairs[0], plan) {
      return "\(found.own) of pupils with free school meals were persistently absent in "
        + "\(found.period), against \(found.all) of all pupils: a gap of \(found.gap)."
    }
    let members = plan.place.tier.isCouncil ? [] : members(plan)
    for lead in leads(plan) {
      let values = members.compactMap { value(lead, $0, plan) }.sorted { $0.value < $1.value }
      if let low = values.first, let high = values.last, values.count > 1 {
        return "Across its councils \(MarkdownFree.lower(lead.title)) runs from \(low) to \(high)."
      }
    }
    return "It cannot be told: no outcome held is published for groups inside \(plan.name)."
  }
}
