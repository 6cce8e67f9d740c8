import Evidence
import Indicators
import Places
import Statistics
import Tabular

/// What a plan needs of sick pay: one row for each scenario and each job of the place's pay.
///
/// A job is one at a percentile of weekly pay. Money is in pounds; cells without a figure are empty.
struct SickPayInputs {
  /// The file's name, beside the report.
  static let name = "sick-pay.csv"
  /// The headings.
  static let header = [
    "areacd", "areanm", "scenario", "title", "weekly_rate", "lower_limit", "share_of_earnings",
    "waiting_days", "jobs_gaining_cover", "jobs_lower", "jobs_upper", "share_gaining_cover",
    "share_lower", "share_upper", "basis", "percentile", "weekly_pay", "weekly_pay_lower",
    "weekly_pay_upper", "weekly_sick_pay", "lost_in_a_week", "lost_in_two_days", "status",
    "pay_year", "lost_in_a_week_lower", "lost_in_a_week_upper", "lost_in_two_days_lower",
    "lost_in_two_days_upper",
  ]

  private let place: Place
  private let pay: PayEstimates

  init(_ story: PlaceStory) {
    place = story.place
    pay = story.context.pay
  }

  /// The file; nil for a place of which nothing is known.
  var bytes: [UInt8]? {
    guard
      let estimate = pay.estimate(place.code, .lowerLimit, .resident)
        ?? pay.estimate(place.code, .lowerLimit, .workplace)
    else { return nil }
    var writer = CSVWriter()
    writer.append(record: Self.header)
    for scenario in pay.scenarios {
      for percentile in PayEstimates.percentiles {
        writer.append(
          record: [place.code, place.name] + terms(scenario) + gain(scenario, estimate)
            + job(scenario, percentile))
      }
    }
    return writer.bytes
  }

  private func terms(_ scenario: SickPayScenario) -> [String] {
    let rule = scenario.rule
    return [
      scenario.id, scenario.title, Self.pounds(rule.weeklyRate),
      rule.lowerLimit.map(Self.pounds) ?? "", rule.shareOfEarnings.map(String.init) ?? "",
      String(rule.waitingDays),
    ]
  }

  /// Jobs that had no sick pay before April 2026 and have it under a scenario without a limit.
  private func gain(_ scenario: SickPayScenario, _ estimate: PayEstimate) -> [String] {
    guard scenario.rule.lowerLimit == nil else {
      return ["0", "0", "0", "0", "0", "0", PayShare.Basis.law.rawValue]
    }
    let below = estimate.jobsBelow
    let share = estimate.share
    return [below?.value, below?.lower, below?.upper].map { DecimalOutput.fixed($0, 0) }
      + [share.value, share.limits.lower, share.limits.upper].map { DecimalOutput.fixed($0, 2) }
      + [share.basis.rawValue]
  }

  private func job(_ scenario: SickPayScenario, _ percentile: Double) -> [String] {
    let name = String(Int(percentile))
    guard let found = pay.weeklyPay(place.code, at: percentile) else {
      return [name, "", "", "", "", "", "", "x", "", "", "", "", ""]
    }
    let pence = Int(found.pay.rounded())
    func lost(_ days: Int) -> String {
      guard let absence = try? SickAbsence(workingDays: days, daysPerWeek: 5),
        let payment = try? scenario.rule.pay(pence, for: absence)
      else { return "" }
      return Self.pounds(payment.lost)
    }
    return [
      name, Self.pounds(pence), DecimalOutput.fixed(found.limits.map { $0.lower / 100 }, 2),
      DecimalOutput.fixed(found.limits.map { $0.upper / 100 }, 2),
      Self.pounds(scenario.rule.week(pence)), lost(5), lost(2), found.isEstimated ? "e" : "",
      found.period.label,
    ] + [5, 2].flatMap { Self.ends(found, scenario, days: $0) }
  }

  /// What is lost at the two ends of a job's pay, in pence; nil where no error is published.
  static func lost(
    _ pay: WeeklyPay, _ scenario: SickPayScenario, _ absence: SickAbsence
  ) -> (low: Int, high: Int)? {
    guard let limits = pay.limits else { return nil }
    let ends = [limits.lower, limits.upper].compactMap { pay in
      try? scenario.rule.pay(Int(pay.rounded()), for: absence).lost
    }
    guard let low = ends.min(), let high = ends.max() else { return nil }
    return (low, high)
  }

  private static func ends(
    _ pay: WeeklyPay, _ scenario: SickPayScenario, days: Int
  ) -> [String] {
    guard let absence = try? SickAbsence(workingDays: days, daysPerWeek: 5),
      let (low, high) = lost(pay, scenario, absence)
    else { return ["", ""] }
    return [Self.pounds(low), Self.pounds(high)]
  }

  private static func pounds(_ pence: Int) -> String {
    DecimalOutput.fixed(Double(pence) / 100, 2)
  }
}
