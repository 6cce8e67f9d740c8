import Evidence
import Indicators
import Places
import Statistics

/// Section 4: outcomes, targets, milestones and the ten-year test.
struct PlanTargets {
  func write(_ plan: inout PlanStory, _ document: inout MarkdownDocument) {
    let all = Self.all(plan)
    document.heading(2, "4. Outcomes and targets: " + heading(all))
    guard !all.isEmpty else {
      document.paragraph(
        "No outcome of `datasets/catalogue/plan-outcomes.csv` has a figure for \(plan.name).")
      beside(nil, &plan, &document)
      return
    }
    document.paragraph(
      "A target is what the best quarter of comparable places have reached already, to be reached in "
        + "ten years, unless another is set. Beside it stands the same for a place as deprived "
        + "as this one. Targets are offers for members to change, not duties.")
    targets(all, &plan, &document)
    document.heading(3, "The ten-year test: has anyone moved that fast?")
    document.table(test(all, &plan))
    document.paragraph(
      "Needed: the steady change a year from the latest value to the target, in percentage points for "
        + "shares and in per cent for rates. Best: the fastest that the place has moved over a past "
        + "window of the length shown. Others: windows of comparable places, which share no years, that "
        + "moved as fast as needed. Chance: that the target is reached if the past goes on, from the "
        + "range of the projection.")
    document.paragraph(unprojected(all))
    document.heading(3, "Milestones")
    document.table(milestones(all, &plan))
    document.paragraph(
      "Year 0 is the latest year with a figure, because a plan can only be measured from one. A plan "
        + "agreed later keeps the target and has fewer years to reach it.")
    beside(all.map(\.indicator), &plan, &document)
    for result in all where result.outcome.isLead {
      guard let figure = Self.figure(result, plan) else { continue }
      let name = "plan-" + result.indicator.id.replacing("_", with: "-")
      document.paragraph(plan.story.draw(name, figure))
    }
  }

  /// The places that the reader named; nil compares what published comparisons do.
  private func beside(
    _ indicators: [Indicator]?, _ plan: inout PlanStory, _ document: inout MarkdownDocument
  ) {
    guard let beside = PlacesBeside(plan.story, indicators) else { return }
    document.heading(3, beside.heading)
    beside.write(&plan.story, &document)
  }

  /// The headline, then the outcomes.
  static func all(_ plan: PlanStory) -> [PlanOutcomeResult] {
    [plan.headline].compactMap(\.self) + plan.outcomes
  }

  /// Targets that are not reached yet and have enough windows to be tested.
  private static func tested(_ all: [PlanOutcomeResult]) -> [(PlanOutcomeResult, Double)] {
    all.compactMap { result in
      guard let test = result.test, !test.aim.isMet, let share = test.achievedShare else {
        return nil
      }
      return (result, share)
    }
  }

  private func heading(_ all: [PlanOutcomeResult]) -> MarkdownText {
    let tested = Self.tested(all)
    guard !tested.isEmpty else { return "what is to be reached, and how fast" }
    let hard = tested.filter { $0.1 < 10 }.count
    return "\(hard) of \(tested.count) tested targets need a pace that fewer than one in ten past "
      + "windows kept"
  }

  private func targets(
    _ all: [PlanOutcomeResult], _ plan: inout PlanStory, _ document: inout MarkdownDocument
  ) {
    var table = MarkdownTable([
      .init("Outcome"), .init("Latest"), .number("Value"), .number("Middle of comparable places"),
      .number("Best quarter"), .number("Best quarter, adjusted for deprivation"),
      .number("Target"), .init("By"), .init("Rests on"),
    ])
    for result in all {
      let mark = result.series.isEstimated ? " " + plan.story.notes.mark("e") : ""
      table.append([
        "\(result.titleWithUnit)", "\(result.period)", "\(result.now)" + mark,
        PlanStory.cell(result.median), PlanStory.cell(result.best),
        PlanStory.cell(result.adjusted), target(result),
        result.target == nil ? "–" : "\(result.targetPeriod)", basis(result),
      ])
      plan.rows.add(
        4, result.indicator.id, year: result.year, result.now, unit: result.indicator.unit,
        basis: "published")
      plan.rows.add(
        4, "target." + result.indicator.id, year: result.targetYear, result.target,
        unit: result.indicator.unit, basis: result.isLocal ? "local figure" : "best quartile")
    }
    document.table(table)
  }

  private func target(_ result: PlanOutcomeResult) -> MarkdownText {
    guard let target = result.target else { return "–" }
    if result.isLocal { return "\(target)" + PlanStory.localMark }
    return result.test?.aim.isMet == true ? "reached: \(target)" : "\(target)"
  }

  private func basis(_ result: PlanOutcomeResult) -> MarkdownText {
    if result.isLocal { return "set by the place" }
    if result.outcome.target != nil { return "\(MarkdownFree.lower(result.outcome.reason))" }
    guard let quartile = result.quartile else { return "too few comparable places have a figure" }
    return "\(quartile.places) " + result.comparison.name
  }

