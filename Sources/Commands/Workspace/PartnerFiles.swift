import Evidence
import Importers
import Indicators
import Places
import Tabular

/// Reads `datasets/partners/*.csv`: what other bodies spend in a place, by level of prevention.
struct PartnerFiles {
  let workspace: Workspace
  let register: Register

  /// The columns of a file.
  static let columns = ["place", "agency", "level", "year", "amount", "source"]

  /// The rows of all files, in the order of their names.
  ///
  /// - Throws: `ImportError` with file, line and column for the first that is not understood.
  func rows() throws(ImportError) -> [PartnerSpending] {
    let folder = Workspace.join(workspace.datasets, "partners")
    var found: [PartnerSpending] = []
    var seen: Set<[String]> = []
    for name in Workspace.names(in: folder) where name.hasSuffix(".csv") {
      guard
        let table = try CatalogueTable(Workspace.join(folder, name), columns: Self.columns)
      else { continue }
      for row in table.rows {
        let one = try spending(table, row)
        guard seen.insert([one.place, one.agency, one.level, one.year.iso]).inserted else {
          throw ImportError(
            .malformed, path: table.path, line: row.line,
            "\(one.agency), \(one.level), \(one.year.label) stands twice for this place; add the "
              + "amounts or take one out")
        }
        found.append(one)
      }
    }
    return found
  }

  private func spending(
    _ table: CatalogueTable, _ row: Row
  ) throws(ImportError) -> PartnerSpending {
    guard let place = register.resolve(table.text(row, "place")).place else {
      throw table.refusal(row, "place", expected: "the ONS code or the full name of a place")
    }
    for name in ["agency", "source"] where table.text(row, name).isEmpty {
      throw table.refusal(row, name, expected: name == "agency" ? "who spends" : "who says so")
    }
    let level = table.text(row, "level")
    guard PreventionScheme.levels.contains(level) else {
      let levels = PreventionScheme.levels
      throw table.refusal(
        row, "level",
        expected: levels.dropLast().joined(separator: ", ") + " or \(levels.last ?? "")")
    }
    guard let year = Period(financialYear: table.text(row, "year")) else {
      throw table.refusal(row, "year", expected: "a financial year such as 2024-25")
    }
    guard let money = Money.read(table.text(row, "amount"))?.money else {
      throw table.refusal(row, "amount", expected: "an amount in pounds such as £1,234,567")
    }
    guard money.pence >= 0 else {
      throw table.refusal(row, "amount", expected: "an amount that is not below nought")
    }
    return PartnerSpending(
      place: place.code, agency: table.text(row, "agency"), level: level, year: year,
      amount: money, source: table.text(row, "source"))
  }
}
