import Evidence
import Places
import Tabular

/// Reads the rows of the interactive tool's long file.
struct InteractiveToolRows {
  /// Which column holds what.
  struct Positions {
    let short, year, value, number, name, width: Int
  }

  private let at: Positions
  private let register: Register
  private var reading: RowReading
  private var totals = InteractiveToolTotals()
  private var years: [InteractiveToolTotals.Key: (period: Period, status: Status)] = [:]
  private var names: [String: String] = [:]
  private var used: [String] = []
  private var unused: [String: Int] = [:]
  private var seen: Set<String> = []
  private var late: [(short: String, place: String, rows: Int, line: Int)] = []

  init(at positions: Positions, register: Register) {
    at = positions
    self.register = register
    reading = RowReading(register)
  }

  /// What was found.
  var extract: Extract { reading.extract }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    reading.extract.observations.reserveCapacity(sheet.rows.count)
    reading.skipHeader(sheet, headerRow: 0)
    sumUp(sheet)
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: at.width) { continue }
      read(row)
    }
    addNotes()
  }

  /// The first pass: England's row stands before those of its regions.
  private mutating func sumUp(_ sheet: Table) {
    for row in sheet.rows.dropFirst() where row.count == at.width {
      let number = row[at.number]
      names[number] = row[at.name]
      totals.add(
        .init(short: row[at.short], year: row[at.year]), number: number,
        value: CellText.groupedNumber(CellText.trimmed(row[at.value])), line: row.line)
    }
  }

  private mutating func read(_ row: Row) {
    let short = row[at.short]
    guard let measure = InteractiveToolMeasures.byShortName[short] else {
      reading.extract.ledger.skip(.unused)
      unused[short, default: 0] += 1
      return
    }
    let number = CellText.trimmed(row[at.number])
    guard number.utf8.count == 3, let place = reading.place(code: EducationPlaces.code(number))
    else {
      let advice = number.contains("/") ? ": a joint return of two authorities" : ""
      reading.reject(
        row, field: at.number + 1,
        "found the number '\(number)', which the place register lacks\(advice)")
      return
    }
    let key = InteractiveToolTotals.Key(short: short, year: row[at.year])
    guard let year = year(key, measure) else {
      reading.reject(
        row, field: at.year + 1,
        "found '\(row[at.year])', expected a year of what was spent or counted")
      return
    }
    guard seen.insert("\(number) \(key.short) \(key.year)").inserted else {
      reading.reject(row, field: 1, "the figure of this area and year stands a second time")
      return
    }
    if number == EducationPlaces.england, !measure.addsUp, let fault = totals.fault(key) {
      reading.reject(row, field: at.value + 1, fault)
      return
    }
    load(row, measure, place, year)
  }

  private mutating func year(
    _ key: InteractiveToolTotals.Key, _ measure: InteractiveToolMeasure
  ) -> (period: Period, status: Status)? {
    if let found = years[key] { return found }
    let found = InteractiveToolYears.read(key.year, measure.year)
    years[key] = found
    return found
  }

  private mutating func load(
    _ row: Row, _ measure: InteractiveToolMeasure, _ place: String,
    _ year: (period: Period, status: Status)
  ) {
    var figure = Observation(
      place: place, period: year.period, measure: measure.id, value: nil, status: year.status,
      line: row.line, field: at.value + 1)
    let text = CellText.trimmed(row[at.value])
    if measure.unit == .pence, let money = Money.read(text) {
      figure.value = Double(money.money.pence)
    } else if measure.unit != .pence, let number = CellText.groupedNumber(text) {
      figure.value = number
    } else if let marker = Self.marker(text) {
      figure.status.formUnion(marker)
    } else {
      reading.reject(row, field: at.value + 1, "found '\(text)', expected a number or -")
      return
    }
    if seen.insert(measure.id).inserted {
      used.append(measure.short)
      reading.extract.measures.append(measure.measure)
    }
    if figure.value != nil { noteIfEnded(figure, measure.short) }
    reading.load(figure)
  }

  /// Keeps in mind a figure of an authority that had ended before the year began.
  private mutating func noteIfEnded(_ figure: Observation, _ short: String) {
    guard let end = register[figure.place]?.end, end < figure.period.start else { return }
    if let index = late.firstIndex(where: { $0.short == short && $0.place == figure.place }) {
      late[index].rows += 1
    } else {
      late.append((short, figure.place, 1, figure.line))
    }
  }

  /// What stands in place of a figure: the tool's own `-` and what it passes on from others.
  private static func marker(_ text: String) -> Status? {
    switch text {
    case "-", "", "NA", "x", "..": .notAvailable
    case "c", "*": .confidential
    case "z": .notApplicable
    default: nil
    }
  }

  private mutating func addNotes() {
    for (short, rows) in unused.sorted(by: { $0.key < $1.key }) {
      reading.extract.notes.append(
        Note(line: 0, "the measure '\(short)' is not one that is read: \(rows) rows not used"))
    }
    for (short, place, rows, line) in late {
      let name = register[place]?.name ?? place
      let figures = rows == 1 ? "1 figure stands" : "\(rows) figures stand"
      reading.extract.notes.append(
        Note(
          line: line,
          "\(short): \(figures) under the number of \(name) (\(place)) for years after it ended"))
    }
    for short in used {
      guard let measure = InteractiveToolMeasures.byShortName[short], measure.addsUp else {
        continue
      }
      let found = totals.notes(short, isMoney: measure.unit == .pence) { number, year in
        // The tool prints `-` for the years before an authority began and after it ended as well.
        guard let period = InteractiveToolYears.read(year, measure.year)?.period,
          register.place(code: number, on: period.start)?.existed(on: period.start) ?? false
        else { return nil }
        return names[number]
      }
      reading.extract.notes += found
    }
  }
}
