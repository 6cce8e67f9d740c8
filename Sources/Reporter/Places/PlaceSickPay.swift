import Evidence
import Indicators
import Places
import Statistics

/// Section 10: work and sick pay: where the limit cut the place's pay, and what the law pays now.
struct PlaceSickPay {
  private let pay: PayEstimates
  private let code: String

  init(_ story: PlaceStory) {
    pay = story.context.pay
    code = story.place.code
  }

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard let estimate = excluded, let share = SickPayNumbers(story, estimate).share() else {
      document.heading(2, "Work and sick pay")
      document.paragraph(
        "Nothing can be said of sick pay in \(story.name): no percentile of pay that a share of jobs "
          + "could be told from is held for it.")
      return
    }
    let numbers = SickPayNumbers(story, estimate)
    let decimals = Self.decimals(estimate)
    let whose: MarkdownText = estimate.analysis == .resident ? "residents’ jobs" : "jobs"
    document.heading(
      2,
      "Before April 2026 about \(numbers.share(decimals: decimals) ?? share) of \(whose) paid too little "
        + "for sick pay (likely \(numbers.range(decimals: decimals)))")
    document.paragraph(opening(story, estimate, share))
    if let figure = SickPayCurve(story, estimate).figure {
      document.paragraph(story.draw("sick-pay-curve", figure))
    }
    document.table(shares(&story))
    document.paragraph(abolition(story))
    writeScenarios(&story, &document)
    if let inputs = SickPayInputs(story).bytes {
      story.attach(SickPayInputs.name, inputs)
      document.paragraph(
        "For a plan: every scenario with jobs, weekly pay and loss at each percentile stands in "
          + .link("sick-pay.csv", to: SickPayInputs.name) + ".")
    }
    writeWorth(&story, &document)
    document.heading(3, "How far these figures can be trusted")
    document.list(limits(estimate))
  }

  /// The estimate of the limit: by residence, or for a region without one by workplace.
  private var excluded: PayEstimate? {
    pay.estimate(code, .lowerLimit, .resident) ?? pay.estimate(code, .lowerLimit, .workplace)
  }

  private func opening(
    _ story: PlaceStory, _ estimate: PayEstimate, _ share: Rounded
  ) -> MarkdownText {
    let numbers = SickPayNumbers(story, estimate)
    let weekly = estimate.pay / estimate.span.weeks
    let law = Self.law(story, estimate.ruleYear.year)
    var text: MarkdownText =
      "Until 5 April 2026 the law gave no sick pay to a job below the lower earnings limit. In the "
      + "\(String(estimate.period.year)) survey that was \(Self.pounds(weekly, [], law)) a week"
    if estimate.span == .annual {
      text =
        text
        + ", or \(Self.pounds(estimate.pay, [], law)) a year, the limit of \(estimate.ruleYear.phrase)"
    }
    text =
      text + ". About \(share) of \(story.name)’s jobs were below it"
      + " (likely \(numbers.range()))"
    if let jobs = numbers.jobs, let range = numbers.jobsRange {
      text = text + ": some \(jobs) jobs, likely \(range)"
    }
    return text + ". \(Self.basis(estimate)) These are jobs, not people."
  }

  static func basis(_ estimate: PayEstimate) -> MarkdownText {
    switch estimate.share.basis {
    case .interpolated: "The share lies between two published percentiles."
    case .tail:
      "The limit lies below the lowest pay that is published, that of the "
        + "\(String(Int(estimate.lowestPercentile ?? 10)))th percentile, so the share is estimated from "
        + "how pay falls towards it."
    case .borrowed:
      "No low percentile is published here: this is the share of the region’s other councils."
    case .pooled:
      "It is the sum of its councils, each estimated from its own published percentiles."
    case .law: "This is the law, not an estimate."
    }
  }

  private func shares(_ story: inout PlaceStory) -> MarkdownTable {
    var table = MarkdownTable([
      .init("Jobs"), .init("Pay and rules"), .number("Share"), .number("Likely range"),
      .number("Number"), .init("Basis"),
    ])
    let part = pay.abolition.flatMap { year, terms in
      terms.shareOfEarnings.flatMap { Rounded.percent(Double($0), decimals: 0) }.map {
        "\($0.resting(on: Self.law(story, year)))" as MarkdownText
      }
    }
    let names: [(PayThreshold, MarkdownText)] = [
      (.lowerLimit, "Without any sick pay before April 2026"),
      (
        .flatRate,
        "With " + (part ?? "a share") + " of pay, less than the flat rate, since April 2026"
      ),
      (.lowerRate, "Of these, with less for a week than the old law would pay"),
    ]
    for (threshold, name) in names {
      for analysis in PaySurvey.Analysis.allCases {
        guard let estimate = pay.estimate(code, threshold, analysis),
          let share = SickPayNumbers(story, estimate).share()
        else { continue }
        let numbers = SickPayNumbers(story, estimate)
        let mark = estimate.isOutOfStep || estimate.share.basis == .borrowed ? "e" : ""
        let number = numbers.jobs ?? "not published"
        let whose: MarkdownText = analysis == .resident ? "residents’" : "by place of work,"
        table.append([
          name,
          "\(whose) \(estimate.span.rawValue) pay of \(String(estimate.period.year)), rules of "
            + "\(estimate.ruleYear.label)",
          mark.isEmpty ? "\(share)" : "\(share) \(story.notes.mark(mark))",
          numbers.range(), number,
          "\(estimate.share.basis.rawValue); \(Self.kind(estimate.share))",
        ])
      }
    }
    if let (year, _) = pay.abolition {
      table.append([
        "Without any sick pay since April \(String(year))",
        "rules of \(Period.financialYear(year).label)", none(story, year, "share") ?? "none",
        "exact",
        none(story, year, "jobs") ?? "none", "law",
      ])
    }
    return table
  }

  /// What the law leaves, as it stands in a row.
  private func none(_ story: PlaceStory, _ year: Int, _ part: String) -> MarkdownText? {
    for id in ["sick_pay_excluded_\(part)", "sick_pay_excluded_\(part)_workplace"] {
      if let value = story.value(id, .financialYear(year)), let number = story.rounded(value) {
        return .number(number, as: part == "share" ? "0%" : "0")
      }
    }
    return nil
  }

  static func kind(_ share: PayShare) -> MarkdownText {
    switch share.kind {
    case .sampling: "range is 95% sampling error"
    case .shape: "no standard error is published: range is that of other shapes of the curve"
    case .places: "range is that of the region’s councils"
    case .exact: "exact"
    }
  }

  private func abolition(_ story: PlaceStory) -> MarkdownText {
    guard let (year, terms) = pay.abolition, let flat = terms.flatRateFrom else { return "" }
    let law = Self.law(story, year)
    let part = terms.shareOfEarnings.flatMap { Rounded.percent(Double($0), decimals: 0) }
    return
      "For \(Period.financialYear(year).phrase) the gap is nought: since 6 April \(String(year)) the lower "
      + "earnings limit is no test, and sick pay is due from the first day. What matters now is who "
      + "gets less than the flat rate of \(Self.pounds(Double(terms.weeklyRate), [], law)): jobs below "
      + "\(Self.pounds(flat, [], law)) a week get "
      + (part.map { "\($0.resting(on: law))" } ?? "a share")
      + " of their pay. Pay of earlier years is held against that "
      + "level without uprating, so the share is likely overstated."
  }
}

