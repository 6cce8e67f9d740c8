/// A linear program over `A x = b, lower <= x <= upper` that is asked for the extremes of one unknown
/// after another.
///
/// The tableau starts from the reduced equations, so there are no artificial unknowns and no redundant
/// rows. Since only the objective changes between questions, each starts at the vertex where the last
/// one ended, and the objective's reduced costs are simply the tableau row of the asked unknown.
///
/// Rules: the steepest column enters (ties by index); of the rows that block first, the one with the
/// largest pivot leaves (ties by index). After a run of steps that move nothing, both follow Bland's
/// rule (smallest index), which cannot cycle.
struct BoundedSimplex: Sendable {
  /// The number of unknowns.
  let columns: Int

  /// The smallest value of each unknown; may be minus infinity.
  private(set) var lower: [Double]

  /// The largest value of each unknown; may be infinity.
  private(set) var upper: [Double]

  /// The present value of each unknown.
  private(set) var values: [Double]

  /// The steps made so far.
  private(set) var pivots = 0

  /// B⁻¹A by rows, flat; a basic column is a unit column.
  var table: [Double]

  /// B⁻¹b.
  var right: [Double]

  /// The basic unknown of each row.
  var basis: [Int]

  /// The row of each basic unknown, -1 for the others.
  var rowOf: [Int]

  static let tolerance = 1e-9
  private static let patience = 30

  /// After so many steps the basic unknowns are recomputed.
  private static let freshness = 200
  private var pivotsWhenFresh = 0

  /// Starts at the vertex where every unknown outside the basis sits at a bound.
  init(
    rows: [[Double]], right: [Double], pivots: [Int], lower: [Double], upper: [Double]
  ) {
    columns = lower.count
    self.lower = lower
    self.upper = upper
    self.right = right
    table = rows.flatMap { $0 }
    basis = pivots
    rowOf = [Int](repeating: -1, count: lower.count)
    values = lower.indices.map { column in
      if lower[column].isFinite { return lower[column] }
      return upper[column].isFinite ? upper[column] : 0
    }
    for row in pivots.indices { rowOf[pivots[row]] = row }
    refresh()
  }

  /// Moves to a vertex within all bounds.
  mutating func restoreFeasibility() throws(SolverFailure) {
    refresh()
    var idle = 0
    while let slopes = infeasibilitySlopes() {
      let bland = idle > Self.patience
      guard let entry = entering(slopes, bland: bland) else { throw .infeasible }
      guard let step = step(entry, bland: bland, throughInfeasible: true) else { throw .stalled }
      idle = step.length > Self.tolerance ? 0 : idle + 1
      try apply(step, entry)
    }
  }

  /// The largest (`sense` 1) or smallest (`sense` -1) value of an unknown; nil when it has no limit.
  ///
  /// The present point must be within all bounds.
  mutating func extreme(of target: Int, sense: Double) throws(SolverFailure) -> Double? {
    if pivots - pivotsWhenFresh > Self.freshness { refresh() }
    var idle = 0
    while let entry = entering(towards: target, sense: sense, bland: idle > Self.patience) {
      guard
        let step = step(entry, bland: idle > Self.patience, throughInfeasible: false),
        step.length.isFinite
      else { return nil }
      idle = step.length > Self.tolerance ? 0 : idle + 1
      try apply(step, entry)
    }
    return values[target]
  }

  /// Narrows the bounds of an unknown; the point may then lie outside them.
  mutating func narrow(_ column: Int, to bounds: ClosedRange<Double>) {
    lower[column] = max(lower[column], bounds.lowerBound)
    upper[column] = min(upper[column], bounds.upperBound)
    guard rowOf[column] < 0 else { return }
    values[column] = min(max(values[column], lower[column]), upper[column])
  }

  /// Recomputes the basic unknowns from the others, which removes the rounding of many steps.
  private mutating func refresh() {
    pivotsWhenFresh = pivots
    let moved = (0..<columns).filter { rowOf[$0] < 0 && values[$0] != 0 }
    for row in basis.indices {
      var value = right[row]
      let start = row * columns
      for column in moved { value -= table[start + column] * values[column] }
      values[basis[row]] = value
    }
  }

  private mutating func apply(_ step: Step, _ entry: Entry) throws(SolverFailure) {
    pivots += 1
    guard pivots < 200_000, step.length.isFinite else { throw .stalled }
    let change = entry.direction * step.length
    if change != 0 {
      for row in basis.indices {
        let rate = table[row * columns + entry.column]
        if rate != 0 { values[basis[row]] -= rate * change }
      }
      values[entry.column] += change
    }
    guard let row = step.row else {
      values[entry.column] = entry.direction > 0 ? upper[entry.column] : lower[entry.column]
      return
    }
    values[basis[row]] = step.bound
    pivot(row: row, column: entry.column)
  }
}
