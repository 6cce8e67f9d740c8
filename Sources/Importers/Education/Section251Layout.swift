import Evidence
import Places
import Tabular

/// Children's services spending by authority and line: the Section 251 outturn tables.
///
/// Publisher: Department for Education, in pounds, one row per authority and line (table A1 and
/// its predecessors). A file gives no total for England: where every authority with the duty is
/// in it, their sum is added with line 0. The file does not name its year, so it must be said.
public struct Section251Layout: Layout {
  /// `section-251`.
  public let id = "section-251"
  /// One line for `inspect`.
  public let summary = "DfE Section 251 outturn: children's services by line"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet is a table of children's services.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let columns = Section251Columns(sheet) else {
      return Section251Columns.missing(sheet).map { .near(missing: $0) } ?? .none
    }
    return Section251Form(sheet, columns).isChildrensServices
      ? .match : .near(missing: ["lines of children's services"])
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let columns = Section251Columns(sheet) else {
      throw ImportError(.incomplete, "no row with LA, line, total expenditure and income was found")
    }
    let form = Section251Form(sheet, columns)
    guard let period = context.options.period else {
      let hint = form.likelyYear.map { "; its lines are those of the form of \($0)" } ?? ""
      throw ImportError(
        .incomplete, line: sheet.rows[columns.headerRow].line,
        "the file does not say which year it is of\(hint); say it with --period "
          + (form.likelyYear ?? "2012-13"))
    }
    var rows = Section251Rows(
      columns: columns, form: form, register: context.register, period: period,
      scale: context.options.scale ?? .pounds)
    rows.read(sheet)
    var extract = rows.extract
    extract.title = "Section 251 outturn, children's and young people's services"
    extract.publisher = "Department for Education"
    extract.published = context.options.published ?? ""
    context.breaks.mark(&extract.observations)
    return extract
  }
}