// MARK: - Numbers as they are written

extension PlaceSickPay {
  /// Whole per cents, unless the range is too narrow to be told in them.
  static func decimals(_ estimate: PayEstimate) -> Int { estimate.share.limits.width < 2 ? 1 : 0 }

  static func whole(_ value: Double, _ keys: [NumberKey]) -> MarkdownText {
    Rounded.percent(value, decimals: 0).map { "\($0.keyed(keys))" } ?? ""
  }

  /// `4% to 7%`.
  static func range(_ lower: Rounded?, _ upper: Rounded?) -> MarkdownText {
    guard let lower, let upper else { return "" }
    return "\(lower) to \(upper)"
  }

  /// Pence as pounds, whole where they are.
  static func pounds(
    _ pence: Double, _ keys: [NumberKey] = [], _ origin: NumberOrigin = .workedOut
  ) -> MarkdownText {
    let precision: Precision = Int(pence.rounded()) % 100 == 0 ? .whole : .penny
    return Rounded(pence / 100, to: precision, unit: .pounds).map {
      "\($0.keyed(keys).resting(on: origin))"
    } ?? ""
  }

  /// The law of sick pay in a tax year, with the release that it is held from.
  static func law(_ story: PlaceStory, _ year: Int) -> NumberOrigin {
    let held = story.context.sources.first { $0.source.layout == "sick-pay-rules" }?.source
    let release = held.map { [$0.publisher, $0.title, $0.published] } ?? []
    return .law(
      (["rules of \(Period.financialYear(year).label)"] + release.filter { !$0.isEmpty })
        .joined(separator: ", "))
  }

  /// Jobs to the nearest hundred: the number of jobs is indicative only.
  static func jobs(_ number: Double, _ keys: [NumberKey] = []) -> MarkdownText {
    // From the whole jobs that the rows hold.
    Rounded(number.rounded(), to: number < 1000 ? .tens : .hundreds).map { "\($0.keyed(keys))" }
      ?? ""
  }
}
