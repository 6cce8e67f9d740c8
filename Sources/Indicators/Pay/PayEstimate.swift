import Evidence
import Statistics

/// The share and number of a place's jobs below a level of pay.
public struct PayEstimate: Sendable {
  /// The place's code.
  public let place: String
  /// The survey's year, or the tax year of a law.
  public let period: Period
  /// Where jobs are counted.
  public let analysis: PaySurvey.Analysis
  /// What time pay is for.
  public let span: PaySurvey.Span
  /// What the level of pay is.
  public let threshold: PayThreshold
  /// The level, in pence of the span.
  public let pay: Double
  /// The tax year of the rule.
  public let ruleYear: Period
  /// The share, with basis and likely range.
  public let share: PayShare
  /// The number of jobs; nil where it is not published.
  public let jobs: Double?
  /// The relative standard error of the number of jobs.
  public let jobsError: Double?
  /// The lowest published percentile that the share rests on; nil for a group.
  public let lowestPercentile: Double?

  /// The number of jobs below the level, with its likely range; nil without jobs.
  public var jobsBelow: (value: Double, lower: Double, upper: Double)? {
    guard let jobs else { return nil }
    let value = jobs * share.value / 100
    guard let error = share.relativeError, let jobsError, share.kind == .sampling else {
      return (value, jobs * share.limits.lower / 100, jobs * share.limits.upper / 100)
    }
    // Share and number of jobs come from one sample; their errors are taken as independent. What
    // a pool borrowed is in its range already, which is kept where it is the wider.
    let z = Confidence.ninetyFive.z
    let reach = z * value * (error * error + jobsError * jobsError).squareRoot()
    let (low, high) = (share.limits.lower * jobs / 100, share.limits.upper * jobs / 100)
    return (value, max(0, min(low, value - reach)), max(high, value + reach))
  }

  /// True where pay of one year is held against the rules of another.
  public var isOutOfStep: Bool { threshold != .lowerLimit }
}
