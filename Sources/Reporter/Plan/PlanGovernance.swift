import Evidence
import Indicators
import Places

/// Section 11: pooled money, governance, deals and reorganisation.
struct PlanGovernance {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let notes = Self.notes(plan)
    document.heading(
      2,
      "11. Pooled money, governance and deals: "
        + (notes.isEmpty
          ? "nothing is recorded yet" : "what is agreed so far"))
    if !notes.isEmpty {
      var table = MarkdownTable([.init("What"), .init("Agreed"), .init("Source")])
      for note in notes {
        let name = note.item.split(separator: ".").dropFirst().joined(separator: " ")
        table.append([
          "\(MarkdownFree.capital(name.replacing("_", with: " ")))",
          "\(note.text)" + PlanStory.localMark, "\(note.source)",
        ])
      }
      document.table(table)
    }
    document.list(Self.missing(plan))
    document.paragraph(
      "Early help is kept as a budget of its own. Money may be moved into it; it may not be moved out "
        + "without a decision of members. A rise that a one-off grant pays for is not a shift and is "
        + "reported apart.")
    document.paragraph(reorganisation(plan))
  }

  private static let wanted = [
    ("agreement.pooled_budget", "a pooled budget with the NHS and others"),
    ("agreement.one_way_valve", "the rule that keeps early-help money in early help"),
    ("agreement.deal", "a deal with government on funding and freedoms"),
    ("owner.plan", "who answers for this plan"),
    ("date.review", "the date of the annual review"),
  ]

  /// What the place has recorded, without owners of outcomes and services.
  private static func notes(_ plan: PlanStory) -> [LocalPlan.Note] {
    let delivery = ["staff", "voluntary_sector", "buildings", "data_sharing"]
    return plan.local.notes.filter { note in
      note.item == "owner.plan" || note.item.hasPrefix("date")
        || note.item.hasPrefix("agreement")
          && !delivery.contains { note.item == "agreement.\($0)" }
    }
  }

  /// What is not recorded, with the item that records it.
  static func missing(_ plan: PlanStory) -> [MarkdownText] {
    wanted.filter { plan.local.text($0.0) == nil }.map { plan.missing("\($0.1)", $0.0) }
  }

  /// What happens when councils are reorganised.
  private func reorganisation(_ plan: PlanStory) -> MarkdownText {
    let register = plan.story.context.register
    let own = [plan.place] + register.members(of: plan.place.code, level: .all)
    let due = own.filter { $0.tier == .upper || $0.tier == .lower }
    guard !due.isEmpty else {
      return "If a council is reorganised, its successors take on these targets. Figures are then "
        + "restated on the new boundary, so that the series goes on."
    }
    let counties = due.filter { $0.tier == .upper }.map(\.name)
    let what: MarkdownText =
      counties.isEmpty
      ? "\(due[0].name)" : PlaceGaps.joined(counties) + " and the districts below"
    return "Most two-tier areas become new single councils in April 2027 or 2028: here " + what
      + ". Their successors take on these targets. The old county area is kept as a footprint, "
      + "which is the same on both sides of the change. " + PlaceGround(plan.story).footprints
  }
}
