/// The extremes of an unknown over the whole-number points of a linear program.
///
/// Most vertices of a table's program are whole already (always in one two-way table, whose equations
/// are totally unimodular); only then is there nothing to branch on. Otherwise the fractional unknown
/// with the smallest number is split at its value, nearer side first, and a branch is dropped as soon
/// as its bound cannot beat the best whole point found.
struct BranchAndBound: Sendable {
  /// What a search found.
  enum Extreme: Sendable, Hashable {
    /// The unknown has no limit this way.
    case unlimited

    /// The exact extreme.
    case exact(Double)

    /// The best whole point found before the branches ran out of their allowance; nil when none was.
    case unproven(Double?)
  }

  /// The most branches one search may open.
  let allowance: Int

  /// Searches from a program whose present point is within its bounds.
  ///
  /// The sense is 1 for the largest value and -1 for the smallest. The program is left at the vertex
  /// where the relaxed extreme lies. It throws ``SolverFailure/infeasible`` when there is no whole
  /// point at all.
  func extreme(
    of target: Int, sense: Double, in program: inout BoundedSimplex
  ) throws(SolverFailure) -> Extreme {
    guard let relaxed = try program.extreme(of: target, sense: sense) else { return .unlimited }
    guard let first = fractional(program) else { return .exact(relaxed.rounded()) }
    var open = branches(of: program, at: first)
    var best: Double?
    var opened = 0
    let ceiling = wholeBound(relaxed * sense)
    while var branch = open.popLast() {
      opened += 1
      guard opened <= allowance else { return .unproven(best.map { $0 * sense }) }
      guard let value = try optimum(of: target, sense: sense, in: &branch) else { continue }
      let bound = wholeBound(value)
      if let best, bound <= best { continue }
      if let column = fractional(branch) {
        open += branches(of: branch, at: column)
      } else {
        best = bound
        if bound >= ceiling { break }
      }
    }
    guard let best else { throw .infeasible }
    return .exact(best * sense)
  }

  /// The relaxed optimum of a branch times `sense`; nil when the branch holds no point.
  private func optimum(
    of target: Int, sense: Double, in branch: inout BoundedSimplex
  ) throws(SolverFailure) -> Double? {
    do {
      try branch.restoreFeasibility()
    } catch .infeasible {
      return nil
    }
    return try branch.extreme(of: target, sense: sense).map { $0 * sense }
  }

  /// The two halves at a fractional unknown, the nearer one last so that it is opened first.
  private func branches(of program: BoundedSimplex, at column: Int) -> [BoundedSimplex] {
    let value = program.values[column]
    var below = program
    below.narrow(column, to: -.infinity...value.rounded(.down))
    var above = program
    above.narrow(column, to: value.rounded(.up)...(.infinity))
    return value - value.rounded(.down) < 0.5 ? [above, below] : [below, above]
  }

  /// The first unknown whose value is not whole.
  private func fractional(_ program: BoundedSimplex) -> Int? {
    program.values.firstIndex { abs($0 - $0.rounded()) > 1e-6 }
  }

  /// The largest whole number that a bound allows.
  private func wholeBound(_ value: Double) -> Double { (value + 1e-6).rounded(.down) }
}
