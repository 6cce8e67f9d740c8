import Evidence
import Statistics

/// What must be said beside a figure of pay: its basis, what its range is, and whose rules.
///
/// Without commas, so that a cell of a CSV file needs no quotes.
enum PayNotes {
  static func note(_ estimate: PayEstimate) -> String {
    [basis(estimate), range(estimate.share), level(estimate)].joined(separator: "; ")
  }

  static func basis(_ estimate: PayEstimate) -> String {
    let share = estimate.share
    switch share.basis {
    case .interpolated: return "basis interpolated: between two published percentiles"
    case .tail:
      let start = estimate.lowestPercentile.map { " \(Int($0))th" } ?? " lowest"
      let power = share.exponent.map { " (exponent \(decimals($0)))" } ?? ""
      return "basis tail: below the\(start) percentile by a power of pay\(power)"
    case .borrowed: return "basis borrowed: no percentile up to the 30th; the region's share"
    case .pooled: return "basis pooled: its councils weighted by jobs"
    case .law: return "basis law"
    }
  }

  static func range(_ share: PayShare) -> String {
    switch share.kind {
    case .sampling:
      let error =
        share.relativeError.map { " with relative standard error \(decimals($0 * 100))%" } ?? ""
      return "range is 95% sampling\(error)"
    case .shape: return "range is of the curve's shape; no standard error is published"
    case .places: return "range is that of the region's other councils"
    case .exact: return "exact"
    }
  }

  private static func level(_ estimate: PayEstimate) -> String {
    let whose = estimate.analysis == .resident ? "residents' jobs" : "jobs by place of work"
    let pay = "\(estimate.span.rawValue) pay under £\(decimals(estimate.pay / 100))"
    let rules = "rules of \(estimate.ruleYear.label)"
    let step =
      estimate.isOutOfStep
      ? "; pay of \(estimate.period.label) without uprating so likely overstated" : ""
    return "\(whose); \(pay); \(rules)\(step)"
  }

  static func abolition(_ year: Int) -> String {
    "basis law: since 6 April \(year) sick pay does not depend on the lower earnings limit; no job "
      + "is left out; exact"
  }

  static func replacement(_ terms: SickPayTerms, _ median: PayEvidence.Median) -> String {
    let range = median.lower == nil ? "no range is published" : "range is the publisher's 95%"
    return
      "£\(decimals(Double(terms.weeklyRate) / 100)) a week over residents' median pay; \(range)"
  }

  static func note(_ pay: WeeklyPay, _ scenario: SickPayScenario) -> String {
    let whose = pay.analysis == .resident ? "residents' jobs" : "jobs by place of work"
    let source =
      pay.isPooled
      ? "pay worked out from its councils' percentiles"
      : pay.isEstimated ? "annual pay over 52 weeks" : "published weekly pay"
    let range =
      pay.limits == nil ? "no standard error is published" : "range is 95% sampling of the pay"
    return "\(scenario.title); £\(decimals(pay.pay / 100)) a week: \(source); \(whose); \(range)"
  }

  /// Two decimals, or none where they are nought.
  static func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
