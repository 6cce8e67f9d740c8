/// Finds the cheapest way to move one cell of a table while all its sums still hold.
///
/// Unknowns are the changes d of all cells; A d = 0 for all equations; a change of cell j costs
/// `price[j] * |d|` and stays within `-down[j] ... up[j]`; the wanted cell changes by a given amount.
///
/// The method is the dual simplex method for convex piecewise-linear costs. It starts with the wanted
/// cell moved and nothing else, which costs nothing but breaks the equations the cell stands in, and
/// mends one broken equation after another by the cheapest change. The basis starts from one empty
/// logical unknown per equation and is kept as a product of etas, so a search touches only the part of
/// the table near the wanted cell.
struct ShiftProgram: Sendable {
  /// A way to move one cell: the cells that change, ascending, and by how much.
  struct Shift: Sendable, Hashable {
    var cells: [Int]
    var amounts: [Double]
  }

  /// What the cells may do in one search.
  struct Terms: Sendable {
    /// Which cells may change.
    var isOpen: [Bool]

    /// What a change costs per unit; above 0.
    var price: [Double]

    /// How far a cell may fall, and rise; finite.
    var down: [Double]
    var up: [Double]
  }

  /// The entries visited by all searches so far, a measure of work that is the same on every machine.
  private(set) var work = 0

  let cellCount: Int
  let rowCount: Int
  private let equations: [[SparseRow.Term]]
  private var columns: [[SparseRow.Term]]

  /// Sets up the equations of a table.
  init(equations: [[SparseRow.Term]], cellCount: Int) {
    self.cellCount = cellCount
    self.equations = equations
    rowCount = equations.count
    columns = Array(repeating: [], count: cellCount)
    for (row, equation) in equations.enumerated() {
      for term in equation {
        columns[term.column].append(.init(column: row, coefficient: term.coefficient))
      }
    }
  }

  /// The cheapest shift that moves a cell by `amount`; nil when there is none.
  mutating func cheapestShift(
    of target: Int, by amount: Double, terms: Terms
  ) throws(SolverFailure) -> Shift? {
    var search = ShiftSearch(self, target: target, amount: amount, terms: terms)
    defer { work += search.work }
    return try search.run(in: self) ? search.shift : nil
  }

  /// Fills `column` with a cell's coefficients, by equation.
  func fill(_ column: inout SparseVector, with cell: Int) {
    column.clear()
    for term in columns[cell] { column.add(Double(term.coefficient), at: term.column) }
  }

  /// Fills `sums` with what a combination of equations makes of each cell.
  ///
  /// - Returns: The number of entries visited.
  func combine(_ equationsWith: SparseVector, into sums: inout SparseVector) -> Int {
    sums.clear()
    var visited = 0
    for row in equationsWith.support where equationsWith.values[row] != 0 {
      let factor = equationsWith.values[row]
      for term in equations[row] { sums.add(Double(term.coefficient) * factor, at: term.column) }
      visited += equations[row].count
    }
    return visited
  }
}
