import Evidence
import Indicators
import Places
import Statistics

/// What each scenario would pay in the place.
extension PlaceSickPay {
  /// A job at a percentile of the place's pay.
  private struct Job {
    let name: MarkdownText
    let pay: WeeklyPay
    /// In whole pence.
    let pence: Int

    var percentile: Double { pay.percentile }
  }

  func writeScenarios(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let scenarios = story.context.catalogue.scenarios
    guard !scenarios.isEmpty else { return }
    let jobs = PayEstimates.percentiles.compactMap { percentile in
      story.context.pay.weeklyPay(story.place.code, at: percentile).map { pay in
        Job(
          name: percentile == 50 ? "median" : "\(String(Int(percentile)))th percentile", pay: pay,
          pence: Int(pay.pay.rounded()))
      }
    }
    document.heading(3, "What each way of paying sick pay gives here")
    document.table(weeks(story, scenarios, jobs))
    document.paragraph(payNote(story, jobs, scenarios[0]))
    if !jobs.isEmpty {
      document.table(losses(scenarios, jobs))
      document.paragraph(
        "Lost is the usual pay of the days missed less statutory sick pay, in a five-day week; in brackets the likely range and the share of a week’s pay. It is "
          + "the floor of the law: many employers pay more. Pay is before tax.")
    }
    if let sentence = losers(story, scenarios) { document.paragraph(sentence) }
    document.list(
      scenarios.map { "\($0.title): \($0.note) (" + .link("source", to: $0.source) + ")." })
  }

