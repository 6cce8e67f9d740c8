import Evidence
import Indicators
import Places

/// Section 13: the annual review: on or off track, and what is published when.
struct PlanReview {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let all = PlanTargets.all(plan)
    document.heading(2, "13. Annual review: " + heading(all))
    var table = MarkdownTable([
      .init("Outcome"), .init("Latest"), .number("Needed a year"), .number("Latest a year"),
      .number("Window"), .init("At the latest pace"),
    ])
    for result in all {
      guard let test = result.test else { continue }
      table.append([
        "\(result.title)", "\(result.period)",
        test.aim.isMet ? "hold" : result.paceCell(test.required),
        result.paceCell(test.recent?.change), test.window.map { "\($0) years" } ?? "–",
        "\(Self.standing(test))",
      ])
    }
    document.table(table)
    document.paragraph(
      "We cannot say yet whether the plan is on track: no year of it has been published. The last column "
        + "says where the latest pace would lead. It says nothing about why.")
    document.heading(3, "When the next figures come")
    document.list([
      "October: certified outturn (spending by service), early-help share of the year before.",
      "Winter: children’s services outturn (section 251), children looked after, adult social care.",
      "Spring: population estimates and homelessness by quarter; February and March: the council budget.",
      "At each release: `placewise build --check` names every figure that moved, then `placewise build` writes this plan anew.",
    ])
    document.paragraph(
      "Review: "
        + (plan.local.text("date.review").map { "\($0)" + PlanStory.localMark + "." }
          ?? plan.missing("the date of the annual review", "date.review"))
        + " Sources, releases, breaks in the series and what to keep in mind are in the place’s "
        + "`report.md`; the numbers of this plan are in `plan.csv`. Contains public sector information "
        + "licensed under the Open Government Licence v3.0. Cite as: Placewise "
        + .code(plan.story.context.version) + ", ten-year prevention plan of \(plan.place.name).")
  }

  /// Where the latest pace would lead, in words.
  static func standing(_ test: TenYearTest) -> String {
    guard let recent = test.recent else { return "cannot be told" }
    let sign = test.aim.isHigherBetter ? 1.0 : -1
    let pace = sign * recent.change
    if test.aim.isMet { return pace >= 0 ? "held" : "would be lost" }
    guard let required = test.required else { return "cannot be told" }
    if pace >= sign * required { return "would be reached" }
    return pace > 0 ? "right way, too slow" : "wrong way"
  }

  private func heading(_ all: [PlanOutcomeResult]) -> MarkdownText {
    let known = all.compactMap(\.test).filter { !$0.aim.isMet && $0.recent != nil }
    guard !known.isEmpty else { return "we cannot say yet" }
    let fast = known.filter { Self.standing($0) == "would be reached" }.count
    return
      "we cannot say yet; at the latest pace \(fast) of \(known.count) targets would be reached"
  }
}
