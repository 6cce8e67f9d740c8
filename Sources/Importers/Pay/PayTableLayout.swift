import Evidence
import Places
import Tabular

/// Percentiles of pay in one table: a row for each kind of pay, group of employees and area.
///
/// Header `measure,group,code,name,median,mean,p10,p20,…`; pay in pounds, no standard errors. The
/// file says neither the year nor whose jobs they are: `--period 2025 --measure ashe.workplace`.
public struct PayTableLayout: Layout {
  /// `pay-percentiles`.
  public let id = "pay-percentiles"
  /// One line for `inspect`.
  public let summary = "percentiles of pay by area, one row per kind of pay (measure, group, code)"
  private static let required = ["measure", "group", "code", "median", "p10", "p20"]
  private static let groups = ["ft": "full_time", "pt": "part_time"]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has these columns.
  public func recognise(_ sheet: Table) -> Recognition {
    Columns(sheet, requiring: Self.required, within: 1) == nil ? .none : .match
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let columns = Columns(sheet, requiring: Self.required, within: 1),
      let kind = columns["measure"], let group = columns["group"], let code = columns["code"]
    else { throw ImportError(.incomplete, line: 1, "the header lacks measure, group, code or p10") }
    guard let period = context.options.period else {
      throw ImportError(
        .incomplete, line: 1, "the file does not say the survey's year; say it with --period 2025")
    }
    let words = (context.options.measure ?? "").split(separator: ".")
    guard words.count == 2, words[0] == "ashe",
      let analysis = PayMeasure.Analysis(rawValue: String(words[1]))
    else {
      throw ImportError(
        .incomplete, line: 1,
        "the file does not say whether jobs are counted by home or by workplace; say it with "
          + "--measure ashe.resident or --measure ashe.workplace")
    }
    var reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for National Statistics"
    reading.rows.skipHeader(sheet, headerRow: 0)
    let header = sheet.rows[0]
    let statistics = header.fields.indices.compactMap { index in
      PayMeasure.statistic(Columns.key(header[index])).map { ($0, index) }
    }
    for row in sheet.rows.dropFirst() where !reading.rows.skipIfBlank(row) {
      if reading.rows.rejectIfRagged(row, expected: header.count) { continue }
      guard let span = PayMeasure.Span(rawValue: row[kind]) else {
        reading.rows.extract.ledger.skip(.unused)
        continue
      }
      guard let group = Self.group(row[group]) else {
        reading.rows.reject(
          row, field: group + 1, "found '\(row[group])', expected all or female_ft")
        continue
      }
      guard let place = reading.place(row[code], in: row) else { continue }
      let measure = PayMeasure(analysis: analysis, span: span, group: group)
      read(row, statistics, measure, place, period, &reading)
    }
    return reading.finish(Plausibility())
  }

  private static func group(_ text: String) -> String? {
    let words = text.split(separator: "_").map { groups[String($0)] ?? String($0) }
    return PayMeasure.group(words.joined(separator: " ").replacing("_", with: " "))
  }

  private func read(
    _ row: Row, _ statistics: [(String, Int)], _ measure: PayMeasure, _ place: String,
    _ period: Period, _ reading: inout ServiceReading
  ) {
    var figures: [Observation] = []
    for (statistic, at) in statistics {
      let text = CellText.trimmed(row[at])
      let value = CellText.groupedNumber(text)
      guard value.map({ $0 >= 0 }) ?? ["", "x", ":", "..", "-"].contains(text) else {
        reading.rows.reject(
          row, field: at + 1, "found '\(text)', expected pounds or a marker such as x")
        return
      }
      reading.measures.define(measure.measure(statistic))
      figures.append(
        Observation(
          place: place, period: period, measure: measure.id(statistic),
          value: value.map { ($0 * 100).rounded() }, status: value == nil ? .notAvailable : [],
          line: row.line, field: at + 1))
    }
    reading.rows.extract.ledger.load()
    reading.rows.extract.observations += figures
  }
}
