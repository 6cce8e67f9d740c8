import Evidence
import Places
import Tabular

/// A tax year's rules as a row of the rules file gives them.
struct SickPayYear {
  let row: Row
  let period: Period
  let start: Day
  let end: Day
  /// In pence.
  let rate: Int
  /// In pence.
  let limit: Int
  let limitIsTest: Bool
  let waitingDays: Int
  let share: Int?

  /// Reads a row.
  ///
  /// - Throws: `ImportError` with line and column of what is not understood or cannot be.
  init(_ row: Row, _ columns: Columns) throws(ImportError) {
    func text(_ name: String) -> String { columns[name].map { CellText.trimmed(row[$0]) } ?? "" }
    func refusal(_ name: String, _ expected: String) -> ImportError {
      ImportError(
        .malformed, line: row.line, column: columns[name].map { $0 + 1 },
        "\(name): found '\(text(name))', expected \(expected)")
    }
    func pence(_ name: String) throws(ImportError) -> Int {
      guard let money = Money.read(text(name)), !money.wasRounded, money.money.pence > 0 else {
        throw refusal(name, "an amount in pounds such as 118.75")
      }
      return Int(money.money.pence)
    }
    self.row = row
    guard let period = Period(financialYear: text("tax_year")) else {
      throw refusal("tax_year", "a tax year such as 2025-26")
    }
    self.period = period
    guard let start = Day(text("start_date")), start.year == period.year, start.month == 4,
      start.day == 6
    else { throw refusal("start_date", "\(period.year)-04-06, the tax year's first day") }
    guard let end = Day(text("end_date")), end.year == period.year + 1, end.month == 4,
      end.day == 5
    else { throw refusal("end_date", "\(period.year + 1)-04-05, the tax year's last day") }
    self.start = start
    self.end = end
    rate = try pence("ssp_weekly_rate_gbp")
    limit = try pence("lel_weekly_gbp")
    guard limit % 100 == 0 else {
      throw refusal(
        "lel_weekly_gbp",
        "whole pounds, as lower earnings limits are; this looks like the rate of sick pay")
    }
    guard rate < limit else {
      throw refusal(
        "ssp_weekly_rate_gbp",
        "less than the lower earnings limit of £\(limit / 100); the two look exchanged")
    }
    guard ["yes", "no"].contains(text("lel_is_ssp_test")) else {
      throw refusal("lel_is_ssp_test", "yes or no")
    }
    limitIsTest = text("lel_is_ssp_test") == "yes"
    guard let days = Int(text("waiting_days")), (0...28).contains(days) else {
      throw refusal("waiting_days", "a number of days")
    }
    waitingDays = days
    let share = text("earnings_replacement_pct")
    guard share.isEmpty || Int(share).map({ (1...100).contains($0) }) ?? false else {
      throw refusal("earnings_replacement_pct", "a whole percentage, or nothing")
    }
    self.share = Int(share)
  }

  /// Checks that this year begins on the day after another ended.
  ///
  /// - Throws: `ImportError` where they overlap, or a year between them is missing.
  func follows(_ last: SickPayYear) throws(ImportError) {
    if start <= last.end {
      throw ImportError(
        .malformed, line: row.line,
        "the tax year \(period.label) begins on \(start), before \(last.period.label) on line "
          + "\(last.row.line) has ended: years must follow one another once each")
    }
    guard start == last.end.next else {
      throw ImportError(
        .malformed, line: row.line,
        "a tax year is missing between \(last.period.label) on line \(last.row.line) and "
          + "\(period.label)")
    }
  }

  /// The year's figures; a share of earnings that the law does not know is not applicable.
  func figures(place: String, _ columns: Columns) -> [Observation] {
    func figure(_ measure: String, _ value: Double?, _ column: String) -> Observation {
      Observation(
        place: place, period: period, measure: "sick_pay.\(measure)", value: value,
        status: value == nil ? .notApplicable : [], line: row.line,
        field: (columns[column] ?? 0) + 1)
    }
    return [
      figure("weekly_rate", Double(rate), "ssp_weekly_rate_gbp"),
      figure("lower_limit", Double(limit), "lel_weekly_gbp"),
      figure("limit_is_test", limitIsTest ? 1 : 0, "lel_is_ssp_test"),
      figure("waiting_days", Double(waitingDays), "waiting_days"),
      figure("share_of_earnings", share.map(Double.init), "earnings_replacement_pct"),
    ]
  }
}
