import Evidence
import Places
import Tabular

/// Percentiles of pay by area, as Nomis gives them out.
///
/// Publisher: Office for National Statistics, Annual Survey of Hours and Earnings. By district,
/// county, region or parliamentary constituency; annual, weekly or hourly gross pay. A figure that
/// is suppressed as unreliable (`#`) or missing (`-`) is kept with its reason; notes below the
/// data may begin with the same signs and are told apart by having no area code.
public struct NomisPercentilesLayout: Layout {
  /// `nomis-percentiles`.
  public let id = "nomis-percentiles"
  /// One line for `inspect`.
  public let summary = "ASHE percentiles of pay by area, from Nomis (number and conf % columns)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the two header rows of these tables.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let head = NomisHead(sheet) else { return .none }
    if head.columns.isEmpty { return .near(missing: ["a column 'Median' or '10 percentile'"]) }
    return head.year == nil ? .near(missing: ["a line 'date,2024' above the header"]) : .match
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let head = NomisHead(sheet) else {
      throw ImportError(
        .incomplete, "no row of headings with 'number' and 'conf %' below was found")
    }
    guard let period = context.options.period ?? head.year.map(Period.calendarYear) else {
      throw ImportError(
        .incomplete, line: 1,
        "no line such as 'date,2024' says the year of the survey; say it with --period 2024")
    }
    let measure = try head.measure()
    var rows = NomisRows(head, measure, period, context)
    rows.read(sheet)
    return rows.finish()
  }
}
