import Evidence
import Tabular

/// Where the years of an adult care table stand.
struct AdultCareColumns {
  /// The columns of one year.
  struct Group {
    let period: Period
    var outcome: Int?
    var numerator: Int?
    var denominator: Int?
    var margin: Int?
    var respondents: Int?
  }

  let headerRow: Int
  let name: Int
  let area: Int
  let groups: [Group]

  /// Finds the header; nil where the sheet has none like it.
  init?(_ sheet: Table) {
    let wanted = ["local authority code", "local authority", "ons area code"]
    let found = sheet.rows.prefix(15).firstIndex { row in
      let keys = row.fields.map(CellText.key)
      return wanted.allSatisfy(keys.contains)
    }
    guard let found else { return nil }
    headerRow = found
    let keys = sheet.rows[found].fields.map(CellText.key)
    name = keys.firstIndex(of: "local authority") ?? 1
    area = keys.firstIndex(of: "ons area code") ?? 2
    var groups: [Group] = []
    for (index, field) in sheet.rows[found].fields.enumerated() {
      guard let dash = field.firstRange(of: " - "),
        let period = PublishedPeriod(String(field[..<dash.lowerBound]))?.period
      else { continue }
      if groups.last?.period != period { groups.append(Group(period: period)) }
      let at = groups.count - 1
      switch CellText.key(String(field[dash.upperBound...])) {
      case "outcome": groups[at].outcome = index
      case "numerator": groups[at].numerator = index
      case "denominator": groups[at].denominator = index
      case "margin of error": groups[at].margin = index
      case "number of respondents": groups[at].respondents = index
      default: break
      }
    }
    self.groups = groups.filter { $0.outcome != nil }
  }
}
