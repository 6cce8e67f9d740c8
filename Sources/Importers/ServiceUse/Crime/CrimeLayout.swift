import Evidence
import Places
import Tabular

/// Police recorded crime by community safety partnership and by police force.
///
/// Publisher: Office for National Statistics. Tables C2 (offences), C3 (change), C4 (rates) by
/// partnership and P1, P3, P5 by force, each with six to eight rows above its header. Partnerships
/// are turned into councils: most are one council; several in one council are added up; one of
/// several councils gives each of them its rate, marked estimated, and none of them its count.
/// Forces are taken from their own tables only, whose rates rest on later numbers of residents.
public struct CrimeLayout: Layout {
  /// `crime-csp`.
  public let id = "crime-csp"
  /// One line for `inspect`.
  public let summary = "ONS recorded crime by partnership (C2, C3, C4) and force (P1, P3, P5)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet is one of these tables, or another sheet of their workbooks.
  public func recognise(_ sheet: Table) -> Recognition {
    if let table = CrimeTable(sheet) { return table.isPlain ? .match : .none }
    guard let title = sheet.rows.first.map({ CellText.key($0[0]) }) else { return .none }
    if title.hasPrefix("table c1 list of combined local authorities") {
      return .wrongSheet("this is the list of combined partnerships (table C1), without figures")
    }
    let isNotes = sheet.rows.prefix(5).contains { CellText.key($0[0]).hasPrefix("note number") }
    return title == "notes" && isNotes
      ? .wrongSheet("this is the notes sheet of a workbook, without figures") : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let table = CrimeTable(sheet) else {
      throw ImportError(.incomplete, "no header row with areas and offences was found")
    }
    guard let period = context.options.period ?? table.period else {
      throw ImportError(
        .incomplete, line: sheet.rows[0].line,
        "no year was found above the header; say which with --period 2024-01-01/P1Y")
    }
    if table.isByPartnership {
      var rows = PartnershipRows(table, period: period, context)
      rows.read(sheet)
      return rows.finish()
    }
    var rows = ForceRows(table, period: period, context)
    rows.read(sheet)
    return rows.finish()
  }
}
