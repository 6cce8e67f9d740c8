import Tabular

/// Where the columns of a tidy file stand.
struct TidyColumns: Sendable {
  let area, indicator, period, observation: Int
  let unit, status, lower, upper, count, denominator: Int?
  let width: Int

  /// Finds them in the header, the first row of a sheet; nil where one of the needed is missing
  /// or one that is read stands twice.
  init?(_ sheet: Table) {
    guard let header = sheet.rows.first else { return nil }
    let columns = Columns(sheet, headerRow: 0)
    guard let area = columns["areacd"], let indicator = columns["indicator"],
      let period = columns["period"], let observation = columns["observation"],
      !columns.repeats(anyOf: TidyLayout.used)
    else { return nil }
    self.area = area
    self.indicator = indicator
    self.period = period
    self.observation = observation
    unit = columns["unit"]
    status = columns["status"]
    lower = columns["lci_95"]
    upper = columns["uci_95"]
    count = columns["count"]
    denominator = columns["denominator"]
    width = header.fields.count
  }
}
