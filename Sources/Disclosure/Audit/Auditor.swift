/// Works out what a reader can work out.
///
/// The audit knows the published figures, the sums and what readers may assume; of the hidden figures
/// it uses the true values only to judge whether the intervals reach far enough. It shares no code
/// with the choice of suppressions, so that a mistake there is found here.
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
    let groups = ReaderSystem.groups(hidden: hidden, in: index, knowledge: problem.knowledge)
    var findings: [(cell: Int, finding: AuditReport.Finding)] = []
    for group in groups { findings += try self.findings(of: group) }
    findings.sort { $0.cell < $1.cell }
    return AuditReport(
      findings: findings.map(\.finding), insiderFindings: try insiderFindings(hidden: hidden))
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
    of group: ReaderSystem
  ) throws(DisclosureError) -> [(cell: Int, finding: AuditReport.Finding)] {
    var findings: [(cell: Int, finding: AuditReport.Finding)] = []
    do {
      var audit = try GroupAudit(group, areCounts: problem.areCounts)
      for (unknown, cell) in group.cells.enumerated() {
        let (interval, isProved) = try audit.interval(of: unknown)
        var exact = audit.exact[unknown]
        if exact == "" { exact = interval.lower.map { "\($0)" } }
        let isProtected = interval.satisfies(requirement(of: cell), at: index.values[cell])
        findings.append(
          (
            cell,
            AuditReport.Finding(
              cell: index.ids[cell], interval: interval, exact: exact,
              isProtected: isProtected && exact == nil, isProved: isProved)
          ))
      }
    } catch {
      throw failure(error, group)
    }
    return findings
  }

  /// What the only contributor to a hidden cell can work out about the cells beside it.
  ///
  /// For each such cell, everything is audited again with its figure known.
  private func insiderFindings(
    hidden: [Int]
  ) throws(DisclosureError) -> [AuditReport.InsiderFinding] {
    var findings: [AuditReport.InsiderFinding] = []
    var isHidden = [Bool](repeating: false, count: index.ids.count)
    for cell in hidden { isHidden[cell] = true }
    for insider in try index.numbers(of: problem.singletons) where isHidden[insider] {
      let rest = hidden.filter { $0 != insider }
      for cell in index.neighbours(of: insider) where isHidden[cell] {
        let interval = try interval(of: cell, hidden: rest)
        guard !interval.satisfies(requirement(of: cell), at: index.values[cell]) else { continue }
        findings.append(
          AuditReport.InsiderFinding(
            insider: index.ids[insider], cell: index.ids[cell], interval: interval))
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
