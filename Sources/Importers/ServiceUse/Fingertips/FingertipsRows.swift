import Evidence
import Places
import Tabular

/// Reads the rows of a Fingertips file.
struct FingertipsRows {
  /// Where the parts of a figure stand.
  private struct At {
    let indicator, name, area, areaName, sex, age, type, category, period: Int
    let value, lower, upper, count, denominator, note: Int

    init(_ columns: Columns) {
      func at(_ name: String) -> Int { columns[name] ?? 0 }
      indicator = at("indicator id")
      name = at("indicator name")
      area = at("area code")
      areaName = at("area name")
      sex = at("sex")
      age = at("age")
      type = at("category type")
      category = at("category")
      period = at("time period")
      value = at("value")
      lower = at("lower ci 95.0 limit")
      upper = at("upper ci 95.0 limit")
      count = at("count")
      denominator = at("denominator")
      note = at("value note")
    }
  }

  /// Rows, places and measures.
  var reading: ServiceReading
  private let at: At
  private var once = FigureKeys()
  private var ids: [[String]: String] = [:]
  private var periods: [String: PublishedPeriod] = [:]
  private var notes = NoteTally()
  private var inherited = 0
  private var scales = RateScales()

  init(_ columns: Columns, _ context: ImportContext) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for Health Improvement and Disparities"
    reading.rows.extract.title = "Fingertips public health indicators"
    at = At(columns)
  }

  /// Reads one row; a last empty column may be missing.
  mutating func read(_ row: Row) {
    guard row.count > at.note else {
      reading.rows.reject(
        row, field: row.count, "found \(row.count) fields, expected at least \(at.note + 1)")
      return
    }
    guard let place = reading.place(row[at.area], row[at.areaName], in: row) else { return }
    guard let indicator = Int(row[at.indicator]) else {
      reading.rows.reject(
        row, field: at.indicator + 1, "found '\(row[at.indicator])', expected an indicator's number"
      )
      return
    }
    guard let period = period(row[at.period], indicator) else {
      reading.rows.reject(
        row, field: at.period + 1, "found '\(row[at.period])', expected a period such as 2019/20")
      return
    }
    var figure = Observation(
      place: place, period: period.period, measure: measure(row, indicator), value: nil,
      status: period.status, line: row.line, field: at.value + 1)
    let text = CellText.trimmed(row[at.value])
    let note = CellText.trimmed(row[at.note])
    if let value = CellText.number(text) {
      figure.value = value
      figure.lower = CellText.number(row[at.lower])
      figure.upper = CellText.number(row[at.upper])
    } else if text.isEmpty || text.hasPrefix("<div class=\"no-data\">") {
      figure.status.insert(note.contains("uppressed") ? .confidential : .notAvailable)
    } else {
      reading.rows.reject(row, field: at.value + 1, "found '\(text)', expected a number")
      return
    }
    figure.count = CellText.number(row[at.count])
    figure.denominator = CellText.number(row[at.denominator])
    explain(note, row, &figure)
    keep(figure, row)
  }

  private mutating func keep(_ figure: Observation, _ row: Row) {
    let index = reading.rows.extract.observations.count
    if let before = once.insert(figure, at: index) {
      let first = reading.rows.extract.observations[before]
      if first.value == figure.value, first.count == figure.count, first.status == figure.status {
        // The same row stands once under no parent and once under England.
        reading.rows.extract.ledger.skip(.repeated)
        return
      }
    }
    scales.add(figure)
    reading.rows.load(figure)
  }

  private mutating func period(_ text: String, _ indicator: Int) -> PublishedPeriod? {
    let key = "\(indicator) \(text)"
    if let known = periods[key] { return known }
    let found = FingertipsYear.period(text, indicator: indicator)
    periods[key] = found
    return found
  }

  private mutating func measure(_ row: Row, _ indicator: Int) -> String {
    let key = [row[at.indicator], row[at.sex], row[at.age], row[at.type], row[at.category]]
    if let known = ids[key] { return known }
    let breakdown = FingertipsBreakdown(
      sex: key[1], age: key[2], type: key[3], category: key[4])
    let id = "fingertips.\(indicator)\(breakdown.suffix)"
    let known = FingertipsIndicator.all[indicator]
    let name = CellText.trimmed(row[at.name])
    let title = breakdown.words.isEmpty ? name : "\(name): \(breakdown.words)"
    ids[key] = id
    reading.measures.define(
      Measure(
        id: id, title: title, unit: known?.unit ?? .rate, kind: known?.kind ?? .ratio,
        polarity: known?.polarity ?? .neutral))
    return id
  }

  /// Counts what is said of a value, and keeps joint figures from being counted twice.
  private mutating func explain(_ note: String, _ row: Row, _ figure: inout Observation) {
    guard !note.isEmpty else { return }
    notes.add(note, line: row.line)
    guard let area = CombinedArea(note: note) else { return }
    if case .inherited = area {
      inherited += 1
      return
    }
    figure.status.insert(.estimated)
    if area.isCountedElsewhere(row[at.areaName]) {
      figure.count = nil
      figure.denominator = nil
    }
  }

  /// Ends the reading with the publisher's notes and the checks.
  mutating func finish() -> Extract {
    reading.rows.extract.notes += notes.notes
    if inherited > 0 {
      // The predecessor itself is not a row of this file's boundaries: nothing is counted twice.
      reading.note("\(inherited) figures are a predecessor's, printed for its successor")
    }
    return reading.finish(
      Plausibility(
        units: scales.units, countRounding: 2.5, valueRounding: 0.05, hasUnscaledLimits: true))
  }
}
