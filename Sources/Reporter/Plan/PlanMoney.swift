import Evidence
import Indicators
import Places

/// Section 3: all public money, agency by level.
struct PlanMoney {
  /// An agency's spending by level, in pounds.
  struct Agency {
    let name: String
    let year: String
    /// Foundational, primary and secondary, tertiary, acute, unclassified.
    let levels: [Double]
    let isLocal: Bool
    var total: Double { levels.reduce(0, +) }
  }

  private static let bodies: [(id: String, name: String)] = [
    ("money_combined_authority", "Combined authority"), ("money_police", "Police"),
    ("money_fire", "Fire and rescue"), ("money_waste", "Waste"), ("money_transport", "Transport"),
  ]

  /// Partners whose money no published file shows by place.
  private static let partners = ["NHS", "Department for Work and Pensions"]

  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let agencies = Self.agencies(plan)
    document.heading(2, "3. All public money: " + heading(plan, agencies))
    var table = MarkdownTable([
      .init("Agency"), .init("Year"), .number("Foundational"),
      .number("Primary and secondary"), .number("Tertiary"), .number("Ongoing and crisis"),
      .number("Not classified"), .number("Total"),
    ])
    for agency in agencies {
      let sums = agency.levels.map { $0 == 0 ? nil : PlanStory.millions($0) }
      table.append(
        ["\(agency.name)" + (agency.isLocal ? PlanStory.localMark : ""), "\(agency.year)"]
          + sums.map(PlanStory.cell) + [PlanStory.cell(PlanStory.millions(agency.total))])
      plan.rows.add(
        3, agency.name, PlanStory.millions(agency.total), unit: "£",
        basis: agency.isLocal ? "local figure" : "published")
    }
    if let sum = Self.published(plan) {
      table.append(["All that is published", "", "–", "–", "–", "–", "–", "\(sum)"])
    }
    for name in Self.missing(plan) {
      table.append(["\(name)", "–", "–", "–", "–", "–", "–", "not held"])
    }
    document.table(table)
    document.paragraph(
      "Net current expenditure outside education. “Not classified” is what no line or definition "
        + "sorts: it is not waste and not crisis. Partners’ money is not added to the councils’, because "
        + "what one passes to the other may stand in both rows.")
    let gaps = Self.missing(plan)
    if !gaps.isEmpty {
      document.paragraph(
        "Missing: what \(Self.named(gaps)) \(Self.verb(gaps)) in \(plan.name) by level. Put it in "
          + plan.partnerFile + " (columns in `datasets/partners/README.md`).")
    }
  }

  private func heading(_ plan: PlanStory, _ agencies: [Agency]) -> MarkdownText {
    let known = agencies.filter { $0.isLocal }.map(\.name)
    if !known.isEmpty { return "with what \(PlaceGaps.joined(known)) told us" }
    return "we have no place figure for NHS spending"
  }

  /// The agencies with a sum, councils first.
  static func agencies(_ plan: PlanStory) -> [Agency] {
    var found: [Agency] = []
    let councils = plan.story.latest("money_councils")
    let name = plan.place.tier.isCouncil ? "\(plan.place.name), the council" : "Councils"
    if let sorted = classified(plan) {
      found.append(
        Agency(
          name: "\(name): social care and public health", year: sorted.year.phrase,
          levels: sorted.levels, isLocal: false))
      let whole = sorted.levels.reduce(0, +)
      if let all = plan.story.value("money_councils", sorted.year)?.value, all > whole {
        found.append(
          Agency(
            name: "\(name): all other services", year: sorted.year.phrase,
            levels: [0, 0, 0, 0, all - whole], isLocal: false))
      }
    } else if let councils, let all = councils.value {
      found.append(
        Agency(name: name, year: councils.period.phrase, levels: [0, 0, 0, 0, all], isLocal: false))
    }
    for (id, name) in bodies {
      guard let last = plan.story.series(id).last, let value = last.value else { continue }
      found.append(
        Agency(name: name, year: last.period.phrase, levels: [0, 0, 0, 0, value], isLocal: false))
    }
    return found + local(plan)
  }

  /// Children's services, adult care and public health by level, in pounds.
  static func classified(_ plan: PlanStory) -> (year: Period, levels: [Double])? {
    guard let share = plan.story.latest("prevention_all"), let early = share.count,
      let whole = share.denominator,
      let later = plan.story.value("tertiary_all", share.period)?.count,
      let crisis = plan.story.value("acute_all", share.period)?.count
    else { return nil }
    // Counts of shares are pence.
    let rest = max(0, whole - early - later - crisis)
    return (share.period, [0, early, later, crisis, rest].map { $0 / 100 })
  }

  private static func local(_ plan: PlanStory) -> [Agency] {
    let rows = plan.inputs.partners(plan.place.code)
    var names: [String] = []
    for row in rows where !names.contains(row.agency) { names.append(row.agency) }
    return names.compactMap { name in
      let own = rows.filter { $0.agency == name }
      guard let year = own.map(\.year).max() else { return nil }
      func sum(_ levels: [String]) -> Double {
        own.filter { $0.year == year && levels.contains($0.level) }
          .reduce(0) { $0 + Double($1.amount.pence) / 100 }
      }
      return Agency(
        name: name, year: year.phrase,
        levels: [
          sum(["foundational"]), sum(["primary", "secondary"]), sum(["tertiary"]), sum(["acute"]),
          sum(["unclassified"]),
        ], isLocal: true)
    }
  }

  /// Agencies without any figure: the NHS and DWP, and bodies whose area is not the place's.
  static func missing(_ plan: PlanStory) -> [String] {
    let known = plan.inputs.partners(plan.place.code).map { $0.agency.lowercased() }
    var names = partners.filter { name in
      !known.contains { $0 == name.lowercased() || name.hasPrefix("Department") && $0 == "dwp" }
    }
    let police = plan.story.series("money_police").last
    if police?.value == nil, !known.contains("police") { names.append("Police") }
    return names
  }

  /// The sum of what is published, or nil.
  private static func published(_ plan: PlanStory) -> Rounded? {
    let sum = agencies(plan).filter { !$0.isLocal }.reduce(0) { $0 + $1.total }
    return sum > 0 ? PlanStory.millions(sum) : nil
  }

  /// `spend` or, of one agency, `spends`; the police are many.
  static func verb(_ agencies: [String]) -> MarkdownText {
    agencies.count == 1 && agencies != ["Police"] ? "spends" : "spend"
  }

  /// Agencies in a sentence: `the NHS and the police`.
  static func named(_ agencies: [String]) -> MarkdownText {
    PlaceGaps.joined(agencies.map { "the " + ($0 == "Police" ? "police" : $0) })
  }

  /// The answer to the first question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    var text: MarkdownText
    let bodies = agencies(plan).filter { !$0.isLocal }
    if let sum = published(plan), let year = bodies.first?.year {
      let who: MarkdownText =
        plan.place.tier.isCouncil
        ? "The council" : bodies.count > 2 ? "Councils and the bodies they share" : "Councils"
      text = who + " spent \(sum) in \(year), outside education."
      if let latest = plan.story.context.table.latest("money_councils", plan.story.england),
        latest.period.phrase != year
      {
        text = text + " No later outturn is published."
      }
    } else {
      text = "No outturn is published for \(plan.name)."
    }
    let gaps = missing(plan)
    if !gaps.isEmpty {
      text = text + " We have no place figure for what \(Self.named(gaps)) \(Self.verb(gaps))."
    }
    guard let sorted = classified(plan), let early = PlanStory.millions(sorted.levels[1]),
      let crisis = PlanStory.millions(sorted.levels[3])
    else { return text }
    return text
      + " In social care and public health \(early) is prevention and \(crisis) ongoing and "
      + "crisis support, most of it a legal duty: that can move only as need falls."
  }
}
