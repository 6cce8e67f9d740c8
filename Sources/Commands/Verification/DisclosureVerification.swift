import Disclosure
import Evidence
import Importers
import Indicators
import Places
import Store

extension Verification {
  /// The hidden figures that readers can work out from those that are shown.
  ///
  /// The files' own figures are read again, and the audit is told what the database shows.
  static func disclosure(
    _ workspace: Workspace, _ connection: borrowing Connection
  ) throws -> [String] {
    let datasets = try Datasets(workspace, acceptsChanges: true)
    let catalogue = try CatalogueFiles(workspace: workspace).catalogue()
    let protected: ProtectedDatasets
    do {
      protected = try ProtectedDatasets(datasets, try Register(reading: connection), catalogue)
    } catch let error as CommandFailure {
      return [error.message]
    }
    guard protected.isNeeded else { return [] }
    return try protected.violations(showing: try shownFigures(connection))
  }

  /// The figures that are shown, by data set.
  private static func shownFigures(
    _ connection: borrowing Connection
  ) throws -> [String: Set<LineageKey>] {
    let rows = try connection.prepare(
      """
      SELECT s.dataset, o.measure, o.place, o.period_start, o.period_months
      FROM observation o JOIN source s ON s.id = o.source
      WHERE o.value IS NOT NULL OR o.count IS NOT NULL
      """)
    var found: [String: Set<LineageKey>] = [:]
    while try rows.step() {
      guard let start = Day(rows.text(3)) else { continue }
      found[rows.text(0), default: []].insert(
        LineageKey(
          measure: rows.text(1), place: rows.text(2),
          period: Period(start: start, months: rows.int(4))))
    }
    return found
  }
}
