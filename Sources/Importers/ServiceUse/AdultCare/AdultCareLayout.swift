import Evidence
import Places
import Tabular

/// Adult social care outcomes by council: one table for each measure of the framework (ASCOF).
///
/// Publisher: Department of Health and Social Care. Four to six rows of explanation, then columns
/// such as `2024 to 2025 - numerator`. Surveys give a margin of error, respondents and an outcome
/// for ten years; administrative measures a numerator, a denominator and an outcome.
public struct AdultCareLayout: Layout {
  /// `adult-care`.
  public let id = "adult-care"
  /// One line for `inspect`.
  public let summary = "DHSC adult social care outcomes framework tables (ASCOF)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet is one of these tables, or another sheet of their workbook.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let title = sheet.rows.first.map({ CellText.key($0[0]) }) else { return .none }
    if let header = AdultCareColumns(sheet), !header.groups.isEmpty { return .match }
    let others = [
      ("comparability over time table log", "the log of what changed over time"),
      ("contents table measure descriptions", "the list of measures"),
      ("measures from the adult social care outcomes framework", "the cover"),
    ]
    for (start, what) in others where title.hasPrefix(start) {
      return .wrongSheet("this is \(what) of the adult social care workbook, without figures")
    }
    let isNotes = sheet.rows.prefix(4).contains { CellText.key($0[0]).hasPrefix("note number") }
    if title == "notes", isNotes {
      return .wrongSheet("this is the notes sheet of a workbook, without figures")
    }
    return .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let columns = AdultCareColumns(sheet), !columns.groups.isEmpty else {
      throw ImportError(
        .incomplete,
        "no row has the columns Local authority code, ONS area code and '2024 to 2025 - outcome'")
    }
    guard let measure = AdultCareMeasure(title: sheet.rows[0][0]) else {
      throw ImportError(
        .incomplete, line: sheet.rows[0].line,
        "found the title '\(sheet.rows[0][0])', expected one such as 'Table 2a: …'")
    }
    var rows = AdultCareRows(columns, measure, context)
    rows.read(sheet)
    return rows.finish()
  }
}
