import Evidence
import Places
import Tabular

/// Reads the rows of an adult care table.
///
/// The margin of error becomes the limits of the outcome, and the respondents its denominator.
/// Where a carers' survey has two results in a cell the second, in brackets, is that of the older
/// group of carers and is kept as a measure of its own.
struct AdultCareRows {
  /// Rows, places and measures.
  var reading: ServiceReading
  private let columns: AdultCareColumns
  private let measure: AdultCareMeasure
  private let older: String
  private var twofold = 0
  private var joint: [(row: Row, members: [String])] = []

  init(_ columns: AdultCareColumns, _ measure: AdultCareMeasure, _ context: ImportContext) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Department of Health and Social Care"
    reading.rows.extract.title = "Adult Social Care Outcomes Framework: \(measure.title)"
    self.columns = columns
    self.measure = measure
    older = measure.id + ".previous_population"
    let hasParts = columns.groups.contains { $0.numerator != nil }
    func define(_ suffix: String, _ words: String, _ unit: Unit, _ kind: Measure.Kind) {
      reading.measures.define(
        Measure(
          id: measure.id + suffix, title: measure.title + words, unit: unit, kind: kind,
          tier: "upper", polarity: kind == .ratio ? measure.polarity : .neutral, service: "asc"))
    }
    define("", "", measure.unit, .ratio)
    if hasParts {
      define(".numerator", ", numerator", .persons, .stock)
      define(".denominator", ", denominator", .persons, .stock)
    }
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    for (index, row) in sheet.rows.enumerated() {
      if reading.rows.skipIfBlank(row) { continue }
      if index <= columns.headerRow {
        reading.rows.extract.ledger.skip(index == columns.headerRow ? .header : .preamble)
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let code = CellText.trimmed(row[columns.area])
    let name = CellText.trimmed(row[columns.name])
    if code == "[z]" || code.isEmpty {
      if name == "Cornwall and Isles of Scilly" {
        joint.append((row, CombinedArea.members["E67000002"] ?? []))
      } else if row.count > columns.area + 1 {
        // Shire counties, unitary authorities and the like: councils of a kind taken together.
        let known = reading.rows.place(code: "", name: name)
        load(row, known ?? reading.area(named: name, "councils of a kind together"))
      } else {
        reading.rows.extract.ledger.skip(.note)
      }
      return
    }
    guard let place = reading.place(code, name, in: row) else { return }
    load(row, place)
  }

  private mutating func load(_ row: Row, _ place: String) {
    var isLoaded = false
    for group in columns.groups {
      let figures = figures(row, group, place)
      isLoaded = isLoaded || !figures.isEmpty
      reading.rows.extract.observations += figures
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  private mutating func figures(
    _ row: Row, _ group: AdultCareColumns.Group, _ place: String
  ) -> [Observation] {
    guard let at = group.outcome, let outcome = cell(row, at) else { return [] }
    let margin = group.margin.flatMap { cell(row, $0) }
    let respondents = group.respondents.flatMap { cell(row, $0) }
    let numerator = group.numerator.flatMap { cell(row, $0) }
    let denominator = group.denominator.flatMap { cell(row, $0) }
    var found = Observation(
      place: place, period: group.period, measure: measure.id, value: outcome.value,
      status: outcome.status, line: row.line, field: at + 1)
    if let value = outcome.value {
      found.lower = margin?.value.map { value - $0 }
      found.upper = margin?.value.map { value + $0 }
      found.count = numerator?.value
      found.denominator = denominator?.value ?? respondents?.value
    }
    var figures = [found]
    for (part, index, suffix) in [
      (numerator, group.numerator, ".numerator"),
      (denominator, group.denominator, ".denominator"),
    ] {
      guard let part, let index else { continue }
      figures.append(
        Observation(
          place: place, period: group.period, measure: measure.id + suffix, value: part.value,
          status: part.status, line: row.line, field: index + 1))
    }
    if let value = outcome.second {
      defineOlder()
      figures.append(
        Observation(
          place: place, period: group.period, measure: older, value: value, line: row.line,
          field: at + 1, lower: margin?.second.map { value - $0 },
          upper: margin?.second.map { value + $0 }, denominator: respondents?.second))
    }
    return figures
  }

  /// Counts a second result and defines its measure.
  private mutating func defineOlder() {
    twofold += 1
    guard !reading.measures.contains(older) else { return }
    reading.measures.define(
      Measure(
        id: older, title: measure.title + " (carers assessed or reviewed in the year)",
        unit: measure.unit, kind: .ratio, tier: "upper", polarity: measure.polarity,
        service: "asc"))
  }

  /// What a cell holds: a number or a marker, and a second number in brackets.
  private struct Cell {
    var value: Double?
    var second: Double?
    var status: Status = []
  }

  private mutating func cell(_ row: Row, _ index: Int) -> Cell? {
    let text = CellText.trimmed(row[index])
    if let value = CellText.groupedNumber(text) { return Cell(value: value) }
    if text.isEmpty { return Cell(status: .notAvailable) }
    if let status = Marker.status(text) { return Cell(status: status) }
    if text.hasSuffix(")"), let bracket = text.firstIndex(of: "(") {
      let first = CellText.trimmed(String(text[..<bracket]))
      let second = CellText.trimmed(String(text[text.index(after: bracket)...].dropLast()))
      if let value = CellText.groupedNumber(first) {
        return Cell(value: value, second: CellText.groupedNumber(second))
      }
    }
    reading.rows.extract.rejects.append(
      Reject(
        line: row.line, field: index + 1,
        reason: "found '\(text)', expected a number or a marker such as [x]", raw: text))
    return nil
  }

  /// Ends the reading: a joint row fills what its councils lack, marked estimated.
  mutating func finish() -> Extract {
    for (row, members) in joint { spread(row, members) }
    if twofold > 0 {
      reading.note(
        "\(twofold) cells give two results: the second, in brackets, is of carers assessed or "
          + "reviewed in the year only and is kept as \(older)")
    }
    return reading.finish(
      Plausibility(
        units: columns.groups.contains { $0.numerator != nil } ? [measure.id: measure.units] : [:],
        countRounding: 2.5, valueRounding: 0.05,
        nationalRounding: [measure.id + ".numerator": 1000, measure.id + ".denominator": 1000]))
  }

  private mutating func spread(_ row: Row, _ members: [String]) {
    reading.rows.extract.ledger.load()
    reading.note("figures of a joint row given to its councils, marked e", line: row.line)
    for group in columns.groups {
      guard let at = group.outcome, let value = cell(row, at)?.value else { continue }
      for index in reading.rows.extract.observations.indices {
        let own = reading.rows.extract.observations[index]
        guard own.measure == measure.id, own.period == group.period, own.value == nil,
          members.contains(own.place)
        else { continue }
        reading.rows.extract.observations[index].value = value
        reading.rows.extract.observations[index].status = .estimated
        reading.rows.extract.observations[index].line = row.line
        reading.rows.extract.observations[index].field = at + 1
      }
    }
  }
}
