import Evidence
import Places
import Tabular

/// The rules of statutory sick pay by tax year: rate, lower earnings limit and who is covered.
///
/// `tax_year,start_date,end_date,ssp_weekly_rate_gbp,lel_weekly_gbp,lel_is_ssp_test,waiting_days,
/// earnings_replacement_pct`, further columns allowed. The file is taken whole or not at all: years
/// that overlap or are missing, and a limit mistaken for the rate, are refused.
public struct SickPayRulesLayout: Layout {
  /// `sick-pay-rules`.
  public let id = "sick-pay-rules"
  /// One line for `inspect`.
  public let summary = "statutory sick pay by tax year: rate, lower earnings limit, waiting days"
  static let columns = [
    "tax_year", "start_date", "end_date", "ssp_weekly_rate_gbp", "lel_weekly_gbp",
    "lel_is_ssp_test", "waiting_days", "earnings_replacement_pct",
  ]
  /// The rules are those of the whole United Kingdom.
  private static let place = "K02000001"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has these columns.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let header = sheet.rows.first else { return .none }
    let missing = Columns(sheet, headerRow: 0).missing(Self.columns)
    if missing.isEmpty { return .match }
    return header.count >= 5 && missing.count <= 3 ? .near(missing: missing) : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.columns)
    guard missing.isEmpty else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var reading = RowReading(context.register)
    reading.extract.published = context.options.published ?? ""
    reading.extract.publisher = "HM Revenue and Customs; Department for Work and Pensions"
    reading.extract.title = "Statutory sick pay and lower earnings limit by tax year"
    reading.extract.measures = Self.measures
    reading.skipHeader(sheet, headerRow: 0)
    var years: [SickPayYear] = []
    for row in sheet.rows.dropFirst() where !reading.skipIfBlank(row) {
      let year = try SickPayYear(row, columns)
      if let last = years.last { try year.follows(last) }
      years.append(year)
      reading.extract.ledger.load()
      reading.extract.observations += year.figures(place: Self.place, columns)
    }
    try Self.tellApart(years)
    return reading.extract
  }

  /// Refuses a rate that is some year's lower earnings limit: tables on the web confuse them.
  private static func tellApart(_ years: [SickPayYear]) throws(ImportError) {
    for year in years {
      guard let other = years.first(where: { $0.limit == year.rate }) else { continue }
      throw ImportError(
        .malformed, line: year.row.line,
        "ssp_weekly_rate_gbp: found £\(year.rate / 100), which is the lower earnings limit of "
          + "\(other.period.label), expected the rate of sick pay")
    }
  }

  private static let measures = [
    Measure(
      id: "sick_pay.weekly_rate", title: "Statutory sick pay for a week, in pence", unit: .pence,
      kind: .ratio),
    Measure(
      id: "sick_pay.lower_limit", title: "Lower earnings limit for a week, in pence",
      unit: .pence, kind: .ratio),
    Measure(
      id: "sick_pay.limit_is_test",
      title: "Whether sick pay depends on the lower earnings limit: 1 yes, 0 no", unit: .count,
      kind: .ratio),
    Measure(
      id: "sick_pay.waiting_days", title: "Waiting days before sick pay", unit: .duration,
      kind: .ratio),
    Measure(
      id: "sick_pay.share_of_earnings", title: "Highest share of earnings paid as sick pay",
      unit: .percent, kind: .ratio),
  ]
}
