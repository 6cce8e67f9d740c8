import Evidence
import Places
import Tabular

/// Public health indicators as Fingertips gives them out: one row for each figure.
///
/// Publisher: Office for Health Improvement and Disparities, formerly Public Health England. 26
/// columns until 2021, 27 since. Breakdowns by age, sex and deprivation stand among the headline
/// rows; why a value is missing stands in words in `Value note`. Units are in no file: they are
/// known for some indicators and told from value, count and denominator for the others.
public struct FingertipsLayout: Layout {
  /// `fingertips`.
  public let id = "fingertips"
  /// One line for `inspect`.
  public let summary = "OHID Fingertips indicators (26 or 27 columns)"
  /// The columns without which a figure cannot be told.
  private static let required = [
    "indicator id", "indicator name", "area code", "area type", "sex", "age", "category",
    "category type", "time period", "value", "lower ci 95.0 limit", "upper ci 95.0 limit", "count",
    "denominator", "value note",
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the columns of Fingertips, or is a list that goes with it.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let header = sheet.rows.first else { return .none }
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    if missing.isEmpty { return .match }
    if let what = Self.dictionary(columns) {
      return .wrongSheet("this is \(what) of the public health files, without figures of places")
    }
    return header.fields.count > 15 && missing.count <= 4 ? .near(missing: missing) : .none
  }

  /// What a list without figures is, by its columns.
  private static func dictionary(_ columns: Columns) -> String? {
    func has(_ names: String...) -> Bool { columns.missing(names).isEmpty }
    if has("ageid", "minyears", "maxyears") { return "the list of ages" }
    if has("categoryname", "categorytypename") { return "the list of categories" }
    if has("iid", "unitvalue", "valuetype") { return "the list of units and methods" }
    if has("indicatorid", "polarity", "benchmarkcomparisonmethod") {
      return "the list of indicators"
    }
    return nil
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    guard missing.isEmpty else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var rows = FingertipsRows(columns, context)
    rows.reading.rows.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() where !rows.reading.rows.skipIfBlank(row) { rows.read(row) }
    return rows.finish()
  }
}
