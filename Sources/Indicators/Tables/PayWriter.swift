import Evidence
import Statistics
import Store

/// Writes the shares of jobs below a level of pay.
public enum PayWriter {
  /// Writes estimates.
  public static func write(
    _ estimates: PayEstimates, _ connection: borrowing Connection
  ) throws(StoreError) {
    var insert = try BulkInsert(
      connection, table: "pay_share",
      columns: [
        "place", "survey_year", "analysis", "span", "threshold", "pay_pounds", "rule_year", "share",
        "lower", "upper", "basis", "range_is", "bound_lower", "bound_upper", "relative_error",
        "exponent", "lowest_percentile", "jobs", "jobs_below", "shapes_lower", "shapes_upper",
      ])
    for estimate in estimates.all {
      let share = estimate.share
      let texts = [
        (estimate.place, 0), (estimate.analysis.rawValue, 2), (estimate.span.rawValue, 3),
        (estimate.threshold.rawValue, 4), (estimate.ruleYear.label, 6), (share.basis.rawValue, 10),
        (share.kind.rawValue, 11),
      ]
      for (text, column) in texts { insert.set(text, at: column) }
      insert.set(estimate.period.year, at: 1)
      let numbers: [(Double?, Int)] = [
        (estimate.pay / 100, 5), (share.value, 7), (share.limits.lower, 8), (share.limits.upper, 9),
        (share.bounds.lower, 12), (share.bounds.upper, 13), (share.relativeError, 14),
        (share.exponent, 15), (estimate.lowestPercentile, 16), (estimate.jobs, 17),
        (estimate.jobsBelow?.value, 18), (share.shapes?.lower, 19), (share.shapes?.upper, 20),
      ]
      for (number, column) in numbers {
        if let number { insert.set(number, at: column) }
      }
      try insert.insert()
    }
  }
}
