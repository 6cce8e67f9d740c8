/// Chooses which further cells to hide so that the primary ones cannot be worked out.
///
/// 1. Primary cells are met one after another, the largest first, each by the cheapest shift of the
///    table around it (see `ShiftPlanner`); what is hidden already is nearly free.
/// 2. Secondary cells are shown again, the dearest first, while every demand can still be met.
/// 3. The choice is improved: each secondary cell in turn is forbidden and its demands met anew; what
///    costs less is kept. In small tables several orders and prices are tried to start from.
/// 4. The whole is audited by a separate code path; what does not pass is not returned.
///
/// Grand totals are never hidden, and no nought where noughts are shown. Fewer hidden cells count
/// first, then the information they hold. The result is the same on every run.
public struct Suppressor: Sendable {
  /// The tables and what has to be protected in them.
  public let problem: DisclosureProblem

  /// How much work improving may take, in millions of table columns visited (about 5 ms each).
  public var effort: Int

  /// Prepares to protect these tables.
  public init(_ problem: DisclosureProblem, effort: Int = 30) {
    self.problem = problem
    self.effort = effort
  }

  /// Chooses the secondary cells.
  ///
  /// - Throws: ``DisclosureError/cannotProtect(cells:)`` when no choice protects all primary cells;
  ///   merging categories may help.
  public func suppress() throws(DisclosureError) -> Suppression {
    do {
      return try suppress(hidesSubtotals: false)
    } catch .cannotProtect {
      return try suppress(hidesSubtotals: true)
    }
  }

  private func suppress(hidesSubtotals: Bool) throws(DisclosureError) -> Suppression {
    let table = try SuppressionTable(problem, hidesSubtotals: hidesSubtotals)
    var search = try PatternSearch(table, allowance: effort * 1_000_000)
    let pattern = try search.best()
    let hidden = pattern.hidden
    let report = try Auditor(problem).audit(suppressed: hidden.map { table.index.ids[$0] })
    guard report.isSafe else {
      let cells = report.violations.map(\.cell) + report.insiderFindings.map(\.cell)
      throw .cannotProtect(cells: cells)
    }
    return Suppression(
      primary: table.primary.map { table.index.ids[$0] },
      secondary: hidden.filter { !table.isPrimary[$0] }.map { table.index.ids[$0] }, audit: report)
  }
}
