import Evidence
import Places
import Tabular

/// The tidy form in and out: one row per figure, with the columns of ONS Explore Local Statistics.
///
/// `areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes`,
/// then ours: `count,denominator,…`. Only `areacd`, `indicator`, `period` and `observation` are
/// needed. Money with the unit `£`, `£ thousand` or `£ million` is kept in pence.
public struct TidyLayout: Layout {
  /// `tidy`.
  public let id = "tidy"
  /// One line for `inspect`.
  public let summary = "tidy: one row per figure (area, indicator, period, observation)"
  /// The letters that may stand in place of a figure.
  static let reasons = Status.blanks.union([.roundsToZero, .unreliable])
  /// The columns without which no figure can be told.
  private static let required = ["areacd", "indicator", "period", "observation"]

  /// All columns that are read.
  static let used =
    required + ["unit", "status", "lci_95", "uci_95", "count", "denominator"]

  /// What is said of a row without an indicator.
  static let nameless = "found nothing, expected the name of an indicator"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the columns of this form.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let header = sheet.rows.first else { return .none }
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.required)
    if missing.isEmpty { return .match }
    return header.fields.count >= 4 && missing.count <= 2 ? .near(missing: missing) : .none
  }

  private struct Places {
    let area, indicator, period, observation: Int
    let unit, status, lower, upper, count, denominator: Int?
    let width: Int
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let columns = Columns(sheet, headerRow: 0)
    guard let area = columns["areacd"], let indicator = columns["indicator"],
      let period = columns["period"], let observation = columns["observation"]
    else {
      throw ImportError(
        .incomplete, line: 1,
        "the header lacks \(columns.missing(Self.required).joined(separator: ", "))")
    }
    try columns.refuseRepeats(of: Self.used, in: sheet)
    let places = Places(
      area: area, indicator: indicator, period: period, observation: observation,
      unit: columns["unit"], status: columns["status"], lower: columns["lci_95"],
      upper: columns["uci_95"], count: columns["count"], denominator: columns["denominator"],
      width: sheet.rows[0].fields.count)
    var reading = RowReading(context.register)
    var measures: [String: Measure] = [:]
    reading.extract.published = context.options.published ?? ""
    reading.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: places.width) {
        continue
      }
      read(row, places, context.options, &measures, &reading)
    }
    reading.extract.measures = measures.values.sorted { $0.id < $1.id }
    context.breaks.mark(&reading.extract.observations)
    reading.extract.noteRepeats()
    return reading.extract
  }

  private func read(
    _ row: Row, _ at: Places, _ options: ImportOptions, _ measures: inout [String: Measure],
    _ reading: inout RowReading
  ) {
    guard let place = reading.place(code: row[at.area]) else {
      reading.reject(
        row, field: at.area + 1,
        "found the code '\(row[at.area])', which the place register lacks")
      return
    }
    guard let period = ImportOptions.period(named: row[at.period]) else {
      reading.reject(
        row, field: at.period + 1,
        "found '\(row[at.period])', expected a period such as 2024-04-01/P1Y")
      return
    }
    guard !row[at.indicator].isEmpty else {
      reading.reject(row, field: at.indicator + 1, Self.nameless)
      return
    }
    guard let status = at.status.map({ Status(row[$0]) }) ?? Status([]) else {
      reading.reject(row, field: (at.status ?? 0) + 1, "expected status letters such as p or x")
      return
    }
    let unit = at.unit.map { row[$0] } ?? ""
    let scale = options.scale ?? Self.scale(unit)
    var figure = Observation(
      place: place, period: period, measure: row[at.indicator], value: nil, status: status,
      line: row.line, field: at.observation + 1)
    let text = CellText.trimmed(row[at.observation])
    if let value = Self.value(text, scale) {
      figure.value = value
    } else if text.isEmpty {
      // Only where no letter says why there is no figure.
      if status.isDisjoint(with: Self.reasons) { figure.status.insert(.notAvailable) }
    } else if let marker = Marker.status(text) {
      figure.status.formUnion(marker)
    } else {
      reading.reject(
        row, field: at.observation + 1, "found '\(text)', expected a number or a marker such as [x]"
      )
      return
    }
    figure.lower = at.lower.flatMap { Self.value(row[$0], scale) }
    figure.upper = at.upper.flatMap { Self.value(row[$0], scale) }
    figure.count = at.count.flatMap { CellText.number(row[$0]) }
    figure.denominator = at.denominator.flatMap { CellText.number(row[$0]) }
    if measures[figure.measure] == nil {
      measures[figure.measure] = Self.measure(figure.measure, unit: unit, isMoney: scale != nil)
    }
    reading.load(figure)
  }

  static func value(_ text: String, _ scale: Money.Scale?) -> Double? {
    guard let scale else { return CellText.groupedNumber(text) }
    return Money.read(text, in: scale).map { Double($0.money.pence) }
  }

  static func scale(_ unit: String) -> Money.Scale? {
    switch unit {
    case "£", "GBP", "pounds": .pounds
    case "£ thousand", "£000", "£000s": .thousands
    case "£ million", "£m": .millions
    default: nil
    }
  }

  static func measure(_ id: String, unit: String, isMoney: Bool) -> Measure {
    let unitKind: Unit =
      isMoney
      ? .pence : unit == "%" || unit == "percent" ? .percent : unit == "persons" ? .persons : .rate
    return Measure(
      id: id, title: id, unit: unitKind,
      kind: isMoney ? .flow : unitKind == .persons ? .stock : .ratio)
  }
}
