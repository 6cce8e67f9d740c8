import Evidence
import Places
import Tabular

/// Reads the rows of a percentile table from Nomis.
struct NomisRows {
  private var reading: ServiceReading
  private let head: NomisHead
  private let measure: PayMeasure
  private let period: Period
  private var constituencies = 0

  init(_ head: NomisHead, _ measure: PayMeasure, _ period: Period, _ context: ImportContext) {
    reading = ServiceReading(context)
    self.head = head
    self.measure = measure
    self.period = period
    reading.rows.extract.publisher = "Office for National Statistics"
    reading.rows.extract.title = head.title
    if reading.rows.extract.published.isEmpty { reading.rows.extract.published = head.published }
    for column in head.columns {
      reading.measures.define(measure.measure(column.statistic))
      if column.error != nil { reading.measures.define(measure.error(column.statistic)) }
    }
  }

  /// Reads a sheet from its top.
  mutating func read(_ sheet: Table) {
    reading.rows.skipHeader(sheet, headerRow: head.header)
    reading.rows.extract.ledger.skip(.header)
    for row in sheet.rows.dropFirst(head.header + 2) where !reading.rows.skipIfBlank(row) {
      readRow(row, width: sheet.rows[head.header + 1].count)
    }
  }

  private mutating func readRow(_ row: Row, width: Int) {
    let code = CellText.trimmed(row[1])
    guard Self.isCode(code) else {
      if CellText.key(row[0]) == "column total" {
        reading.rows.extract.ledger.skip(.total)
      } else if row.fields.dropFirst().allSatisfy({ $0.isEmpty }) || row[1].first == " " {
        // A note: one field, though a comma in it may have made several.
        reading.rows.extract.ledger.skip(.note)
        reading.note(row.fields.joined(separator: ","), line: row.line)
      } else {
        reading.rows.reject(
          row, field: 2, "found '\(code)', expected an area code such as E06000001")
      }
      return
    }
    if reading.rows.rejectIfRagged(row, expected: width) { return }
    guard let place = place(code, row) else { return }
    var figures: [Observation] = []
    for column in head.columns {
      guard
        let value = figure(
          row, column.value, place, measure.id(column.statistic),
          scale: column.statistic == "jobs" ? 1 : 100)
      else { return }
      figures.append(value)
      guard let error = column.error else { continue }
      guard
        let spread = figure(row, error, place, measure.id(column.statistic) + ".cv", scale: 1)
      else { return }
      figures.append(spread)
    }
    reading.rows.extract.ledger.load()
    reading.rows.extract.observations += figures
  }

  /// Constituencies are no places of the register; their figures stand under their own codes.
  private mutating func place(_ code: String, _ row: Row) -> String? {
    let prefixes = ["E14", "W07", "S14", "N05", "N06"]
    if prefixes.contains(where: code.hasPrefix) {
      constituencies += 1
      return code
    }
    return reading.place(code, row[0], in: row)
  }

  /// One cell; nil, and the row refused, where it is neither a number nor a known sign.
  private mutating func figure(
    _ row: Row, _ at: Int, _ place: String, _ id: String, scale: Double
  ) -> Observation? {
    var figure = Observation(
      place: place, period: period, measure: id, value: nil, line: row.line, field: at + 1)
    let text = CellText.trimmed(row[at])
    if let number = CellText.groupedNumber(text), number >= 0 {
      figure.value = scale == 100 ? (number * 100).rounded() : number
      return figure
    }
    switch text {
    case "#": figure.status = [.unreliable, .notAvailable]
    case "", "-", "x", ":", "!": figure.status = .notAvailable
    case "*": figure.status = .confidential
    default:
      guard let status = Marker.status(text) else {
        reading.rows.reject(
          row, field: at + 1, "found '\(text)', expected a number or one of the signs # and -")
        return nil
      }
      figure.status = status
    }
    return figure
  }

  private static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 9 && (0x41...0x5A).contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Ends the reading and says what a reader of the figures must know.
  mutating func finish() -> Extract {
    if !head.unused.isEmpty {
      reading.note("columns not read: \(head.unused.joined(separator: ", "))")
    }
    if !head.isStandardError {
      reading.note(
        "the columns of confidence are not read: found '\(head.confidence)', expected the "
          + "standard error as a percentage of the figure")
    }
    if constituencies > 0 {
      reading.note(
        "\(constituencies) parliamentary constituencies are kept under their own codes; they are no "
          + "places of the register and no indicator is computed for them")
    }
    return reading.finish(Plausibility())
  }
}
