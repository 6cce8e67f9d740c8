import Evidence
import Places
import Tabular

/// Reads the rows of a star file.
struct FingertipsStarRows {
  /// Rows, places and measures.
  var reading: ServiceReading
  private let columns: [Int]
  private let width: Int
  private var ids: [[String]: String] = [:]
  private var units: [String: Double] = [:]
  private var once = FigureKeys()
  private var quarters = FigureKeys()
  private var quarterOf: [Int: Int] = [:]
  private var ordered = 0
  /// Figures that stand twice with different values, and the lines of the first of them.
  private var others = 0
  private var otherLines = (first: 0, second: 0)

  private enum At: Int {
    case indicator, year, sex, age, area, count, value, lower, upper, denominator, type, category
  }

  init(_ columns: Columns, _ context: ImportContext, width: Int) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Department of Health and Social Care"
    reading.rows.extract.title = "Public health indicators"
    self.width = width
    // The publisher's columns of category and type hold each other's text.
    let names = [
      "indicatorid", "year", "sex", "age", "areacode", "count", "value", "lowerci", "upperci",
      "denominator", "category", "categorytype",
    ]
    self.columns = names.map { columns[$0] ?? -1 }
  }

  private func at(_ part: At) -> Int { columns[part.rawValue] }

  /// Reads one row.
  mutating func read(_ row: Row) {
    if reading.rows.rejectIfRagged(row, expected: width) { return }
    guard let place = reading.place(row[at(.area)], in: row) else { return }
    guard let indicator = Int(row[at(.indicator)]) else {
      reading.rows.reject(
        row, field: at(.indicator) + 1,
        "found '\(row[at(.indicator)])', expected an indicator's number")
      return
    }
    guard let year = Int(row[at(.year)]), (1900...2100).contains(year) else {
      reading.rows.reject(
        row, field: at(.year) + 1, "found '\(row[at(.year)])', expected a year such as 2019")
      return
    }
    let text = row[at(.value)]
    let value = CellText.number(text)
    guard value != nil || text.isEmpty else {
      reading.rows.reject(row, field: at(.value) + 1, "found '\(text)', expected a number")
      return
    }
    var figure = Observation(
      place: place, period: FingertipsYear.period(year: year, indicator: indicator).period,
      measure: measure(row, indicator), value: value, status: value == nil ? .notAvailable : [],
      line: row.line, field: at(.value) + 1, lower: CellText.number(row[at(.lower)]),
      upper: CellText.number(row[at(.upper)]), count: CellText.number(row[at(.count)]),
      denominator: CellText.number(row[at(.denominator)]))
    if FingertipsYear.quarterly.contains(indicator) {
      setQuarter(of: &figure)
    } else if isRepeated(figure) {
      reading.rows.extract.ledger.skip(.repeated)
      return
    }
    reading.rows.load(figure)
  }

  /// True where the figure stood before: health boards are given twice, some with other values.
  ///
  /// The first is kept; what differs is noted and counted.
  private mutating func isRepeated(_ figure: Observation) -> Bool {
    let index = reading.rows.extract.observations.count
    guard let before = once.insert(figure, at: index) else { return false }
    var first = reading.rows.extract.observations[before]
    let line = first.line
    first.line = figure.line
    if first != figure {
      if others == 0 { otherLines = (line, figure.line) }
      others += 1
    }
    return true
  }

  /// The n-th row of a year is its n-th quarter: the file says so only by its order.
  private mutating func setQuarter(of figure: inout Observation) {
    let first = quarters.insert(figure, at: ordered) ?? ordered
    ordered += 1
    let quarter = quarterOf[first, default: 0]
    quarterOf[first] = quarter + 1
    figure.period = Period(
      start: Day(year: figure.period.year, firstOfMonth: 4 + 3 * quarter), months: 3)
  }

  private mutating func measure(_ row: Row, _ indicator: Int) -> String {
    let key = [.indicator, .sex, .age, .type, .category].map { (part: At) in
      at(part) < 0 ? "" : row[at(part)]
    }
    if let known = ids[key] { return known }
    let breakdown = FingertipsBreakdown(
      sex: key[1], age: key[2], type: Self.unquoted(key[3]), category: Self.unquoted(key[4]))
    let id = "fingertips.\(indicator)\(breakdown.suffix)"
    let known = FingertipsIndicator.all[indicator]
    let name = known?.title ?? "Public health indicator \(indicator)"
    ids[key] = id
    if let scale = known?.units { units[id] = scale }
    reading.measures.define(
      Measure(
        id: id, title: breakdown.words.isEmpty ? name : "\(name): \(breakdown.words)",
        unit: known?.unit ?? .rate, kind: known?.kind ?? .ratio,
        polarity: known?.polarity ?? .neutral))
    return id
  }

  /// Names of categories are quoted twice over.
  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract {
    if ordered > 0 {
      reading.note(
        "\(ordered) figures of quarters: the file gives only the year, so the n-th of a year was "
          + "read as its n-th quarter")
    }
    if others > 0 {
      reading.note(
        "check: \(others) figures stand twice with different values (first: lines "
          + "\(otherLines.first) and \(otherLines.second)); the one that stands first was kept",
        line: otherLines.second)
    }
    return reading.finish(
      Plausibility(units: units, countRounding: 2.5, valueRounding: 0.05, hasUnscaledLimits: true))
  }
}
