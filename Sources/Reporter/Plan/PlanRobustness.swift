import Evidence
import Indicators
import Places

/// Section 12: assumptions, what each moves, and what would change our mind.
struct PlanRobustness {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let all = plan.assumptions.all
    let local = all.filter(\.isLocal).count
    let weak = all.filter { $0.confidence == .low && $0.value != nil }.count
    document.heading(
      2, "12. Assumptions: \(all.count) in all, \(weak) of them judgements that need replacing")
    var table = MarkdownTable([
      .init("Assumption"), .number("Central"), .number("Low"), .number("High"), .init("Unit"),
      .init("Confidence"), .init("Source"),
    ])
    for one in all {
      table.append([
        "\(one.title)" + (one.isLocal ? PlanStory.localMark : ""),
        one.value == nil ? "not held" : Self.number(one.value, one), Self.number(one.low, one),
        Self.number(one.high, one), "\(one.unit)", "\(one.confidence.rawValue)", "\(one.source)",
      ])
      plan.rows.add(
        12, one.id, one.value.flatMap { PlanStory.plain($0) },
        low: one.low.flatMap { PlanStory.plain($0) },
        high: one.high.flatMap { PlanStory.plain($0) }, unit: one.unit,
        basis: one.isLocal ? "local figure" : "assumption")
    }
    document.table(table)
    let count: MarkdownText =
      local == 0 ? "None is the place’s own yet." : "\(local) of them are the place’s own."
    document.paragraph(
      "Every one of them can be changed: for all places in `datasets/catalogue/plan-assumptions.csv`, "
        + "for this place in " + plan.file + ". " + count)
    sensitivity(&plan, &document)
    document.heading(3, "What would change our mind")
    document.list(rules(plan))
  }

  private static func number(_ value: Double?, _ one: PlanAssumption) -> MarkdownText {
    let origin = NumberOrigin(one.isLocal ? "local figure" : "assumption", source: one.source)
    return PlanStory.cell(value.flatMap { PlanStory.plain($0)?.resting(on: origin) })
  }

  /// The break-even with one assumption at either end and all others central.
  private func sensitivity(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    guard let shift = plan.shift, let central = shift.central.breakEven else { return }
    document.heading(3, "What moves the answer")
    var table = MarkdownTable([
      .init("One assumption changed, all others central"), .number("Break-even at its low end"),
      .number("Central"), .number("Break-even at its high end"),
    ])
    for id in ["lag", "cashable", "set_up"] {
      guard let one = plan.assumptions[id] else { continue }
      let ends = [one.low, one.high].map { value in
        value.flatMap { changed(shift.central.model.terms, id, $0) }
      }
      table.append([
        "\(one.title)", PlanStory.cell(ends[0]), "\(central)", PlanStory.cell(ends[1]),
      ])
    }
    document.table(table)
    document.paragraph(
      "Break-even: what each £1 a year of early help must avoid a year in care, counting only what leaves "
        + "budgets.")
  }

  private func changed(_ terms: ShiftModel.Terms, _ id: String, _ value: Double) -> Rounded? {
    var terms = terms
    switch id {
    case "lag": terms.lag = Int(value)
    case "cashable": terms.cashable = value / 100
    default: terms.setUp = value
    }
    return PlanStory.pence(ShiftModel(terms).breakEven(onlyCashable: true))
  }

  private func rules(_ plan: PlanStory) -> [MarkdownText] {
    var rules: [MarkdownText] = []
    let lag = plan.shift?.central.model.terms.lag ?? 3
    // A year of section 6’s table by which early help has had time to take effect.
    let year = lag < DoNothing.firmYears ? DoNothing.firmYears : ShiftModel.length
    if let care = plan.care, let path = care.doNothing?.years.first(where: { $0.horizon == year }),
      let users = Rounded(path.users, to: .whole)
    {
      rules.append(
        "We stop and look again if by year \(String(year)) (\(PlanStory.year(care.year + year))) there are "
          + "not fewer than \(users) children in care, which is what is expected if nothing changes."
      )
    }
    if let headline = plan.headline, let test = headline.test, !test.aim.isMet,
      let step = test.milestone(1).flatMap({ PlaceStory.rounded($0, headline.indicator) })
    {
      rules.append(
        "We stop if early help has not reached \(step) of children’s services spending in year 1: a shift "
          + "that does not begin does not arrive.")
    }
    rules += [
      "We think again if an evaluation here shows less than the break-even of section 7.",
      "We say so if the share rises only because care spending fell behind need, or because lines were "
        + "renamed.",
    ]
    return rules + plan.local.notes(of: "decision").map { "\($0.text)" + PlanStory.localMark }
  }
}
