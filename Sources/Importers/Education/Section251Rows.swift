import Evidence
import Places
import Tabular

/// Reads the rows of a Section 251 table below its headings.
struct Section251Rows {
  private let columns: Section251Columns
  private let form: Section251Form
  private let register: Register
  private let period: Period
  private let scale: Money.Scale
  private var reading: RowReading
  private var checks = Section251Checks()
  private var seen: Set<String> = []
  private var unknown: Set<String> = []
  private var authorities: Set<String> = []
  /// For each line, in which columns of money any authority has something.
  private var filled: [String: [Bool]] = [:]
  private var measures: [String] = []
  private var known: Set<String> = []
  private var sums: [String: (pence: Double, count: Int, field: Int)] = [:]

  init(
    columns: Section251Columns, form: Section251Form, register: Register, period: Period,
    scale: Money.Scale
  ) {
    self.columns = columns
    self.form = form
    self.register = register
    self.period = period
    self.scale = scale
    reading = RowReading(register)
  }

  /// What was found.
  var extract: Extract { reading.extract }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    reading.skipHeader(sheet, headerRow: columns.headerRow)
    findFilled(sheet)
    for row in sheet.rows.dropFirst(columns.headerRow + 1) {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: columns.width) {
        continue
      }
      read(row)
    }
    reading.extract.notes += checks.notes
    addEngland()
  }

  private mutating func findFilled(_ sheet: Table) {
    for row in sheet.rows.dropFirst(columns.headerRow + 1) where row.count == columns.width {
      guard case .line(let line) = form[row[columns.label]] else { continue }
      var flags = filled[line.id] ?? [Bool](repeating: false, count: columns.money.count)
      for (at, column) in columns.money.enumerated() where !flags[at] {
        flags[at] = !Self.isBlank(row[column.index])
      }
      filled[line.id] = flags
    }
  }

  private mutating func read(_ row: Row) {
    let name = row[columns.label]
    switch form[name] {
    case .unknown:
      reading.extract.ledger.skip(.unused)
      if unknown.insert(name).inserted {
        reading.extract.notes.append(Note(line: row.line, "line not used: \(name)"))
      }
    case .ambiguous(let titles):
      reading.reject(
        row, field: columns.label + 1,
        "the name '\(name)' is cut off and may be \(titles.joined(separator: " or "))")
    case .line(let line): read(row, line)
    }
  }

  private mutating func read(_ row: Row, _ line: Section251Lines.Line) {
    let number = CellText.trimmed(row[columns.number])
    guard number.utf8.count == 3, let place = reading.place(code: EducationPlaces.code(number))
    else {
      reading.reject(
        row, field: columns.number + 1,
        "found the authority's number '\(number)', which the place register lacks")
      return
    }
    guard seen.insert("\(place) \(line.id)").inserted else {
      reading.reject(
        row, field: columns.label + 1,
        "the line '\(line.title)' of authority \(number) stands a second time")
      return
    }
    if EducationPlaces.isAuthority(number) { authorities.insert(place) }
    let found = figures(row, line, place)
    if found.isEmpty {
      reading.extract.ledger.skip(.blank)
      return
    }
    reading.extract.observations += found
    reading.extract.ledger.load()
    checks.add(found, line: line, place: place)
  }

  /// The figures of a row; a cell that no authority fills is none of the form.
  private mutating func figures(
    _ row: Row, _ line: Section251Lines.Line, _ place: String
  ) -> [Observation] {
    var found: [Observation] = []
    for (at, column) in columns.money.enumerated() where filled[line.id]?[at] ?? false {
      let text = row[column.index]
      let measure = "s251.\(line.id).\(column.money.rawValue)"
      var figure = Observation(
        place: place, period: period, measure: measure, value: nil, line: row.line,
        field: column.index + 1)
      if Self.isBlank(text) {
        figure.status = .notAvailable
      } else if let money = Money.read(text, in: scale) {
        figure.value = Double(money.money.pence)
        if authorities.contains(place) {
          sums[measure, default: (0, 0, column.index + 1)].pence += Double(money.money.pence)
          sums[measure]?.count += 1
        }
      } else {
        reading.extract.rejects.append(
          Reject(
            line: row.line, field: column.index + 1,
            reason: "found '\(text)', expected an amount in pounds", raw: text))
        continue
      }
      if known.insert(measure).inserted {
        measures.append(measure)
        reading.extract.measures.append(Self.measure(measure, line, column.money))
      }
      found.append(figure)
    }
    return found
  }

  /// The sum over all authorities, where none with the duty is missing.
  private mutating func addEngland() {
    let england = EducationPlaces.code(EducationPlaces.england)
    guard !reading.extract.observations.contains(where: { $0.place == england }) else { return }
    let missing = EducationPlaces.missing(from: authorities, on: period.start, in: register)
    guard missing.isEmpty else {
      let names = missing.map(\.name).joined(separator: ", ")
      reading.extract.notes.append(
        Note(line: 0, "no figures for England: the file gives none and lacks \(names)"))
      return
    }
    for measure in measures {
      guard let sum = sums[measure], sum.count == authorities.count else { continue }
      reading.extract.observations.append(
        Observation(
          place: england, period: period, measure: measure, value: sum.pence, line: 0,
          field: sum.field))
    }
    reading.extract.notes.append(
      Note(
        line: 0, "England is the sum of the \(authorities.count) authorities: the file gives none"))
  }

  private static func isBlank(_ text: String) -> Bool {
    let text = CellText.trimmed(text)
    return text.isEmpty || text == "NULL"
  }

  /// The measure of a line and a kind of money.
  static func measure(
    _ id: String, _ line: Section251Lines.Line, _ money: Section251Columns.Money
  ) -> Measure {
    Measure(
      id: id, title: "\(line.title): \(money.words)", unit: .pence, kind: .flow, tier: "upper",
      service: "csc")
  }
}
