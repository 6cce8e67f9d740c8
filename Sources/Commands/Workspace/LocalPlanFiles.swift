import Evidence
import Importers
import Indicators
import Places
import Tabular

/// Reads `datasets/plans/<place>.csv`: what a place brings to its own plan.
struct LocalPlanFiles {
  let workspace: Workspace
  let register: Register
  let catalogue: Catalogue
  let assumptions: PlanAssumptions
  let demands: [PlanDemand]

  /// The columns of a file.
  static let columns = [
    "item", "year", "value", "low", "high", "text", "source", "confidence",
  ]
  private static let people = ["children", "adults", "households"]

  /// The places' files, by the code of the place.
  ///
  /// - Throws: `ImportError` with file, line and column for the first that is not understood.
  func plans() throws(ImportError) -> [String: LocalPlan] {
    let folder = Workspace.join(workspace.datasets, "plans")
    var found: [String: LocalPlan] = [:]
    for name in Workspace.names(in: folder) where name.hasSuffix(".csv") {
      let path = Workspace.join(folder, name)
      let word = String(name.dropLast(4))
      guard let place = place(word) else {
        throw ImportError(
          .malformed, path: path,
          "'\(word)' is neither the code of a place nor the name of its folder below "
            + "reports/places; expected a name such as greater-manchester.csv")
      }
      guard found[place.code] == nil else {
        throw ImportError(
          .malformed, path: path, "there is another file for \(place.name); keep one of them")
      }
      found[place.code] = try plan(place, path)
    }
    return found
  }

  private func place(_ word: String) -> Place? {
    if let place = register[word] { return place }
    return register.places.first { $0.isCurrent && register.slug(for: $0.code) == word }
  }

  private func plan(_ place: Place, _ path: String) throws(ImportError) -> LocalPlan {
    guard let table = try CatalogueTable(path, columns: Self.columns) else {
      return LocalPlan(place: place.code)
    }
    var figures: [LocalPlan.Figure] = []
    var notes: [LocalPlan.Note] = []
    var seen: Set<[String]> = []
    for row in table.rows {
      let item = table.text(row, "item")
      try check(item, table, row)
      guard seen.insert([item, table.text(row, "year")]).inserted else {
        throw table.refusal(row, "item", expected: "each item once for each year")
      }
      guard !table.text(row, "source").isEmpty else {
        throw table.refusal(row, "source", expected: "who says so")
      }
      if isWorded(item) {
        notes.append(try note(item, table, row))
      } else {
        figures.append(try figure(item, table, row))
      }
    }
    return LocalPlan(place: place.code, figures: figures, notes: notes)
  }

  private func isWorded(_ item: String) -> Bool {
    LocalPlan.worded.contains(String(item.prefix { $0 != "." }))
  }

  private func note(
    _ item: String, _ table: CatalogueTable, _ row: Row
  ) throws(ImportError) -> LocalPlan.Note {
    guard !table.text(row, "text").isEmpty else {
      throw table.refusal(row, "text", expected: "words")
    }
    return LocalPlan.Note(
      item: item, text: table.text(row, "text"), source: table.text(row, "source"))
  }

  private func figure(
    _ item: String, _ table: CatalogueTable, _ row: Row
  ) throws(ImportError) -> LocalPlan.Figure {
    let isDated = LocalPlan.dated.contains(String(item.prefix { $0 != "." }))
    let year = Self.year(table.text(row, "year"))
    guard isDated == (year != nil) else {
      throw table.refusal(
        row, "year",
        expected: isDated ? "a year such as 2030 or 2030-31" : "nothing: '\(item)' has no year")
    }
    let (value, low, high) = try table.range(row)
    guard let value else { throw table.refusal(row, "value", expected: "a number") }
    try checkSize(item, value, table, row)
    return LocalPlan.Figure(
      item: item, year: year, value: value, low: low, high: high,
      source: table.text(row, "source"),
      confidence: try table.word(
        row, "confidence", PlanAssumption.Confidence.self, expected: "high, medium or low"))
  }

  /// Shares from 0 to 100, whole years from 0 to 10, people and costs above nought.
  private func checkSize(
    _ item: String, _ value: Double, _ table: CatalogueTable, _ row: Row
  ) throws(ImportError) {
    if let assumption = assumptions[item] {
      if assumption.unit == "%", !(0...100).contains(value) {
        throw table.refusal(row, "value", expected: "a percentage from 0 to 100")
      }
      if assumption.unit == "years", !(0...10).contains(value) || value != value.rounded() {
        throw table.refusal(row, "value", expected: "whole years from 0 to 10")
      }
      if item == "plan_years", value < 1 {
        throw table.refusal(row, "value", expected: "whole years from 1 to 10")
      }
    } else if !item.hasPrefix("target."), value <= 0 {
      throw table.refusal(row, "value", expected: "a number above nought")
    }
  }

  private static func year(_ text: String) -> Int? {
    if let period = Period(financialYear: text) { return period.year }
    return Int(text).flatMap { (2000...2100).contains($0) ? $0 : nil }
  }

  private func check(_ item: String, _ table: CatalogueTable, _ row: Row) throws(ImportError) {
    if assumptions[item] != nil || isWorded(item) { return }
    let parts = item.split(separator: ".", maxSplits: 1).map(String.init)
    let known: [String]
    switch parts.first {
    case "target": known = catalogue.indicators.map(\.id)
    case "population": known = Self.people
    case "unit_cost", "volume": known = demands.map(\.id)
    default: known = []
    }
    if parts.count == 2, known.contains(parts[1]) { return }
    let words =
      parts.count == 2 && !known.isEmpty
      ? known.map { parts[0] + "." + $0 }
      : assumptions.all.map(\.id) + LocalPlan.worded + LocalPlan.numbered.map { $0 + ".…" }
    let hint = Nearest.of(item, among: words).map { "; did you mean '\($0)'?" } ?? ""
    throw table.refusal(
      row, "item", expected: "an item of datasets/plans/README.md" + hint)
  }
}
