/// The audit of one group of hidden cells that share equations.
///
/// First the sums alone: reduced row echelon form over fractions shows which figures are fixed exactly.
/// Then sums and bounds: the smallest and largest value of each unknown by linear programming. For
/// counts the search goes on among whole numbers where a vertex is not whole.
struct GroupAudit {
  /// The unknowns that the sums alone fix, with the figure as text.
  let exact: [Int: String]

  private let system: ReaderSystem
  private let areCounts: Bool
  private var program: BoundedSimplex
  private let search = BranchAndBound(allowance: 20_000)

  /// Prepares a group; it fails when no figures are possible.
  init(_ system: ReaderSystem, areCounts: Bool) throws(SolverFailure) {
    self.system = system
    // Decimals in a table of "counts" would make a search among whole numbers meaningless.
    self.areCounts = areCounts && system.places == 0
    let count = system.cells.count
    let unit = system.unit
    let lower = system.lower.map { $0 * unit }
    let upper = system.upper.map { $0 * unit }
    if let reduced = RowReduction<Rational<Int>>(system.rows, columns: count) {
      guard reduced.isConsistent else { throw .infeasible }
      exact = Self.texts(reduced, system)
      let right = system.places == nil ? nil : reduced.right.map(\.approximation)
      program = try Self.program(
        system, reduced.rows.map { $0.map(\.approximation) }, reduced.pivots, right, lower, upper)
      return
    }
    if let reduced = RowReduction<Rational<Int128>>(system.rows, columns: count) {
      guard reduced.isConsistent else { throw .infeasible }
      exact = Self.texts(reduced, system)
    } else if let reduced = RowReduction<PrimeField>(system.rows, columns: count) {
      var fixed: [Int: String] = [:]
      for (unknown, _) in reduced.fixed { fixed[unknown] = "" }
      exact = fixed
    } else {
      exact = [:]
    }
    program = try Self.program(system, nil, [], nil, lower, upper)
  }

  /// The values of an unknown that a reader cannot rule out, and whether that is proved.
  mutating func interval(of unknown: Int) throws(SolverFailure) -> (Interval, isProved: Bool) {
    let (low, lowProved) = try extreme(of: unknown, sense: -1)
    let (high, highProved) = try extreme(of: unknown, sense: 1)
    return (Interval(lower: low, upper: high), lowProved && highProved)
  }

  /// The values of unknowns that somebody who knows the figure of another one cannot rule out.
  func intervals(
    of unknowns: [Int], knowing insider: Int, at figure: Double
  ) throws(SolverFailure) -> [Interval] {
    var informed = self
    let known = figure * system.unit
    informed.program.narrow(insider, to: known...known)
    try informed.program.restoreFeasibility()
    var intervals: [Interval] = []
    for unknown in unknowns { intervals.append(try informed.interval(of: unknown).0) }
    return intervals
  }

  private mutating func extreme(
    of unknown: Int, sense: Double
  ) throws(SolverFailure) -> (Double?, Bool) {
    guard areCounts else {
      let value = try program.extreme(of: unknown, sense: sense)
      return (value.map { sixPlaces($0 / system.unit) }, true)
    }
    switch try search.extreme(of: unknown, sense: sense, in: &program) {
    case .unlimited: return (nil, true)
    case .exact(let value): return (value + 0, true)
    case .unproven(let value):
      guard let value else { throw .stalled }
      return (value + 0, false)
    }
  }

  private static func texts<Whole>(
    _ reduced: RowReduction<Rational<Whole>>, _ system: ReaderSystem
  ) -> [Int: String] {
    var texts: [Int: String] = [:]
    for (unknown, value) in reduced.fixed {
      guard let places = system.places, let power = powerOfTen(places) else {
        texts[unknown] = ""
        continue
      }
      texts[unknown] = value.divided(by: Rational<Whole>(whole: power)).text
    }
    return texts
  }

  /// The program from reduced rows, or from rows reduced in floating point when those are missing.
  private static func program(
    _ system: ReaderSystem, _ rows: [[Double]]?, _ pivots: [Int], _ right: [Double]?,
    _ lower: [Double], _ upper: [Double]
  ) throws(SolverFailure) -> BoundedSimplex {
    var program: BoundedSimplex
    if let rows, let right {
      program = BoundedSimplex(
        rows: rows, right: right, pivots: pivots, lower: lower, upper: upper)
    } else {
      let (rows, right, pivots) = try floatingReduction(system)
      program = BoundedSimplex(
        rows: rows, right: right, pivots: pivots, lower: lower, upper: upper)
    }
    try program.restoreFeasibility()
    return program
  }

  /// Reduces the rows in floating point, with the right-hand side as one more unknown.
  private static func floatingReduction(
    _ system: ReaderSystem
  ) throws(SolverFailure) -> ([[Double]], [Double], [Int]) {
    let right = system.places == nil ? system.plainRight : system.rows.map { Double($0.right) }
    let largest = right.reduce(1) { max($0, abs($1)) }
    guard
      let reduced = RowReduction<Double>(system.rows, columns: system.cells.count, right: right)
    else { throw .stalled }
    // Figures that were computed, not counted, add up only to within their rounding.
    guard reduced.residual <= 1e-6 * largest else { throw .infeasible }
    return (reduced.rows, reduced.right, reduced.pivots)
  }
}
