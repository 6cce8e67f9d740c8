import Evidence
import Places
import Tabular

/// Reads the rows of a crime table by police force, region and country.
struct ForceRows {
  private var reading: ServiceReading
  private let table: CrimeTable
  private let period: Period

  init(_ table: CrimeTable, period: Period, _ context: ImportContext) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for National Statistics"
    reading.rows.extract.title = table.title
    self.table = table
    self.period = period
    for column in table.columns { reading.measures.define(column.measure) }
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    for (index, row) in sheet.rows.enumerated() {
      if reading.rows.skipIfBlank(row) { continue }
      if index <= table.headerRow {
        reading.rows.extract.ledger.skip(index == table.headerRow ? .header : .preamble)
      } else if row.count <= 2 || row.fields.dropFirst(2).allSatisfy(\.isEmpty) {
        reading.rows.extract.ledger.skip(.note)
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let name = CellText.trimmed(row[1])
    let code = CellText.trimmed(row[0])
    // The British Transport Police have no area and so no code: the register finds them by name.
    let found = code.isEmpty ? reading.rows.place(code: "", name: name) : nil
    guard let place = found ?? reading.place(code, name, in: row) else { return }
    var isLoaded = false
    for column in table.columns {
      guard let (value, status) = CrimeCell.read(row[column.index]) else {
        reading.rows.extract.rejects.append(CrimeCell.reject(row, column.index))
        continue
      }
      isLoaded = true
      let denominator = column.denominator.flatMap { CrimeCell.read(row[$0])?.value }
      reading.rows.extract.observations.append(
        Observation(
          place: place, period: period, measure: column.measure.id, value: value, status: status,
          line: row.line, field: column.index + 1,
          denominator: value == nil ? nil : denominator))
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract { reading.finish(Plausibility()) }
}
