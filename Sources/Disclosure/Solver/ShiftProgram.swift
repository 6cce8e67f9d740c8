/// Finds the cheapest way to move one cell of a table while all its sums still hold.
///
/// Unknowns are the changes d of all cells; A d = 0 for all equations; a change of cell j costs
/// `price[j] * |d|` and stays within `-down[j] ... up[j]`. The wanted cell earns a reward far above any
/// price instead, so that the search starts at d = 0, which is always allowed, and needs no first phase.
///
/// The method is the simplex method for convex piecewise-linear costs: a basic change that reaches 0
/// only gets a new slope, and the step goes on as long as that still pays. The basis is kept as a
/// product of etas and starts from one empty logical unknown per equation, so a search touches only the
/// part of the table near the wanted cell.
struct ShiftProgram: Sendable {
  /// A way to move one cell: the cells that change, ascending, and by how much.
  struct Shift: Sendable, Hashable {
    var cells: [Int]
    var amounts: [Double]

    /// The change of the wanted cell; less than wanted when there is no way to move it further.
    var reached: Double
  }

  /// What the cells may do in one search.
  struct Terms: Sendable {
    var price: [Double]
    var down: [Double]
    var up: [Double]
  }

  /// The columns visited by all searches so far, a measure of work that is the same on every machine.
  private(set) var work = 0

  let cellCount: Int
  let rowCount: Int
  private let starts: [Int]
  private let rows: [Int]
  private let coefficients: [Double]
  private var etas = EtaFile()

  /// Costs nothing can outweigh: what the wanted cell earns per unit.
  static let reward = 1e6
  static let tolerance = 1e-7

  /// Sets up the equations of a table.
  init(equations: [[SparseRow.Term]], cellCount: Int) {
    self.cellCount = cellCount
    rowCount = equations.count
    var columns: [[(row: Int, coefficient: Double)]] = Array(repeating: [], count: cellCount)
    for (row, equation) in equations.enumerated() {
      for term in equation { columns[term.column].append((row, Double(term.coefficient))) }
    }
    var starts = [0]
    for column in columns { starts.append(starts[starts.count - 1] + column.count) }
    self.starts = starts
    rows = columns.flatMap { $0.map(\.row) }
    coefficients = columns.flatMap { $0.map(\.coefficient) }
  }

  /// The cheapest shift that moves a cell by `amount`, or as far towards it as can be.
  ///
  /// - Parameter open: The cells that may change, ascending; `target` need not be among them.
  mutating func cheapestShift(
    of target: Int, by amount: Double, among open: [Int], terms: Terms
  ) throws(SolverFailure) -> Shift {
    var search = Search(self, target: target, amount: amount, open: open, terms: terms)
    etas.reset()
    var idle = 0
    var steps = 0
    while let move = search.bestMove(in: self, bland: idle > 60) {
      work += open.count + rowCount
      steps += 1
      guard steps < 20_000 else { throw .stalled }
      let (column, support) = transformed(move.cell)
      let isIdle = search.advance(move, column, support, bland: idle > 60, etas: &etas)
      idle = isIdle ? idle + 1 : 0
    }
    return search.shift
  }

  /// The dual prices of the equations for these slopes of the basic unknowns.
  func duals(_ slopes: [Double]) -> [Double] {
    var duals = slopes
    etas.solveTransposed(&duals)
    return duals
  }

  /// What one unit of a cell is worth at these dual prices.
  func worth(of cell: Int, _ duals: [Double]) -> Double {
    var sum = 0.0
    for index in starts[cell]..<starts[cell + 1] { sum += coefficients[index] * duals[rows[index]] }
    return sum
  }

  /// B⁻¹ times a cell's column, and the rows where it may be non-zero.
  private func transformed(_ cell: Int) -> (column: [Double], support: [Int]) {
    var column = [Double](repeating: 0, count: rowCount)
    var isMarked = [Bool](repeating: false, count: rowCount)
    var support: [Int] = []
    for index in starts[cell]..<starts[cell + 1] {
      column[rows[index]] += coefficients[index]
      isMarked[rows[index]] = true
      support.append(rows[index])
    }
    etas.solve(&column, support: &support, isMarked: &isMarked)
    support.sort()
    return (column, support)
  }
}
