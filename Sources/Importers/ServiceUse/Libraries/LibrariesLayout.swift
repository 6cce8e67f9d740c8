import Evidence
import Places
import Tabular

/// Use of public libraries by library service, for a year, and loans by month, quarter or year.
///
/// Publisher: Arts Council England. A cell left empty had no return. Loans of one format stand in
/// several rows where a service counts it in parts; the parts add up to the service's own total.
public struct LibrariesLayout: Layout {
  /// `libraries`.
  public let id = "libraries"
  /// One line for `inspect`.
  public let summary = "Arts Council England library use: services by year, loans by period"
  private static let services = ["authority code", "library service", "period", "users", "visits"]
  private static let loans = ["authority", "format", "content age group", "period", "count"]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the columns of one of the two files.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let columns = Columns(sheet, headerRow: 0)
    let isKnown = columns.missing(Self.services).isEmpty || columns.missing(Self.loans).isEmpty
    return isKnown ? .match : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    var rows = LibraryRows(columns, context, width: sheet.rows[0].count)
    rows.reading.rows.skipHeader(sheet, headerRow: 0)
    let isLoans = columns.missing(Self.loans).isEmpty
    guard isLoans || columns.missing(Self.services).isEmpty else {
      throw ImportError(
        .incomplete, line: 1,
        "the header lacks \(columns.missing(Self.services).joined(separator: ", "))")
    }
    for row in sheet.rows.dropFirst() where !rows.reading.rows.skipIfBlank(row) {
      if isLoans { rows.readLoans(row) } else { rows.readService(row) }
    }
    return rows.finish()
  }
}
