import Evidence
import Statistics

/// What a survey of pay says of the jobs of one place.
public struct PaySurvey: Sendable {
  /// Where jobs are counted.
  public enum Analysis: String, Sendable, CaseIterable {
    /// Where people live.
    case resident
    /// Where they work.
    case workplace
  }

  /// What time pay is for.
  public enum Span: String, Sendable, CaseIterable {
    /// A year; of jobs held for more than a year only.
    case annual
    /// A week in April.
    case weekly

    /// Weeks of pay in it.
    public var weeks: Double { self == .annual ? 52 : 1 }
  }

  /// The place's code.
  public let place: String
  /// The year of the survey.
  public let period: Period
  /// Where jobs are counted.
  public let analysis: Analysis
  /// What time pay is for.
  public let span: Span
  /// The published percentiles, in pence; nil where none is usable or they do not rise.
  public let curve: PayCurve?
  /// The number of jobs; nil where it is not published.
  public let jobs: Double?
  /// The relative standard error of the number of jobs.
  public let jobsError: Double?

  /// The tax year whose rules the pay was earned under.
  ///
  /// The survey falls in April after the new tax year began. Weekly pay belongs to that year;
  /// annual pay to the year that had just ended.
  public var taxYear: Period {
    .financialYear(span == .annual ? period.year - 1 : period.year)
  }

  /// Makes a survey's figures of a place.
  public init(
    place: String, period: Period, analysis: Analysis, span: Span, curve: PayCurve?,
    jobs: Double? = nil, jobsError: Double? = nil
  ) {
    self.place = place
    self.period = period
    self.analysis = analysis
    self.span = span
    self.curve = curve
    self.jobs = jobs
    self.jobsError = jobsError
  }

  /// The published pay of a percentile for a week, in pence, with its standard error; nil where
  /// it is suppressed.
  public func weeklyPay(at percentile: Double) -> (pay: Double, relativeError: Double?)? {
    curve?.points.first { $0.percentile == percentile }
      .map { ($0.pay / span.weeks, $0.relativeError) }
  }
}
