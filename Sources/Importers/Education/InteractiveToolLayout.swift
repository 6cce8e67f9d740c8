import Evidence
import Places
import Tabular

/// The long file of the local authority interactive tool: spending and outcomes for children.
///
/// Publisher: Department for Education. One row per measure, year and area, `-` where there is no
/// figure. Spending is the Section 251 outturn and is kept under the outturn's own lines
/// (`s251.looked_after.gross`), everything else as `lait.` and the tool's short name.
public struct InteractiveToolLayout: Layout {
  /// `dfe-lait`.
  public let id = "dfe-lait"
  /// One line for `inspect`.
  public let summary = "DfE local authority interactive tool (long file)"
  private static let required = [
    "short desc", "years", "la and regions", "values", "la number",
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the tool's columns.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let columns = Columns(sheet, headerRow: 0)
    if columns["measure_short"] != nil, columns["polarity"] != nil {
      return .wrongSheet("this is the tool's dictionary of measures, which holds no figures")
    }
    let missing = columns.missing(Self.required)
    if missing.isEmpty { return .match }
    return missing.count <= 2 ? .near(missing: missing) : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    guard let short = columns["short desc"], let year = columns["years"],
      let value = columns["values"], let number = columns["la number"],
      let name = columns["la and regions"]
    else {
      throw ImportError(
        .incomplete, line: 1,
        "the header lacks \(columns.missing(Self.required).joined(separator: ", "))")
    }
    var rows = InteractiveToolRows(
      at: .init(
        short: short, year: year, value: value, number: number, name: name,
        width: sheet.rows[0].count), register: context.register)
    rows.read(sheet)
    var extract = rows.extract
    extract.title = "Local authority interactive tool (LAIT)"
    extract.publisher = "Department for Education"
    extract.published = context.options.published ?? ""
    context.breaks.mark(&extract.observations)
    return extract
  }
}
