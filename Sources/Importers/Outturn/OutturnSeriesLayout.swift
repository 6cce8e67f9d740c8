import Evidence
import Places
import Tabular

/// Council spending of all years in one file: the multi-year revenue outturn data.
///
/// Publisher: Ministry of Housing, Communities and Local Government, in thousands of pounds. One
/// row per authority and year with a column for every figure of every form; `year_ending` is the
/// last month (`202503` is 2024-25). England's total (E92) is loaded, totals of classes are not.
public struct OutturnSeriesLayout: Layout {
  /// `outturn-series`.
  public let id = "outturn-series"
  /// One line for `inspect`.
  public let summary = "MHCLG revenue outturn, all years in one file"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the file's columns.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let missing = Columns(sheet, headerRow: 0).missing(OutturnSeriesColumns.required)
    guard missing.isEmpty, let columns = OutturnSeriesColumns(sheet) else {
      return missing.count <= 2 ? .near(missing: missing) : .none
    }
    return columns.columns.isEmpty
      ? .near(missing: ["columns of forms RS, RSX or RO3"]) : .match
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let columns = OutturnSeriesColumns(sheet) else {
      let missing = Columns(sheet, headerRow: 0).missing(OutturnSeriesColumns.required)
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var rows = OutturnSeriesRows(
      columns, register: context.register, scale: context.options.scale ?? .thousands)
    rows.read(sheet)
    var extract = rows.extract
    extract.title = "Local authority revenue expenditure and financing: multi-year data"
    extract.publisher = "Ministry of Housing, Communities and Local Government"
    extract.published = context.options.published ?? ""
    context.breaks.mark(&extract.observations)
    return extract
  }
}
