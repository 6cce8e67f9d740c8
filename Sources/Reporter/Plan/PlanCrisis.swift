import Evidence
import Indicators
import Places

/// Section 5: crisis demand: users, price and owner.
struct PlanCrisis {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "5. Crisis demand: " + heading(plan))
    var table = MarkdownTable([
      .init("Service"), .init("Latest"), .number("Users"), .number("Cost of each, real"),
      .number("Spending, real"), .init("Answers for it"),
    ])
    for result in plan.demands {
      let demand = result.demand
      let owner = plan.owner(demand.id) ?? "\(demand.owner) (to be confirmed)"
      let users =
        PlanStory.cell(Self.users(result)) + (result.isLocalVolume ? PlanStory.localMark : "")
      let price =
        PlanStory.cell(Self.price(result)) + (result.isLocalCost ? PlanStory.localMark : "")
      let spending = PlanStory.millions(Self.spending(result))
      table.append([
        "\(demand.title)", "\(result.period)", result.users == nil ? "not held" : users,
        result.cost == nil
          ? "not held"
          : price + (result.isForEachPerson ? " for each of all \(demand.people)" : ""),
        PlanStory.cell(spending), owner,
      ])
      plan.rows.add(
        5, "users." + demand.id, year: result.year, Self.users(result), unit: "people",
        basis: result.isLocalVolume ? "local figure" : "published")
      plan.rows.add(
        5, "cost." + demand.id, year: result.year, Self.price(result), unit: "£, 2024-25 prices",
        basis: result.isLocalCost ? "local figure" : "published")
    }
    for demand in plan.unheld {
      table.append([
        "\(demand.title)", "–", "not held", "not held", "–", "\(demand.owner) (to be confirmed)",
      ])
    }
    document.table(table)
    let gaps = Self.missing(plan)
    document.list(gaps)
    drivers(&plan, &document)
    document.paragraph(
      "Users times price is what a service costs. The two are told apart because they call for "
        + "different answers: fewer users for the one, different contracts and placements for the "
        + "other. Long-term care is not a failure: “crisis” here means ongoing and crisis support.")
  }

  static func users(_ result: PlanDemandResult) -> Rounded? {
    result.users.flatMap { Rounded($0, to: .whole) }
  }

  static func price(_ result: PlanDemandResult) -> Rounded? { PlanStory.price(result.cost) }

  /// Spending in the latest year, in real pounds.
  static func spending(_ result: PlanDemandResult) -> Double? {
    if let now = result.doNothing?.now.spending { return now }
    return result.past.last?.value
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    guard let care = plan.care, let price = Self.price(care), let users = Self.users(care) else {
      return "who uses it, and what each costs"
    }
    return "\(users) children in care cost \(price) each on average in \(care.period)"
  }

  /// Prices and users that no published file holds, with the item that fills each.
  static func missing(_ plan: PlanStory) -> [MarkdownText] {
    let known = plan.demands.flatMap { result -> [MarkdownText] in
      var found: [MarkdownText] = []
      if result.users == nil {
        found.append(
          plan.missing("the number of \(result.demand.users)", "volume.\(result.demand.id)"))
      }
      if result.cost == nil {
        found.append(
          plan.missing("the cost of each \(result.demand.user)", "unit_cost.\(result.demand.id)"))
      }
      return found
    }
    let others = plan.unheld.map { demand in
      plan.missing(
        "users and price of \(MarkdownFree.lower(demand.title))",
        "volume.\(demand.id)", "unit_cost.\(demand.id)")
    }
    return known + others
  }

  /// How number and price of children in care, and the age of residents, moved.
  private func drivers(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    var table = MarkdownTable([
      .init("Driver"), .number("Then"), .init("When"), .number("Now"), .init("When"),
      .number("Change"),
    ])
    if let (period, volume, price) = Self.moves(plan) {
      let base = Period.financialYear(2020)
      for (id, name, change) in [
        ("children_looked_after", "Children in care: number", volume),
        ("looked_after_cost_real", "Children in care: real cost of each", price),
      ] {
        let shown = [base, period].map { when -> Rounded? in
          guard let value = plan.story.value(id, when) else { return nil }
          let number =
            id == "looked_after_cost_real"
            ? PlanStory.price(value.value.map { DecimalOutput.rounded($0, 2) })
            : value.value.flatMap { Rounded($0, to: .whole) }
          return number?.keyed([plan.story.key(value)])
        }
        table.append([
          "\(name)", PlanStory.cell(shown[0]), "\(base.phrase)", PlanStory.cell(shown[1]),
          "\(period.phrase)", .number(change, as: change.signedCell),
        ])
        plan.rows.add(5, "change." + id, year: period.year, change, unit: "%", basis: "published")
      }
    }
    if let (then, before, share) = Self.age(plan), let change = Change(from: before, to: share) {
      table.append([
        "Residents aged 65 or over", "\(before)", "mid-\(String(then))", "\(share)",
        "mid-\(String(then + 10))",
        .number(change.difference, as: change.difference.signedCell) + " points",
      ])
    }
    guard !table.isEmpty else { return }
    document.heading(3, "People, age or price")
    document.table(table)
  }

  /// The share of older residents ten years ago and now.
  private static func age(_ plan: PlanStory) -> (year: Int, then: Rounded, now: Rounded)? {
    guard let last = plan.story.latest("older_share"), let now = plan.story.rounded(last) else {
      return nil
    }
    let year = last.period.year - 10
    return plan.story.rounded(plan.story.value("older_share", .midYear(year))).map {
      (year, $0, now)
    }
  }

  /// The changes in number and price since 2020-21 in the latest year that has both.
  static func moves(_ plan: PlanStory) -> (Period, Rounded, Rounded)? {
    let prices = plan.story.series("looked_after_cost_change").filter { $0.value != nil }
    for price in prices.reversed() {
      if let number = plan.story.rounded(
        plan.story.value("looked_after_number_change", price.period)),
        let cost = plan.story.rounded(price)
      {
        return (price.period, number, cost)
      }
    }
    return nil
  }

  /// The answer to the third question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    guard let (period, volume, price) = moves(plan) else {
      return "It cannot be told: number and price of children in care are not both held."
    }
    var text: MarkdownText =
      volume.isZero
      ? "\(plan.story.nameFirst) looked after as many children in \(period.phrase) as in March 2021"
      : "\(plan.story.nameFirst) looked after \(volume.absolute) "
        + MarkdownText(markdown: volume.value < 0 ? "fewer" : "more")
        + " children in \(period.phrase) than in March 2021"
    text =
      text + "; each cost \(price.absolute) "
      + MarkdownText(markdown: price.value < 0 ? "less" : "more")
      + " after inflation."
    if let (year, before, share) = age(plan), let change = Change(from: before, to: share) {
      text =
        text + " Age: \(share) of residents are 65 or over, "
        + "\(change.phrase(when: "mid-\(year)"))."
    }
    return text
  }
}

extension MarkdownFree {
  /// The text with its first letter in lower case.
  static func lower(_ text: String) -> String {
    text.isEmpty ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
