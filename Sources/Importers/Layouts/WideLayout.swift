import Evidence
import Places
import Tabular

/// This product's own compact form: one row per place and period, one column per measure.
///
/// Header `areacd,areanm,period,status,source_line`, then measure ids. A cell holds a number in
/// the resource's unit or a status in brackets such as `[x]`; an empty cell holds nothing, unless
/// the row's own status stands in place of a figure. A measure's limits, numerator and denominator
/// stand in columns of their own behind it: `ascof.3a:lower`. `source_line` is the publisher's line;
/// the publisher's column of each measure stands in the data set's `source-columns.csv`.
public struct WideLayout: Layout {
  /// `wide`.
  public let id = "wide"
  /// One line for `inspect`.
  public let summary = "Placewise's own form: one row per place and period"
  /// The columns before the measures.
  public static let keys = ["areacd", "areanm", "period", "status", "source_line"]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet begins with this form's columns.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let header = sheet.rows.first else { return .none }
    return Array(header.fields.prefix(Self.keys.count)) == Self.keys ? .match : .none
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard recognise(sheet) == .match else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(Self.keys.joined(separator: ", ")) at its start")
    }
    var reading = RowReading(context.register)
    let measures = WideColumn.columns(sheet.rows[0].fields, from: Self.keys.count)
    let width = sheet.rows[0].fields.count
    var names: Set<String> = []
    for column in measures where !names.insert(column.measure).inserted {
      throw ImportError(
        .incomplete, line: 1,
        "column \(column.value + 1) is called '\(column.measure)' as another is, expected one of each"
      )
    }
    reading.extract.published = context.options.published ?? ""
    reading.extract.observations.reserveCapacity(sheet.rows.count * measures.count)
    reading.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: width) { continue }
      guard let place = reading.place(code: row[0]) else {
        reading.reject(row, field: 1, "found the code '\(row[0])', which the place register lacks")
        continue
      }
      guard let period = reading.period(iso: row[2]) else {
        reading.reject(row, field: 3, "found '\(row[2])', expected a period such as 2024-04-01/P1Y")
        continue
      }
      guard let status = Status(row[3]) else {
        reading.reject(row, field: 4, "found '\(row[3])', expected status letters such as p")
        continue
      }
      read(row, measures, place, period, status, context.options.scale, &reading)
    }
    context.breaks.mark(&reading.extract.observations)
    return reading.extract
  }

  private func read(
    _ row: Row, _ measures: [WideColumn], _ place: String, _ period: Period, _ status: Status,
    _ scale: Money.Scale?, _ reading: inout RowReading
  ) {
    var isRejected = false
    for column in measures {
      let field = column.value
      let text = row[field]
      var observation = Observation(
        place: place, period: period, measure: column.measure, value: nil, status: status,
        line: row.line, field: field + 1)
      if text.isEmpty {
        guard status.isBlank else { continue }
      } else if let value = Self.value(text, scale) {
        observation.value = value
        if column.hasParts { Self.add(row, column, to: &observation) }
      } else if let marker = Self.marker(text) {
        observation.status = marker
      } else {
        isRejected = true
        reading.extract.rejects.append(
          Reject(
            line: row.line, field: field + 1,
            reason: "found '\(text)', expected a number or a marker such as [x]", raw: text))
        continue
      }
      reading.extract.observations.append(observation)
    }
    if isRejected { reading.extract.ledger.reject() } else { reading.extract.ledger.load() }
  }

  /// Limits, numerator and denominator; an empty cell is none.
  private static func add(_ row: Row, _ column: WideColumn, to figure: inout Observation) {
    func number(_ part: WideColumn.Part) -> Double? {
      column[part].flatMap { CellText.number(row[$0]) }
    }
    figure.lower = number(.lower)
    figure.upper = number(.upper)
    figure.count = number(.count)
    figure.denominator = number(.denominator)
  }

  private static func value(_ text: String, _ scale: Money.Scale?) -> Double? {
    guard let scale else { return CellText.number(text) }
    return Money.read(text, in: scale).map { Double($0.money.pence) }
  }

  /// A status in brackets that stands in place of a figure.
  static func marker(_ text: String) -> Status? {
    guard text.hasPrefix("["), text.hasSuffix("]"),
      let status = Status(String(text.dropFirst().dropLast())), !status.isEmpty
    else { return nil }
    return status
  }
}
