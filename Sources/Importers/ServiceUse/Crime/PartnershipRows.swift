import Evidence
import Places
import Tabular

/// Reads the rows of a crime table by community safety partnership.
struct PartnershipRows {
  private var reading: ServiceReading
  private let table: CrimeTable
  private let period: Period
  /// Where the figures of a council begin among the observations.
  private var firstOf: [String: Int] = [:]
  private var weights: [Int: Double] = [:]
  private var parts: [String] = []
  private var unassigned = 0
  /// The columns as the rows of whole police forces have them.
  private let forceColumns: [CrimeTable.Column]

  init(_ table: CrimeTable, period: Period, _ context: ImportContext) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for National Statistics"
    reading.rows.extract.title = table.title
    self.table = table
    self.period = period
    forceColumns = table.columns.map(Self.ofForce)
    for column in table.columns { reading.measures.define(column.measure) }
  }

  /// Tables P1 and P3 give the forces as well, their rates on later numbers of residents: rates and
  /// numbers of residents are measures of their own here, so that neither stands for the other.
  private static func ofForce(_ column: CrimeTable.Column) -> CrimeTable.Column {
    let measure = column.measure
    guard column.denominator != nil || measure.kind == .stock else { return column }
    return CrimeTable.Column(
      index: column.index,
      measure: Measure(
        id: "\(measure.id).as_partnerships",
        title: "\(measure.title), on the residents used for partnerships", unit: measure.unit,
        kind: measure.kind, polarity: measure.polarity, service: measure.service),
      denominator: column.denominator)
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    for (index, row) in sheet.rows.enumerated() {
      if reading.rows.skipIfBlank(row) { continue }
      if index <= table.headerRow {
        reading.rows.extract.ledger.skip(index == table.headerRow ? .header : .preamble)
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let name = CellText.trimmed(row[3])
    let council = CellText.trimmed(row[4])
    if council == "Combined Local Authorities", let members = Partnerships.councils[name] {
      load(row, name, members)
    } else if !council.isEmpty {
      guard let place = reading.place(council, row[5], in: row) else { return }
      add(row, place, table.columns)
    } else if name.isEmpty {
      let force = CellText.trimmed(row[1])
      guard let place = reading.place(CellText.trimmed(row[0]), force, in: row) else { return }
      for column in forceColumns { reading.measures.define(column.measure) }
      add(row, place, forceColumns)
    } else {
      // Offences without a place and those at an airport belong to no council; their police force
      // is not to be relied on: Surrey's stand under the code of Kent.
      unassigned += 1
      let place = reading.area(named: name, "recorded crime of no partnership")
      add(row, place, table.columns)
    }
  }

  private func figure(_ row: Row, _ column: CrimeTable.Column, _ place: String) -> Observation? {
    guard let (value, status) = CrimeCell.read(row[column.index]) else { return nil }
    let denominator = column.denominator.flatMap { CrimeCell.read(row[$0])?.value }
    return Observation(
      place: place, period: period, measure: column.measure.id, value: value, status: status,
      line: row.line, field: column.index + 1, denominator: value == nil ? nil : denominator)
  }

  /// Keeps a row's figures, or adds them to those of the council's other partnerships.
  private mutating func add(_ row: Row, _ place: String, _ columns: [CrimeTable.Column]) {
    var isLoaded = false
    let before = firstOf[place]
    if before == nil { firstOf[place] = reading.rows.extract.observations.count }
    if before != nil, !parts.contains(place) { parts.append(place) }
    for (offset, column) in columns.enumerated() {
      guard let figure = figure(row, column, place) else {
        reading.rows.extract.rejects.append(CrimeCell.reject(row, column.index))
        if before == nil {
          // A place for every column, so that a second partnership finds the first's.
          reading.rows.extract.observations.append(
            Observation(
              place: place, period: period, measure: column.measure.id, value: nil,
              status: .notAvailable, line: row.line, field: column.index + 1))
        }
        continue
      }
      isLoaded = true
      if let before {
        join(figure, column, at: before + offset)
      } else {
        reading.rows.extract.observations.append(figure)
      }
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  /// Counts add up; rates join weighted by what they divide, marked estimated; changes do not.
  private mutating func join(
    _ figure: Observation, _ column: CrimeTable.Column, at index: Int
  ) {
    var own = reading.rows.extract.observations[index]
    guard let first = own.value, let second = figure.value else {
      own.value = nil
      own.status.formUnion(figure.status.union(.notAvailable))
      reading.rows.extract.observations[index] = own
      return
    }
    if column.measure.kind != .ratio {
      own.value = first + second
    } else if let one = own.denominator, let other = figure.denominator, one + other > 0 {
      own.value = (first * one + second * other) / (one + other)
      own.denominator = one + other
      own.status.insert(.estimated)
    } else {
      own.value = nil
      own.status.formUnion(.notAvailable)
    }
    reading.rows.extract.observations[index] = own
  }

  /// One partnership of several councils: its rates for each, its counts for none.
  private mutating func load(_ row: Row, _ name: String, _ members: [String]) {
    for member in members {
      guard let place = reading.rows.place(code: member) else { continue }
      for column in table.columns {
        guard var figure = figure(row, column, place) else {
          if member == members[0] {
            reading.rows.extract.rejects.append(CrimeCell.reject(row, column.index))
          }
          continue
        }
        if column.measure.kind == .ratio {
          figure.status.insert(.estimated)
        } else {
          figure.value = nil
          figure.status = .notAvailable
        }
        reading.rows.extract.observations.append(figure)
      }
    }
    reading.rows.extract.ledger.load()
    reading.note(
      "\(name) is the partnership of \(members.joined(separator: ", ")): its rates stand for each, "
        + "its counts belong to none alone", line: row.line)
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract {
    for place in parts { reading.note("\(place) has several partnerships, joined into one figure") }
    if unassigned > 0 {
      reading.note(
        "\(unassigned) rows of offences that belong to no council stand under areas of their own")
    }
    return reading.finish(Plausibility())
  }
}
