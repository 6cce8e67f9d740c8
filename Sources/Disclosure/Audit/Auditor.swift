/// Works out what a reader can work out.
///
/// The audit knows the published figures, the sums and what readers may assume; of the hidden figures
/// it uses the true values only to judge whether the intervals reach far enough. It shares no code
/// with the choice of suppressions but the numbering of cells, so that a mistake there
/// is found here.
public struct Auditor: Sendable {
  /// The tables and what has to be protected in them.
  public let problem: DisclosureProblem

  private let index: CellIndex
  private let requirements: [String: Requirement]

  /// Prepares the audit of a publication of these tables.
  public init(_ problem: DisclosureProblem) throws(DisclosureError) {
    self.problem = problem
    index = try CellIndex(problem)
    requirements = problem.requirementTable
  }

  /// Audits the publication of all cells but `suppressed`.
  ///
  /// - Complexity: exact reduction O(equations² · hidden cells); then two linear programs per hidden
  ///   cell, each a few steps of O(equations · hidden cells).
  /// - Throws: ``DisclosureError/contradiction(cells:)`` when no figures are possible,
  ///   ``DisclosureError/unstable(cells:)`` when the numbers cannot be trusted.
  public func audit(suppressed: [String]) throws(DisclosureError) -> AuditReport {
    let hidden = try index.numbers(of: suppressed)
    let insiders = try index.numbers(of: problem.singletons)
    var findings: [(cell: Int, finding: AuditReport.Finding)] = []
    var insiderFindings: [(pair: (Int, Int), finding: AuditReport.InsiderFinding)] = []
    for group in ReaderSystem.groups(hidden: hidden, in: index, knowledge: problem.knowledge) {
      do {
        var audit = try GroupAudit(group, areCounts: problem.areCounts)
        findings += try self.findings(of: group, &audit)
        insiderFindings += try self.insiderFindings(of: group, audit, insiders)
      } catch {
        throw failure(error, group)
      }
    }
    findings.sort { $0.cell < $1.cell }
    insiderFindings.sort { $0.pair < $1.pair }
    return AuditReport(
      findings: findings.map(\.finding), insiderFindings: insiderFindings.map(\.finding))
  }

  /// The values of one hidden cell that a reader cannot rule out.
  public func interval(
    of cell: String, suppressed: [String]
  ) throws(DisclosureError) -> Interval {
    let hidden = try index.numbers(of: suppressed)
    let number = try index.number(of: cell)
    return try interval(of: number, hidden: hidden)
  }

  /// The interval of a cell by number; exact knowledge when it is not hidden.
  func interval(of cell: Int, hidden: [Int]) throws(DisclosureError) -> Interval {
    let groups = ReaderSystem.groups(hidden: hidden, in: index, knowledge: problem.knowledge)
    for group in groups {
      guard let unknown = group.cells.firstIndex(of: cell) else { continue }
      do {
        var audit = try GroupAudit(group, areCounts: problem.areCounts)
        return try audit.interval(of: unknown).0
      } catch {
        throw failure(error, group)
      }
    }
    return Interval(lower: index.values[cell], upper: index.values[cell])
  }

  private func findings(
    of group: ReaderSystem, _ audit: inout GroupAudit
  ) throws(SolverFailure) -> [(cell: Int, finding: AuditReport.Finding)] {
    var findings: [(cell: Int, finding: AuditReport.Finding)] = []
    for (unknown, cell) in group.cells.enumerated() {
      let (interval, isProved) = try audit.interval(of: unknown)
      var exact = audit.exact[unknown]
      if exact == "" { exact = interval.lower.map { "\($0)" } }
      let isUncertain = interval.satisfies(requirement(of: cell), at: index.values[cell])
      let finding = AuditReport.Finding(
        cell: index.ids[cell], interval: interval, exact: exact,
        isProtected: isUncertain && exact == nil, isProved: isProved)
      findings.append((cell, finding))
    }
    return findings
  }

  /// What the only contributor to a hidden cell can work out about the hidden cells beside it.
  private func insiderFindings(
    of group: ReaderSystem, _ audit: GroupAudit, _ insiders: [Int]
  ) throws(SolverFailure) -> [(pair: (Int, Int), finding: AuditReport.InsiderFinding)] {
    var findings: [(pair: (Int, Int), finding: AuditReport.InsiderFinding)] = []
    var unknownOf: [Int: Int] = [:]
    for (unknown, cell) in group.cells.enumerated() { unknownOf[cell] = unknown }
    for insider in insiders {
      guard let known = unknownOf[insider] else { continue }
      let cells = index.neighbours(of: insider).filter { unknownOf[$0] != nil }
      let intervals = try audit.intervals(
        of: cells.compactMap { unknownOf[$0] }, knowing: known, at: index.values[insider])
      for (cell, interval) in zip(cells, intervals) {
        guard !interval.satisfies(requirement(of: cell), at: index.values[cell]) else { continue }
        let finding = AuditReport.InsiderFinding(
          insider: index.ids[insider], cell: index.ids[cell], interval: interval)
        findings.append(((insider, cell), finding))
      }
    }
    return findings
  }

  private func requirement(of cell: Int) -> Requirement {
    requirements[index.ids[cell]] ?? .anyWidth
  }

  private func failure(_ failure: SolverFailure, _ group: ReaderSystem) -> DisclosureError {
    let cells = group.cells.map { index.ids[$0] }
    return failure == .infeasible ? .contradiction(cells: cells) : .unstable(cells: cells)
  }
}
