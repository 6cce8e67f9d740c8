/// Why a linear program has no answer.
enum SolverFailure: Error, Sendable, Hashable {
  /// No point satisfies the equations and the bounds.
  case infeasible

  /// The pivots ran out: the numbers are too ill-conditioned to trust.
  case stalled
}
