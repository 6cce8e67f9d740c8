import Indicators
import Statistics

/// An estimate of pay as it is printed: every number with the row that it stands for.
struct SickPayNumbers {
  private let story: PlaceStory
  private let estimate: PayEstimate

  init(_ story: PlaceStory, _ estimate: PayEstimate) {
    self.story = story
    self.estimate = estimate
  }

  /// The share of jobs.
  func share(decimals: Int = 1) -> Rounded? {
    number(estimate.share.value, "", decimals)
  }

  /// The share's likely range: `4% to 7%`.
  func range(decimals: Int = 1) -> MarkdownText {
    let limits = estimate.share.limits
    return PlaceSickPay.range(
      number(limits.lower, "lci_95", decimals), number(limits.upper, "uci_95", decimals))
  }

  /// A share, rounded from its row where it has one.
  private func number(_ share: Double, _ column: String, _ decimals: Int) -> Rounded? {
    let keys = keys("share", column)
    let row = keys.first.flatMap { story.indicator($0.indicator) }
    let held = row.map { DecimalOutput.rounded(share, $0.decimals) } ?? share
    return Rounded.percent(held, decimals: decimals)?.keyed(keys)
  }

  /// The number of jobs; nil where it is not published.
  var jobs: MarkdownText? {
    estimate.jobsBelow.map { PlaceSickPay.jobs($0.value, keys("jobs")) }
  }

  /// The likely range of the number: `7,500 to 12,400`.
  var jobsRange: MarkdownText? {
    estimate.jobsBelow.map {
      PlaceSickPay.jobs($0.lower, keys("jobs", "lci_95")) + " to "
        + PlaceSickPay.jobs($0.upper, keys("jobs", "uci_95"))
    }
  }

  /// The row of a part, where an indicator holds it.
  private func keys(_ part: String, _ column: String = "") -> [NumberKey] {
    let measure =
      "sick_pay.\(estimate.threshold.rawValue).\(estimate.analysis.rawValue).\(part)"
    guard
      let indicator = story.context.catalogue.indicators.first(where: { $0.formula == measure }),
      let value = story.value(indicator.id, estimate.period), value.value != nil
    else { return [] }
    return [story.key(value, column)]
  }
}

extension SickPayInputs {
  /// The row of a scenario and a percentile, and the column.
  static func key(_ scenario: SickPayScenario, _ percentile: Double, _ column: String)
    -> NumberKey
  {
    NumberKey(
      indicator: scenario.id, period: String(Int(percentile)), column: column, file: name)
  }
}
