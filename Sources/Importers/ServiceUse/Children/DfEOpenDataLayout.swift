import Evidence
import Places
import Tabular

/// Statistics of children and schools as the Department for Education gives them out as data.
///
/// `time_period,time_identifier,geographic_level,…`, then the code and the name of the council in
/// either order, then columns of categories and columns of figures, which are told apart by what
/// stands in them. Every cell of figures is a figure of its own.
public struct DfEOpenDataLayout: Layout {
  /// `dfe-open-data`.
  public let id = "dfe-open-data"
  /// One line for `inspect`.
  public let summary = "DfE open data: time_period, geographic_level, councils, categories, figures"
  private static let required = [
    "time_period", "time_identifier", "geographic_level", "country_code",
  ]
  /// Columns that say when and where; all others are categories or figures.
  static let keys: Set<String> = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "new_la_code", "la_name",
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the columns that all of these files begin with.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    // Population estimates share the columns and have a layout of their own.
    if missing.isEmpty, columns["age_group"] != nil, columns["population_estimate"] != nil {
      return .none
    }
    return missing.isEmpty ? .match : missing.count == 1 ? .near(missing: missing) : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    guard missing.isEmpty else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var rows = DfERows(sheet, columns, context)
    guard !rows.hasNoFigures else {
      throw ImportError(.incomplete, line: 1, "no column holds figures")
    }
    rows.reading.rows.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() where !rows.reading.rows.skipIfBlank(row) { rows.read(row) }
    return rows.finish()
  }
}