  private func weeks(
    _ story: PlaceStory, _ scenarios: [SickPayScenario], _ jobs: [Job]
  ) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Scenario"), .number("Jobs gaining cover")]
        + jobs.map { .number("A week, job at the \($0.name)") })
    for scenario in scenarios {
      table.append(
        ["\(scenario.title)", gaining(story, scenario)]
          + jobs.map {
            Self.pounds(
              Double(scenario.rule.week($0.pence)),
              [SickPayInputs.key(scenario, $0.percentile, "weekly_sick_pay")])
          })
    }
    return table
  }

  /// Jobs that get sick pay under a scenario and got none under the law until April 2026.
  private func gaining(_ story: PlaceStory, _ scenario: SickPayScenario) -> MarkdownText {
    if scenario.rule.lowerLimit != nil { return scenario.kind == .before ? "–" : "none" }
    let pay = story.context.pay
    let code = story.place.code
    guard
      let estimate = pay.estimate(code, .lowerLimit, .resident)
        ?? pay.estimate(code, .lowerLimit, .workplace)
    else { return "not known" }
    let numbers = SickPayNumbers(story, estimate)
    if let jobs = numbers.jobs, let range = numbers.jobsRange { return "\(jobs) (\(range))" }
    guard let share = numbers.share() else { return "not known" }
    return "\(share) of jobs (\(numbers.range()))"
  }

  private func payNote(
    _ story: PlaceStory, _ jobs: [Job], _ scenario: SickPayScenario
  ) -> MarkdownText {
    guard let first = jobs.first?.pay else {
      return
        "No percentile of pay is published for \(story.name) that a week’s pay could be told from."
    }
    let levels = jobs.map { job -> MarkdownText in
      func key(_ end: String) -> [NumberKey] {
        [SickPayInputs.key(scenario, job.percentile, "weekly_pay" + end)]
      }
      let text: MarkdownText = "\(Self.pounds(Double(job.pence), key(""))) at the \(job.name)"
      guard let limits = job.pay.limits else { return text }
      return text
        + " (\(Self.pounds(limits.lower.rounded(), key("_lower"))) to "
        + "\(Self.pounds(limits.upper.rounded(), key("_upper"))))"
    }
    let source: MarkdownText =
      first.isPooled
      ? "worked out from its councils’ published percentiles of annual pay, over 52 weeks, and estimated"
      : first.isEstimated ? "annual pay over 52 weeks, and so an estimate" : "as published"
    let range: MarkdownText =
      jobs.contains { $0.pay.limits == nil }
      ? "No standard error is published." : "In brackets: 95% sampling limits."
    let whose: MarkdownText =
      first.analysis == .resident ? "residents’ jobs" : "jobs by place of work"
    let held = Set(jobs.map(\.pay.percentile))
    let missing = PayEstimates.percentiles.contains { !held.contains($0) }
    let rest: MarkdownText =
      missing
      ? " Percentiles that are not shown are suppressed by the publisher as unreliable." : ""
    return "Weekly pay of \(whose) in \(String(first.period.year)): "
      + MarkdownText.joined(levels, by: ", ") + "; \(source). \(range)\(rest)"
  }

  private func losses(_ scenarios: [SickPayScenario], _ jobs: [Job]) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Income lost"), .init("Scenario")] + jobs.map { .number("Job at the \($0.name)") })
    let lengths: [(MarkdownText, Int, String)] = [
      ("One week’s illness", 5, "lost_in_a_week"), ("Two days’ illness", 2, "lost_in_two_days"),
    ]
    for (name, days, column) in lengths {
      guard let absence = try? SickAbsence(workingDays: days, daysPerWeek: 5) else { continue }
      for scenario in scenarios where scenario.kind != .uprated {
        table.append(
          [name, "\(scenario.title)"]
            + jobs.map { job in
              guard let payment = try? scenario.rule.pay(job.pence, for: absence) else {
                return "not known"
              }
              let share = job.pence > 0 ? Double(payment.lost) / Double(job.pence) * 100 : 0
              let range = lossRange(job, scenario, absence, column)
              let lost = SickPayInputs.key(scenario, job.percentile, column)
              let whole = SickPayInputs.key(scenario, job.percentile, "weekly_pay")
              return "\(Self.pounds(Double(payment.lost), [lost])) (" + range
                + "\(Self.whole(share, [lost, whole])) of a week)"
            })
      }
    }
    return table
  }

  /// What is lost at the two ends of the pay's range; nothing where no error is published.
  private func lossRange(
    _ job: Job, _ scenario: SickPayScenario, _ absence: SickAbsence, _ column: String
  ) -> MarkdownText {
    guard let (low, high) = SickPayInputs.lost(job.pay, scenario, absence) else { return "" }
    func key(_ end: String) -> [NumberKey] {
      [SickPayInputs.key(scenario, job.percentile, column + end)]
    }
    return low == high
      ? "the same at both ends of the range; "
      : "\(Self.pounds(Double(low), key("_lower"))) to "
        + "\(Self.pounds(Double(high), key("_upper"))); "
  }

  /// Who gets less for a week than under the old law at today's rates, and from which day in all.
  private func losers(_ story: PlaceStory, _ scenarios: [SickPayScenario]) -> MarkdownText? {
    guard let old = scenarios.first(where: { $0.kind == .uprated })?.rule,
      let new = scenarios.first(where: { $0.kind == .after })?.rule, let limit = old.lowerLimit,
      let flat = new.flatRateFrom
    else { return nil }
    // A job a pound above the limit.
    let example = limit + 100
    let law = story.context.pay.abolition.map { Self.law(story, $0.year) } ?? .workedOut
    var text: MarkdownText =
      "**The 2026 law has losers.** A job between \(Self.pounds(Double(limit), [], law)) and "
      + "\(Self.pounds(flat, [], law)) "
      + "a week gets less for a full week than the old law would pay at today’s rates"
    let pay = story.context.pay
    let code = story.place.code
    let estimate =
      pay.estimate(code, .lowerRate, .resident) ?? pay.estimate(code, .lowerRate, .workplace)
    if let numbers = estimate.map({ SickPayNumbers(story, $0) }), let share = numbers.share() {
      text = text + ": about \(share) of jobs here (\(numbers.range()))"
    }
    text = text + ". It is paid from the first day instead of the fourth, so short absences gain"
    if let day = try? new.isBehind(old, earnings: example, daysPerWeek: 5) {
      text =
        text + ": a \(Self.pounds(Double(example))) job is worse off in total only from its "
        + "\(day)th day of sickness"
    }
    return text + "."
  }
}
