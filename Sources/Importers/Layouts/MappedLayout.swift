import Evidence
import Places
import Tabular

/// Any rectangular file whose columns the package file or the user names.
///
/// Columns are given by role: `place`, `value`, and where they differ by row `period`, `measure`,
/// `status`, `lower`, `upper`, `count`, `denominator`. What is the same in all rows is given as an
/// option instead.
public struct MappedLayout: Layout {
  /// `mapped`.
  public let id = "mapped"
  /// One line for `inspect`.
  public let summary = "any table whose columns are named in the package file or by --column"

  /// Makes the layout.
  public init() {}

  /// Never recognised by itself: it is asked for.
  public func recognise(_ sheet: Table) -> Recognition { .none }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    let options = context.options
    guard let areaName = options.columns["place"], let valueName = options.columns["value"] else {
      throw ImportError(
        .incomplete,
        "the layout 'mapped' needs the columns of place and value, for instance "
          + "--column place=Area --column value=Total")
    }
    let wanted = options.columns.values.map(Columns.key)
    guard let columns = Columns(sheet, requiring: wanted) else {
      let header = sheet.rows.first.map { $0.fields.joined(separator: ", ") } ?? ""
      throw ImportError(
        .incomplete, line: 1,
        "no row has all the columns \(options.columns.values.sorted().joined(separator: ", ")); "
          + "the first row is: \(header)")
    }
    try columns.refuseRepeats(of: wanted.sorted(), in: sheet)
    func column(_ role: String) -> Int? {
      options.columns[role].flatMap { columns[Columns.key($0)] }
    }
    guard let area = columns[Columns.key(areaName)], let value = columns[Columns.key(valueName)]
    else { throw ImportError(.incomplete, "the columns of place and value were not found") }
    var reading = RowReading(context.register)
    reading.extract.published = options.published ?? ""
    reading.skipHeader(sheet, headerRow: columns.headerRow)
    let width = sheet.rows[columns.headerRow].fields.count
    for row in sheet.rows.dropFirst(columns.headerRow + 1) {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: width) { continue }
      let text = CellText.trimmed(row[area])
      guard let place = reading.place(code: text) ?? reading.place(code: "", name: text) else {
        reading.reject(
          row, field: area + 1, "found the place '\(text)', which is not in the register")
        continue
      }
      let periodAt = column("period")
      guard
        let period = periodAt.map({ ImportOptions.period(named: CellText.trimmed(row[$0])) })
          ?? options.period
      else {
        reading.reject(row, field: (periodAt ?? 0) + 1, "expected a period such as 2024-25")
        continue
      }
      guard let measure = column("measure").map({ row[$0] }) ?? options.measure else {
        throw ImportError(.incomplete, "say what is measured with --measure or a measure column")
      }
      guard !measure.isEmpty else {
        reading.reject(row, field: (column("measure") ?? 0) + 1, TidyLayout.nameless)
        continue
      }
      var figure = Observation(
        place: place, period: period, measure: measure, value: nil, line: row.line,
        field: value + 1)
      let found = CellText.trimmed(row[value])
      if let scale = options.scale, let money = Money.read(found, in: scale) {
        figure.value = Double(money.money.pence)
      } else if options.scale == nil, let number = CellText.groupedNumber(found) {
        figure.value = number
      } else if found.isEmpty {
        figure.status = .notAvailable
      } else if let marker = Marker.status(found) {
        figure.status = marker
      } else {
        reading.reject(row, field: value + 1, "found '\(found)', expected a number")
        continue
      }
      figure.lower = column("lower").flatMap { CellText.groupedNumber(row[$0]) }
      figure.upper = column("upper").flatMap { CellText.groupedNumber(row[$0]) }
      figure.count = column("count").flatMap { CellText.groupedNumber(row[$0]) }
      figure.denominator = column("denominator").flatMap { CellText.groupedNumber(row[$0]) }
      if let at = column("status"), let status = Status(row[at]) { figure.status.formUnion(status) }
      reading.load(figure)
    }
    context.breaks.mark(&reading.extract.observations)
    reading.extract.noteRepeats()
    return reading.extract
  }
}
