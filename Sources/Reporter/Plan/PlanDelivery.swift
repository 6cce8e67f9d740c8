import Evidence
import Indicators
import Places

/// Section 10: can staff, reserves and partners deliver: resilience and capacity.
struct PlanDelivery {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "10. " + Resilience.heading(plan.story))
    Resilience().write(&plan.story, &document)
    for id in Resilience.measures(plan.story) {
      guard let figure = ResilienceFigure(id, plan.story), let indicator = plan.story.indicator(id)
      else { continue }
      plan.rows.add(
        10, id, year: figure.now.period.year, figure.now.value, unit: indicator.unit,
        basis: "published")
    }
    document.heading(3, "What has to be agreed")
    document.list(agreements(plan))
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
    if let posts = ResilienceFigure("social_worker_vacancies", plan.story) {
      parts.append(
        "\(posts.now.value) of children’s social worker posts were vacant in "
          + "\(PeriodText(posts.now.period).text).")
    }
    if let largest = ResilienceFigure(.largest, plan.story), let earlier = largest.earlier,
      let change = Change(from: earlier.value, to: largest.now.value)
    {
      parts.append(
        "The two largest services take \(largest.now.value) of service spending, "
          + "\(change.phrase(when: earlier.period.phrase))"
          + (change.direction == .up ? ": less is left to move." : "."))
    }
    if let reserves = ResilienceFigure("reserves_unallocated_share", plan.story) {
      parts.append(
        "Reserves: the latest held are of \(PeriodText(reserves.now.period).text), when unallocated "
          + "reserves were \(reserves.now.value) of net revenue spending.")
    }
    guard !parts.isEmpty else { return "It cannot be told: no workforce or reserves are held." }
    return .joined(parts, by: " ")
  }
}
