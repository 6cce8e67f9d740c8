import Evidence
import Places
import Tabular

/// Statutory homelessness by council and quarter: sheets A1, A3, P1, P2, R1, R2 and TA1.
///
/// Publisher: Ministry of Housing, Communities and Local Government, from the H-CLIC returns. Two
/// to seven header rows stand above the data, some with the hidden labels of a pivot table, with
/// columns left empty between groups; data begin at the row of England.
public struct HomelessnessLayout: Layout {
  /// `homelessness`.
  public let id = "homelessness"
  /// One line for `inspect`.
  public let summary = "MHCLG statutory homelessness sheets (A1, A3, P1, P2, R1, R2, TA1)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet is one of these tables.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let title = HomelessnessTitle(sheet) else { return .none }
    guard HomelessnessTable(rawValue: title.table) != nil else {
      return .wrongSheet("this is table \(title.table.uppercased()), which is not read")
    }
    return Self.firstData(sheet) == nil
      ? .near(missing: ["a row of England with the code \(Plausibility.england)"]) : .match
  }

  /// The first row of data: that of England.
  private static func firstData(_ sheet: Table) -> Int? {
    sheet.rows.prefix(20).firstIndex { CellText.trimmed($0[0]) == Plausibility.england }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let title = HomelessnessTitle(sheet), let table = HomelessnessTable(rawValue: title.table)
    else { throw ImportError(.incomplete, line: 1, "no title such as 'Table A1 - …' was found") }
    guard let first = Self.firstData(sheet) else {
      throw ImportError(.incomplete, "no row of England was found below the header")
    }
    guard let period = context.options.period ?? title.period(of: table) else {
      throw ImportError(
        .incomplete, line: 1,
        "no quarter was found in the title '\(title.text)'; say which with --period 2024-01-01/P3M")
    }
    let columns = HomelessnessColumns(sheet, above: first, table: table)
    guard !columns.all.isEmpty else {
      throw ImportError(.incomplete, line: 1, "no column has a heading")
    }
    var rows = HomelessnessRows(columns, table: table, period: period, context)
    rows.reading.rows.extract.title = title.text
    rows.read(sheet, firstData: first)
    return rows.finish()
  }
}
