import Evidence
import Places
import Tabular

/// Public health indicators as the new service keeps them: numbers of indicators, no names.
///
/// Publisher: Department of Health and Social Care. `IndicatorId,Year,AgeID,…`; the year is a bare
/// number whose kind is known by the indicator, and the two category columns are exchanged. Where
/// a year stands four times it is once for each quarter, in order.
public struct FingertipsStarLayout: Layout {
  /// `fingertips-star`.
  public let id = "fingertips-star"
  /// One line for `inspect`.
  public let summary = "DHSC public health indicators by number (IndicatorId, Year, AreaCode)"
  private static let required = [
    "indicatorid", "year", "sex", "age", "areacode", "count", "value", "lowerci", "upperci",
    "denominator",
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has these columns.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let missing = Columns(sheet, headerRow: 0).missing(Self.required)
    return missing.isEmpty ? .match : missing.count <= 2 ? .near(missing: missing) : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    guard missing.isEmpty else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var rows = FingertipsStarRows(columns, context, width: sheet.rows[0].count)
    rows.reading.rows.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() where !rows.reading.rows.skipIfBlank(row) { rows.read(row) }
    return rows.finish()
  }
}
