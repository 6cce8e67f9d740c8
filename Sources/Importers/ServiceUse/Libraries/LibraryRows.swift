import Evidence
import Places
import Tabular

/// Reads the rows of a file about libraries.
struct LibraryRows {
  /// Rows, places and measures.
  var reading: ServiceReading
  private let columns: Columns
  private let width: Int
  private let figures: [(index: Int, id: String)]
  private var once = FigureKeys()
  private var parts = 0

  /// What the columns of the file of services are called here.
  private static let measures: [(column: String, slug: String, title: String, unit: Unit)] = [
    ("users", "users", "Active library users", .persons),
    ("events", "events", "Library events", .count),
    ("attendance", "attendance", "Attendances at library events", .count),
    ("loans", "loans", "Library loans", .count),
    ("visits", "visits", "Library visits", .count),
    ("computer hours", "computer_hours", "Hours of library computers in use", .count),
    ("wifi sessions", "wifi_sessions", "Sessions on library wifi", .count),
    (
      "population under 12", "population_under_12", "Residents under 12 of a library service",
      .persons
    ),
    (
      "population 12-17", "population_12_17", "Residents aged 12 to 17 of a library service",
      .persons
    ),
    (
      "population adult", "population_adult", "Residents aged 18 or over of a library service",
      .persons
    ),
  ]

  init(_ columns: Columns, _ context: ImportContext, width: Int) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Arts Council England"
    reading.rows.extract.title = "Library use"
    self.columns = columns
    self.width = width
    figures = Self.measures.compactMap { measure in
      columns[measure.column].map { ($0, "libraries.\(measure.slug)") }
    }
    for measure in Self.measures where columns[measure.column] != nil {
      let isUse = !measure.slug.hasPrefix("population")
      reading.measures.define(
        Measure(
          id: "libraries.\(measure.slug)", title: measure.title, unit: measure.unit,
          kind: isUse && measure.slug != "users" ? .flow : .stock, tier: "upper",
          polarity: isUse ? .high : .neutral))
    }
  }

  /// Reads one library service.
  mutating func readService(_ row: Row) {
    if reading.rows.rejectIfRagged(row, expected: width) { return }
    let area = columns["authority code"] ?? 0
    let name = columns["authority nice name"].map { row[$0] } ?? ""
    guard let place = reading.place(row[area], name, in: row) else { return }
    guard let period = period(row) else { return }
    var isLoaded = false
    for (index, id) in figures {
      let text = CellText.trimmed(row[index])
      var figure = Observation(
        place: place, period: period, measure: id, value: CellText.groupedNumber(text),
        line: row.line, field: index + 1)
      if text.isEmpty {
        figure.status = .notAvailable
      } else if figure.value == nil {
        reading.rows.extract.rejects.append(
          Reject(
            line: row.line, field: index + 1, reason: "found '\(text)', expected a number",
            raw: text))
        continue
      }
      isLoaded = true
      reading.rows.extract.observations.append(figure)
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  /// Reads the loans of one format and age group in one period.
  mutating func readLoans(_ row: Row) {
    if reading.rows.rejectIfRagged(row, expected: width) { return }
    guard let place = reading.place(row[columns["authority"] ?? 0], in: row) else { return }
    guard let period = period(row) else { return }
    let at = columns["count"] ?? 4
    guard let value = CellText.groupedNumber(CellText.trimmed(row[at])) else {
      reading.rows.reject(row, field: at + 1, "found '\(row[at])', expected a number of loans")
      return
    }
    let format = row[columns["format"] ?? 1]
    let age = row[columns["content age group"] ?? 2]
    let id = "libraries.loans.\(Slug.of(format)).\(Slug.of(age))"
    if !reading.measures.contains(id) {
      reading.measures.define(
        Measure(
          id: id, title: "Library loans: \(format.lowercased()), \(age.lowercased())", unit: .count,
          kind: .flow, tier: "upper", polarity: .high))
    }
    let figure = Observation(
      place: place, period: period, measure: id, value: value, line: row.line, field: at + 1)
    if let before = once.insert(figure, at: reading.rows.extract.observations.count) {
      let first = reading.rows.extract.observations[before].value ?? 0
      reading.rows.extract.observations[before].value = first + value
      reading.rows.extract.ledger.load()
      parts += 1
    } else {
      reading.rows.load(figure)
    }
  }

  private mutating func period(_ row: Row) -> Period? {
    let at = columns["period"] ?? 3
    if let found = PublishedPeriod(row[at]) { return found.period }
    reading.rows.reject(
      row, field: at + 1, "found '\(row[at])', expected a period such as 2023/2024")
    return nil
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract {
    if parts > 0 {
      reading.note(
        "\(parts) rows repeat a service, format, age group and period: they are parts that make "
          + "up the service's total, and were added to the first")
    }
    return reading.finish(Plausibility())
  }
}