  private func test(_ all: [PlanOutcomeResult], _ plan: inout PlanStory) -> MarkdownTable {
    var table = MarkdownTable([
      .init("Outcome"), .number("Needed a year"), .number("Own best a year"), .init("in"),
      .number("Own latest a year"), .number("Window"), .number("Others as fast"),
      .init("Chance on the projected path"),
    ])
    for result in all {
      guard let test = result.test, !test.aim.isMet else { continue }
      table.append([
        "\(result.title)", result.paceCell(test.required), result.paceCell(test.best?.change),
        test.best.map { "\(result.span($0))" } ?? "–",
        result.paceCell(test.recent?.change),
        test.window.map { "\($0) years" } ?? "–", result.achieved,
        PlanOutcomeResult.chance(test.chance),
      ])
      plan.rows.add(
        4, "needed_a_year." + result.indicator.id, result.change(test.required),
        unit: test.aim.scale == .relative ? "% a year" : "points a year", basis: "computed")
    }
    return table
  }

  private func unprojected(_ all: [PlanOutcomeResult]) -> MarkdownText {
    let found = all.filter { $0.projection == nil && $0.test?.aim.isMet == false }
    guard !found.isEmpty else { return "" }
    let list = found.map { "\($0.title) (\($0.refusal))" as MarkdownText }
    return "Not projected: " + .joined(list, by: "; ") + "."
  }

  private func milestones(_ all: [PlanOutcomeResult], _ plan: inout PlanStory) -> MarkdownTable {
    let steps = [1, 3, 5, 10]
    var table = MarkdownTable(
      [.init("Outcome"), .number("Year 0")] + steps.map { .number("Year \(String($0))") })
    for result in all {
      guard let test = result.test, let target = result.target else { continue }
      let values = steps.map { step -> Rounded? in
        if test.aim.isMet { return result.now }
        if step >= test.aim.years { return target }
        return test.milestone(step).flatMap { PlaceStory.rounded($0, result.indicator) }
      }
      table.append(
        ["\(result.title)" + (test.aim.isMet ? ": hold" : ""), "\(result.now)"]
          + values.map(PlanStory.cell))
      for (step, value) in zip(steps, values) {
        plan.rows.add(
          4, "milestone." + result.indicator.id, year: result.year + step, value,
          unit: result.indicator.unit, basis: "computed")
      }
    }
    return table
  }

  /// The past, the projection with its ranges and the path that the target needs.
  static func figure(_ result: PlanOutcomeResult, _ plan: PlanStory) -> TrendFigure? {
    guard result.series.points.count > 1 else { return nil }
    var all = [
      TrendFigure.Series(
        plan.place.name, result.series.points.map { .init($0.year, $0.value) })
    ]
    if let test = result.test, !test.aim.isMet, let target = result.target {
      let path = (0...test.aim.years).map { step in
        TrendFigure.Point(
          result.year + step, step == test.aim.years ? target.value : test.milestone(step))
      }
      all.append(TrendFigure.Series("Path to the target", path, isBenchmark: true))
    }
    let projected = result.projection.map { Self.projected($0, from: result.year) }
    let isPercent = result.indicator.unit == "%"
    let title =
      result.target.map { target in
        result.test?.aim.isMet == true
          ? "\(result.title): \(result.now.text), target \(target.text) reached"
          : "\(result.title): \(result.now.text) now, \(target.text) is the target"
      } ?? "\(result.title): \(result.now.text)"
    return TrendFigure(
      caption: FigureCaption(
        title: title,
        subtitle: (isPercent ? "Per cent" : MarkdownFree.capital(result.indicator.unit))
          + (result.series.pooled > 1
            ? ", \(result.series.pooled) years pooled, by the first of them" : ""),
        notes: result.projection == nil ? [] : [Self.tested]),
      series: all,
      breaks: result.series.breaks.map { TrendFigure.Break($0, "Counted differently") },
      projection: projected ?? [], years: result.years,
      format: FigureFormat(
        isPercent ? .percent : .none, .decimals(result.indicator.decimals)))
  }

  static let tested = "Ranges are drawn as far ahead as the series itself can test them."

  /// A projection to be drawn: its middle for all years, its ranges where they are tested.
  private static func projected(
    _ projection: Projection, from year: Int
  ) -> [TrendFigure.Projected] {
    projection.points.map { point in
      guard point.standing == .tested else {
        return TrendFigure.Projected(year + point.horizon, point.value)
      }
      return TrendFigure.Projected(
        year + point.horizon, point.value,
        within80: point.inner.lower...max(point.inner.lower, point.inner.upper),
        within95: point.outer.lower...max(point.outer.lower, point.outer.upper))
    }
  }

  /// The answer to the eighth question of page one.
  static func answer(_ plan: PlanStory) -> MarkdownText {
    guard let headline = plan.headline, let test = headline.test else {
      return "It cannot be told: no target can be set."
    }
    guard !test.aim.isMet, let pace = headline.pace(test.required) else {
      return "Early help is where the best quarter of comparable places are already."
    }
    var text: MarkdownText = "Early help needs " + pace + " a year."
    if let best = test.best, let own = headline.pace(best.change) {
      text =
        text + " The best here over \(test.window ?? 0) years was " + own
        + " (\(headline.span(best)))."
    }
    if test.achievedShare != nil {
      text = text + " Of past windows of comparable places, \(headline.achieved) kept that pace."
    }
    return text + " Chance on the projected path: \(PlanOutcomeResult.chance(test.chance))."
  }
}

/// Text for figures, which know no Markdown.
enum MarkdownFree {
  /// The text with its first letter in upper case.
  static func capital(_ text: String) -> String {
    text.isEmpty ? text : text.prefix(1).uppercased() + text.dropFirst()
  }
}
