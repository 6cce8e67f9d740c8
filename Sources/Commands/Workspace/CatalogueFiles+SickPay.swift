import Importers
import Indicators
import Evidence
import Statistics
import Tabular

extension CatalogueFiles {
  /// The rows of `sick-pay-scenarios.csv`.
  ///
  /// - Throws: `ImportError` with file, line and column for anything not understood.
  func scenarios() throws(ImportError) -> [SickPayScenario] {
    let columns = [
      "id", "title", "kind", "weekly_rate", "lower_limit", "share_of_earnings", "waiting_days",
      "shortest_absence", "note", "source",
    ]
    guard let table = try table("sick-pay-scenarios.csv", columns) else { return [] }
    var found: [SickPayScenario] = []
    for row in table.rows {
      let id = table.text(row, "id")
      guard !id.isEmpty, !found.contains(where: { $0.id == id }) else {
        throw table.refusal(row, "id", expected: "a name that no other scenario has")
      }
      let kind = try table.word(
        row, "kind", SickPayScenario.Kind.self, expected: "before, uprated, after or reform")
      let rate = try pence(table, row, "weekly_rate")
      guard let rate else { throw table.refusal(row, "weekly_rate", expected: "pounds a week") }
      let share = table.text(row, "share_of_earnings")
      let rule: SickPayRule
      do {
        rule = try SickPayRule(
          weeklyRate: rate, lowerLimit: try pence(table, row, "lower_limit"),
          shareOfEarnings: share.isEmpty ? nil : try table.int(row, "share_of_earnings"),
          waitingDays: try table.int(row, "waiting_days"),
          shortestAbsence: try table.int(row, "shortest_absence"))
      } catch let error as ImportError {
        throw error
      } catch {
        throw ImportError(
          .malformed, path: table.path, line: row.line, "the scenario '\(id)': \(error)")
      }
      found.append(
        SickPayScenario(
          id: id, title: table.text(row, "title"), kind: kind, rule: rule,
          note: table.text(row, "note"), source: table.text(row, "source")))
    }
    return found
  }

  /// Whole pence of a cell in pounds; nil for an empty one.
  private func pence(
    _ table: CatalogueTable, _ row: Row, _ name: String
  ) throws(ImportError) -> Int? {
    let text = table.text(row, name)
    if text.isEmpty { return nil }
    guard let reading = Money.read(text), !reading.wasRounded else {
      throw table.refusal(row, name, expected: "pounds such as 123.25")
    }
    return Int(reading.money.pence)
  }
}
