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
    guard let estimate = excluded, let share = Self.percent(estimate.share.value) else { return }
    let whose: MarkdownText = estimate.analysis == .resident ? "residents’ jobs" : "jobs"
    document.heading(
      2,
      "Before April 2026 about \(Self.heading(estimate)) of \(whose) paid too little for sick pay (likely "
        + "\(Self.range(estimate.share.limits, decimals: Self.decimals(estimate))))")
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
    let weekly = estimate.pay / estimate.span.weeks
    var text: MarkdownText =
      "Until 5 April 2026 the law gave no sick pay to a job below the lower earnings limit. In the "
      + "\(String(estimate.period.year)) survey that was \(Self.pounds(weekly)) a week"
    if estimate.span == .annual {
      text =
        text + ", or \(Self.pounds(estimate.pay)) a year, the limit of \(estimate.ruleYear.phrase)"
    }
    text =
      text + ". About \(share) of \(story.name)’s jobs were below it"
      + " (likely \(Self.range(estimate.share.limits, decimals: 1)))"
    if let below = estimate.jobsBelow {
      text =
        text + ": some \(Self.jobs(below.value)) jobs, likely \(Self.jobs(below.lower)) to "
        + "\(Self.jobs(below.upper))"
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
    let names: [(PayThreshold, MarkdownText)] = [
      (.lowerLimit, "Without any sick pay before April 2026"),
      (.flatRate, "With 80% of pay, less than the flat rate, since April 2026"),
      (.lowerRate, "Of these, with less for a week than the old law would pay"),
    ]
    for (threshold, name) in names {
      for analysis in PaySurvey.Analysis.allCases {
        guard let estimate = pay.estimate(code, threshold, analysis),
          let share = Self.percent(estimate.share.value)
        else { continue }
        let mark = estimate.isOutOfStep || estimate.share.basis == .borrowed ? "e" : ""
        let number = estimate.jobsBelow.map { Self.jobs($0.value) } ?? "not published"
        let whose: MarkdownText = analysis == .resident ? "residents’" : "by place of work,"
        table.append([
          name,
          "\(whose) \(estimate.span.rawValue) pay of \(String(estimate.period.year)), rules of "
            + "\(estimate.ruleYear.label)",
          mark.isEmpty ? "\(share)" : "\(share) \(story.notes.mark(mark))",
          Self.range(estimate.share.limits, decimals: 1), number,
          "\(estimate.share.basis.rawValue); \(Self.kind(estimate.share))",
        ])
      }
    }
    if let (year, _) = pay.abolition {
      table.append([
        "Without any sick pay since April \(String(year))",
        "rules of \(Period.financialYear(year).label)", "0%", "exact", "0", "law",
      ])
    }
    return table
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
    return
      "For \(Period.financialYear(year).phrase) the gap is 0: since 6 April \(String(year)) the lower "
      + "earnings limit is no test, and sick pay is due from the first day. What matters now is who "
      + "gets less than the flat rate of \(Self.pounds(Double(terms.weeklyRate))): jobs below "
      + "\(Self.pounds(flat)) a week get 80% of their pay. Pay of earlier years is held against that "
      + "level without uprating, so the share is likely overstated."
  }
}

// MARK: - Numbers as they are written

extension PlaceSickPay {
  static func percent(_ value: Double) -> Rounded? { .percent(value, decimals: 1) }

  /// Whole per cents, unless the range is too narrow to be told in them.
  static func decimals(_ estimate: PayEstimate) -> Int { estimate.share.limits.width < 2 ? 1 : 0 }

  static func heading(_ estimate: PayEstimate) -> MarkdownText {
    Rounded.percent(estimate.share.value, decimals: decimals(estimate)).map { "\($0)" } ?? ""
  }

  static func whole(_ value: Double) -> MarkdownText {
    Rounded.percent(value, decimals: 0).map { "\($0)" } ?? ""
  }

  /// `4% to 7%`.
  static func range(_ limits: Interval, decimals: Int = 0) -> MarkdownText {
    guard let low = Rounded.percent(limits.lower, decimals: decimals),
      let high = Rounded.percent(limits.upper, decimals: decimals)
    else { return "" }
    return "\(low) to \(high)"
  }

  /// Pence as pounds, whole where they are.
  static func pounds(_ pence: Double) -> MarkdownText {
    let whole = Int(pence.rounded())
    let precision: Precision = whole % 100 == 0 ? .whole : .penny
    return Rounded.money(pence: whole, to: precision).map { "\($0)" } ?? ""
  }

  /// Jobs to the nearest hundred: the number of jobs is indicative only.
  static func jobs(_ number: Double) -> MarkdownText {
    Rounded(number, to: number < 1000 ? .tens : .hundreds).map { "\($0)" } ?? ""
  }
}
