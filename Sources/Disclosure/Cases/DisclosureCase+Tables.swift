extension DisclosureCase {
  /// Audits the suppressions that the case gives.
  func auditAnswer() throws(DisclosureError) -> AuditAnswer {
    AuditAnswer(try Auditor(problem()).audit(suppressed: suppressed))
  }

  /// Chooses suppressions and audits them.
  func secondaryAnswer() throws(DisclosureError) -> SecondaryAnswer {
    let problem = try problem()
    let suppression = try Suppressor(problem).suppress()
    let answer = AuditAnswer(suppression.audit)
    let hidden = Set(suppression.secondary)
    let sum = problem.cells.reduce(0) { hidden.contains($1.id) ? $0 + $1.value : $0 }
    return SecondaryAnswer(
      suppressed: suppression.suppressed, secondary: suppression.secondary,
      n_secondary: suppression.secondary.count, sum_secondary: sixPlaces(sum),
      intervals: answer.intervals, exact: answer.exact, violations: answer.violations,
      verdict: answer.verdict)
  }
}
