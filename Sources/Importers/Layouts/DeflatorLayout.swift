import Places
import Evidence
import Tabular

/// Prices of the whole economy by year: the GDP deflator.
///
/// - HM Treasury's series by financial year: `year,deflator_index,source`; the source column says
///   which years are the Office for Budget Responsibility's forecast, marked `f`.
/// - ONS series YBGB: eight rows of description, then `1948,2.7` and `1955 Q1,…`; whole years are
///   loaded, quarters are counted as not used.
public struct DeflatorLayout: Layout {
  /// `deflator`.
  public let id = "deflator"
  /// One line for `inspect`.
  public let summary = "GDP deflator by year (HM Treasury, ONS YBGB)"
  /// Prices are of the whole United Kingdom.
  private static let place = "K02000001"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet holds a deflator.
  public func recognise(_ sheet: Table) -> Recognition {
    if Columns(sheet, requiring: ["year", "deflator_index"], within: 1) != nil { return .match }
    return seriesCode(sheet) == "YBGB" ? .match : .none
  }

  private func seriesCode(_ sheet: Table) -> String? {
    sheet.rows.prefix(10).first { $0[0] == "CDID" }.map { CellText.trimmed($0[1]) }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    var extract = Extract()
    extract.published = context.options.published ?? ""
    guard let columns = Columns(sheet, requiring: ["year", "deflator_index"], within: 1) else {
      return series(sheet, context)
    }
    extract.ledger.skip(.header)
    let value = columns["deflator_index"] ?? 1
    for row in sheet.rows.dropFirst() {
      guard let period = Period(financialYear: row[columns["year"] ?? 0]),
        let number = CellText.number(row[value]), number > 0
      else {
        extract.ledger.reject()
        extract.rejects.append(
          Reject(
            line: row.line, field: 1,
            reason: "expected a year such as 2024-25 and a positive index",
            raw: row.fields.joined(separator: ",")))
        continue
      }
      let isForecast = columns["source"].map { row[$0].contains("forecast") } ?? false
      extract.ledger.load()
      extract.observations.append(
        Observation(
          place: Self.place, period: period, measure: "deflator.gdp", value: number,
          status: isForecast ? .forecast : [], line: row.line, field: value + 1))
    }
    return extract
  }

  private func series(_ sheet: Table, _ context: ImportContext) -> Extract {
    var extract = Extract()
    for row in sheet.rows {
      let name = CellText.trimmed(row[0])
      if name == "Title" { extract.title = row[1] }
      if name == "Release date" {
        let parts = row[1].split(separator: "-").compactMap { Int($0) }
        if parts.count == 3, let day = Day(year: parts[2], month: parts[1], day: parts[0]) {
          extract.published = context.options.published ?? day.iso
        }
      }
      if let year = Int(name), (1900...2100).contains(year), let value = CellText.number(row[1]) {
        extract.ledger.load()
        extract.observations.append(
          Observation(
            place: Self.place, period: .calendarYear(year), measure: "deflator.ybgb", value: value,
            line: row.line, field: 2))
      } else {
        extract.ledger.skip(name.contains(" Q") ? .unused : .preamble)
      }
    }
    return extract
  }
}
