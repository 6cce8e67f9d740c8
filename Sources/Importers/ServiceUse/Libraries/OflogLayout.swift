import Evidence
import Places
import Tabular

/// Adult social care metrics of the Office for Local Government, ASC1 to ASC7.
///
/// One row for each council, year and metric. Medians, distances from them and ranks are not
/// loaded: they follow from the values.
public struct OflogLayout: Layout {
  /// `oflog`.
  public let id = "oflog"
  /// One line for `inspect`.
  public let summary = "Office for Local Government metrics (Financial year, Measure, Code, Value)"
  private static let required = [
    "financial year", "local authority code", "measure", "code", "value", "mads_from_median",
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
    var reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for Local Government"
    reading.rows.extract.title = "Adult social care metrics"
    reading.rows.skipHeader(sheet, headerRow: 0)
    let width = sheet.rows[0].count
    for row in sheet.rows.dropFirst() where !reading.rows.skipIfBlank(row) {
      if reading.rows.rejectIfRagged(row, expected: width) { continue }
      Self.read(row, columns, &reading)
    }
    return reading.finish(Plausibility())
  }

  private static func read(_ row: Row, _ columns: Columns, _ reading: inout ServiceReading) {
    func at(_ name: String) -> Int { columns[name] ?? 0 }
    let name = columns["local authority name"].map { row[$0] } ?? ""
    guard let place = reading.place(row[at("local authority code")], name, in: row) else { return }
    let year = row[at("financial year")]
    guard let period = PublishedPeriod(year)?.period else {
      reading.rows.reject(
        row, field: at("financial year") + 1, "found '\(year)', expected a year such as 2022-23")
      return
    }
    let text = CellText.trimmed(row[at("value")])
    let value = CellText.number(text)
    guard value != nil || text.isEmpty else {
      reading.rows.reject(row, field: at("value") + 1, "found '\(text)', expected a number")
      return
    }
    let code = row[at("code")]
    let id = "oflog.\(Slug.of(code))"
    if !reading.measures.contains(id) { reading.measures.define(measure(id, row[at("measure")])) }
    reading.rows.load(
      Observation(
        place: place, period: period, measure: id, value: value,
        status: value == nil ? .notAvailable : [], line: row.line, field: at("value") + 1))
  }

  /// Scores of 12 and of 1, percentages, and requests per 100,000 adults.
  private static func measure(_ id: String, _ title: String) -> Measure {
    let words = title.hasPrefix("Outcome, ") ? String(title.dropFirst(9)) : title
    let isRate = ["oflog.asc1", "oflog.asc2", "oflog.asc6"].contains(id)
    let polarity: Measure.Polarity =
      id == "oflog.asc7" ? .low : id == "oflog.asc6" ? .neutral : .high
    return Measure(
      id: id, title: words, unit: isRate ? .rate : .percent, kind: .ratio, tier: "upper",
      polarity: polarity, service: "asc")
  }
}
