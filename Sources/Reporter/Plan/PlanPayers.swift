import Evidence
import Indicators
import Places

/// Section 8: who pays and who gains.
struct PlanPayers {
  private static let agencies = [
    ("council", "Councils"), ("nhs", "NHS"), ("dwp", "Department for Work and Pensions"),
    ("police", "Police and justice"),
  ]

  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "8. Who pays, who gains: " + heading(plan))
    var table = MarkdownTable([
      .init("Agency"), .number("Pays of each £1"), .number("Of the cost over ten years"),
      .number("Gains of each £1 of benefit"),
    ])
    let cost = plan.shift?.central.model.presentCost
    for (id, name) in Self.agencies {
      let pays = plan.assumptions.value("pay_\(id)")
      let gains = plan.assumptions["gain_\(id)"]
      table.append([
        "\(name)", PlanStory.cell(Self.pence(pays)) + Self.mark(plan, "pay_\(id)"),
        PlanStory.cell(PlanStory.millions(cost.flatMap { cost in pays.map { cost * $0 / 100 } })),
        gains?.value == nil
          ? "not held" : PlanStory.cell(Self.pence(gains?.value)) + Self.mark(plan, "gain_\(id)"),
      ])
      plan.rows.add(
        8, "pay_\(id)", Self.pence(pays), unit: "pence of each £1",
        basis: plan.assumptions["pay_\(id)"]?.isLocal == true ? "local figure" : "assumption")
    }
    document.table(table)
    let unknown = Self.agencies.filter { plan.assumptions.value("gain_\($0.0)") == nil }
    if !unknown.isEmpty {
      document.paragraph(
        plan.missing(
          "how the benefit is shared between agencies", "gain_council", "gain_nhs", "gain_dwp",
          "gain_police"))
    }
    if let share = plan.assumptions.value("cashable"),
      let cashable = Rounded.percent(share, decimals: 0)
    {
      document.paragraph(
        "Of what is avoided, \(cashable) is assumed to leave a budget (cashable). The rest is real but "
          + "stays: staff time freed, places that are filled again, fixed costs. Cost and benefit fall "
          + "on different bodies, which is why the agreements of section 11 come before the money.")
    }
  }

  private static func pence(_ percent: Double?) -> Rounded? {
    percent.flatMap {
      Rounded($0, to: .whole, unit: .pence)?.resting(on: NumberOrigin("assumption"))
    }
  }

  private static func mark(_ plan: PlanStory, _ id: String) -> MarkdownText {
    plan.assumptions[id]?.isLocal == true ? PlanStory.localMark : ""
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    guard let pays = Self.pence(plan.assumptions.value("pay_council")) else {
      return "no one has agreed to pay"
    }
    guard let keeps = Self.pence(plan.assumptions.value("gain_council")) else {
      return "councils pay \(pays) of each £1; what they keep is not known"
    }
    return "councils pay \(pays) of each £1 and keep \(keeps) of each £1 of benefit"
  }

  /// The second half of the answer to the seventh question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    let pays = pence(plan.assumptions.value("pay_council"))
    let gains = pence(plan.assumptions.value("gain_council"))
    guard let pays else { return "Who pays is not agreed." }
    guard let gains else {
      return "Councils pay \(pays) of each £1. Who gains is not known."
    }
    return "Councils pay \(pays) of each £1 and keep \(gains) of each £1 of benefit."
  }
}
