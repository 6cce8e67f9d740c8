import Evidence
import Indicators
import Places

/// Section 2: what counts as prevention, under three definitions, and who signs.
struct PlanDefinition {
  private static let schemes = [
    ("prevention_all_strict", "Strict: what every cited study calls preventative"),
    ("prevention_all", "Default: primary and secondary"),
    ("prevention_all_broad", "Broad: with tertiary"),
  ]

  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    document.heading(2, "2. Definition: " + heading(plan))
    document.paragraph(
      "The headline of this plan is the share of children’s services spending, before income, that "
        + "goes to early help: Sure Start and early years, family support and services for young "
        + "people. It needs little judgement and is the longest series there is. There is no agreed "
        + "list of what is prevention in other services, so three definitions stand side by side. "
        + "They cover children’s services, adult social care and public health.")
    history(&plan, &document)
    let periods = plan.story.series("prevention_all").filter { $0.value != nil }.map(\.period)
    var table = MarkdownTable([.init("Definition")] + periods.map { .number("\($0.label)") })
    for (id, name) in Self.schemes where !periods.isEmpty {
      table.append(["\(name)"] + periods.map { plan.story.cell(plan.story.value(id, $0)) })
      for period in periods {
        let value = plan.story.rounded(plan.story.value(id, period))
        plan.rows.add(2, id, year: period.year, value, unit: "%", basis: "published")
      }
    }
    if !periods.isEmpty {
      table.append(
        ["Of the default, public health, mostly ring-fenced"]
          + periods.map { plan.story.cell(plan.story.value("prevention_ring_fenced", $0)) })
    }
    document.table(table)
    if let ring = ringFenced(plan) { document.paragraph(ring) }
    warnings(plan, periods).forEach { document.callout("Warning", $0) }
    document.paragraph(confidence(plan))
    document.paragraph(
      "Sign-off: "
        + (plan.owner("definition")
          ?? "no one has signed this definition yet. Name who does with `owner.definition` in "
          + plan.file)
        + ". The definition is frozen for the life of the plan. A new one restates all years.")
  }

  /// The headline in the first year that compares, every fourth after it and the latest.
  private func history(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    guard let headline = plan.headline, let first = headline.series.sinceBreak.first else { return }
    let points = headline.series.sinceBreak.filter {
      ($0.year - first.year) % 4 == 0 || $0.year == headline.year
    }
    var table = MarkdownTable(
      [.init("Headline")] + points.map { .number("\(YearText($0.year).short)") })
    table.append(
      ["Early help: share of children’s services"]
        + points.map { PlanStory.cell(rounded($0, headline, plan)) })
    document.table(table)
    for point in points {
      plan.rows.add(
        2, PlanStory.headlineID, year: point.year,
        PlaceStory.rounded(point.value, headline.indicator), unit: "%", basis: "published")
    }
  }

  private func rounded(
    _ point: PlanSeries.Point, _ headline: PlanOutcomeResult, _ plan: PlanStory
  ) -> Rounded? {
    plan.figures.rounded(point.value, headline.indicator, plan.place, point.year)
  }

  private func heading(_ plan: PlanStory) -> MarkdownText {
    guard let all = plan.story.latest("prevention_all"), let share = plan.story.rounded(all),
      let strict = plan.story.rounded(plan.story.value("prevention_all_strict", all.period))
    else { return "what counts as prevention, and who signs" }
    return "prevention took \(share) in \(all.period.phrase), under the strict definition \(strict)"
  }

  /// The answer to the second question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    guard let headline = plan.headline, let first = headline.series.sinceBreak.first,
      let then = plan.figures.rounded(
        first.value, headline.indicator, plan.place, first.year),
      let change = Change(from: then, to: headline.now)
    else { return "It cannot be told: no early-help spending is held for \(plan.name)." }
    var text: MarkdownText =
      "Early help took \(headline.now) of children’s services spending in \(headline.period), "
      + "\(change.phrase(when: PlanStory.year(first.year)))."
    let values = plan.story.series("prevention_all").filter { $0.value != nil }
    if let start = values.first, let end = values.last, start.period < end.period {
      text = text + " " + definitions(plan, start.period, end.period)
    }
    return text
  }

  /// How the three definitions moved.
  private static func definitions(
    _ plan: PlanStory, _ first: Period, _ last: Period
  ) -> MarkdownText {
    let names = ["strict", "default", "broad"]
    let moves = zip(schemes, names).compactMap { scheme, name -> MarkdownText? in
      guard let then = plan.story.rounded(plan.story.value(scheme.0, first)),
        let now = plan.story.rounded(plan.story.value(scheme.0, last)),
        let change = Change(from: then, to: now)
      else { return nil }
      return "\(name) \(now), \(change.phrase())"
    }
    return "Across children’s services, adult care and public health, between \(first.phrase) and "
      + "\(last.phrase): " + .joined(moves, by: "; ") + "."
  }

  private func ringFenced(_ plan: PlanStory) -> MarkdownText? {
    guard let value = plan.story.latest("prevention_ring_fenced"),
      let part = plan.story.rounded(value),
      let whole = plan.story.rounded(plan.story.value("prevention_all", value.period))
    else { return nil }
    return
      "Of the \(whole) in \(value.period.phrase), \(part) is public health, mostly ring-fenced: "
      + "a place cannot move it."
  }

  /// What would make a reader doubt a classification.
  private func warnings(_ plan: PlanStory, _ periods: [Period]) -> [MarkdownText] {
    let values = periods.compactMap { plan.story.rounded(plan.story.value("prevention_all", $0)) }
    guard values.count == periods.count else { return [] }
    var found: [MarkdownText] = []
    if let last = values.last, last.value > 50 {
      found.append("More than half of spending counts as prevention: check the classification.")
    }
    for index in values.indices.dropFirst() {
      guard let change = Change(from: values[index - 1], to: values[index]),
        change.size.value > 3
      else { continue }
      found.append(
        "The share moved by more than three points in \(periods[index].phrase). Such a leap is more often a "
          + "change in recording than in services.")
    }
    return found
  }

  private func confidence(_ plan: PlanStory) -> MarkdownText {
    let lines = plan.story.context.catalogue.prevention.lines(of: "default", service: "all")
    guard !lines.isEmpty else {
      return "The classification is in `datasets/catalogue/prevention-classification.csv`."
    }
    let counts = ["high", "medium", "low"].map { word in
      lines.filter { $0.confidence == word }.count
    }
    return "The default definition tags \(lines.count) lines of spending: \(counts[0]) with high "
      + "confidence, \(counts[1]) medium, \(counts[2]) low. Each row of "
      + "`datasets/catalogue/prevention-classification.csv` names its basis and source."
  }
}
