/// One run of the dual simplex method of a ``ShiftProgram``.
///
/// Every unknown outside the basis stands at -down, 0 or up; every basic one has a side: it is meant to
/// lie within 0...up (side 1, where it costs its price) or -down...0 (side -1, where growing saves it).
/// A basic unknown outside its side is broken. It goes back to the nearer end of its side, and of all
/// changes that bring it there the one enters whose cost, as far as the dual prices do not pay for it
/// already, is least. A broken unknown that ends at 0 may change sides instead, when that is cheaper.
struct ShiftSearch {
  private let target: Int
  private let terms: ShiftProgram.Terms

  /// The changes of the cells outside the basis.
  private var value: [Double]

  /// What the dual prices of the equations make of each cell.
  private var worth: [Double]

  /// The basic cell of each row, -1 for the row's logical unknown, which is meant to be 0.
  private var basis: [Int]
  private var isBasic: [Bool]
  private var side: [Double]

  /// The present values of the basic unknowns; rows never touched are 0.
  private var basic: SparseVector
  private var etas = EtaFile()
  private var column: SparseVector
  private var combination: SparseVector
  private var sums: SparseVector

  /// The entries visited so far.
  private(set) var work: Int

  private static let tolerance = 1e-7
  private static let patience = 100

  init(_ program: ShiftProgram, target: Int, amount: Double, terms: ShiftProgram.Terms) {
    self.target = target
    self.terms = terms
    value = [Double](repeating: 0, count: program.cellCount)
    worth = value
    basis = [Int](repeating: -1, count: program.rowCount)
    isBasic = [Bool](repeating: false, count: program.cellCount)
    side = [Double](repeating: 1, count: program.rowCount)
    basic = SparseVector(count: program.rowCount)
    column = basic
    combination = basic
    sums = SparseVector(count: program.cellCount)
    work = program.rowCount + program.cellCount
    value[target] = amount
    program.fill(&column, with: target)
    for row in column.support { basic.add(-column.values[row] * amount, at: row) }
  }

  /// The shift, once all equations are mended.
  var shift: ShiftProgram.Shift {
    var changes = value
    for row in basic.support where basis[row] >= 0 { changes[basis[row]] = basic.values[row] }
    let cells = changes.indices.filter { abs(changes[$0]) > 1e-6 }
    return ShiftProgram.Shift(cells: cells, amounts: cells.map { changes[$0] })
  }

  /// Mends all equations; false when that cannot be done.
  mutating func run(in program: ShiftProgram) throws(SolverFailure) -> Bool {
    var idle = 0
    for _ in 0..<50_000 {
      let isCautious = idle > Self.patience
      guard let row = brokenRow(isCautious) else { return true }
      guard let paid = mend(row, in: program, isCautious) else { return false }
      idle = paid > 1e-12 ? 0 : idle + 1
    }
    throw .stalled
  }

  /// The row whose basic unknown lies furthest outside its side; by number when cautious.
  private func brokenRow(_ isCautious: Bool) -> Int? {
    var worst: Int?
    var excess = Self.tolerance
    for row in basic.support {
      let range = range(of: row)
      let outside = max(range.lowerBound - basic.values[row], basic.values[row] - range.upperBound)
      guard outside > Self.tolerance else { continue }
      if isCautious {
        if worst.map({ (basis[row], row) < (basis[$0], $0) }) ?? true { worst = row }
      } else if outside > excess + 1e-9 || (outside > excess - 1e-9 && row < worst ?? Int.max) {
        worst = row
        excess = max(excess, outside)
      }
    }
    return worst
  }

  /// Where the basic unknown of a row is meant to lie.
  private func range(of row: Int) -> ClosedRange<Double> {
    let cell = basis[row]
    if cell < 0 { return 0...0 }
    return side[row] > 0 ? 0...terms.up[cell] : -terms.down[cell]...0
  }

  /// Brings one broken row back; gives what that costs per unit, nil when nothing can.
  private mutating func mend(
    _ row: Int, in program: ShiftProgram, _ isCautious: Bool
  ) -> Double? {
    let range = range(of: row)
    let isLow = basic.values[row] < range.lowerBound
    let bound = isLow ? range.lowerBound : range.upperBound
    combination.clear()
    combination.set(1, at: row)
    etas.solveTransposed(&combination)
    work += etas.count + program.combine(combination, into: &sums)
    let entry = entering(isLow, isCautious)
    let ownLimit = priceOfChangingSides(row, at: bound)
    guard let ownLimit, ownLimit <= entry?.cost ?? .infinity else {
      guard let entry else { return nil }
      charge(entry.cost, isLow)
      enter(entry.cell, row, bound, isLow, in: program)
      return entry.cost
    }
    charge(ownLimit, isLow)
    side[row] = -side[row]
    return ownLimit
  }

  /// What it takes for a basic change that ends at 0 to go on to its other side; nil when it cannot.
  private func priceOfChangingSides(_ row: Int, at bound: Double) -> Double? {
    let cell = basis[row]
    guard cell >= 0, bound == 0 else { return nil }
    let beyond = side[row] > 0 ? terms.down[cell] : terms.up[cell]
    let isCrossing = side[row] > 0 ? basic.values[row] < 0 : basic.values[row] > 0
    return beyond > 0 && isCrossing ? 2 * terms.price[cell] : nil
  }

  /// The cell whose change brings the row back at the least unpaid cost per unit.
  private func entering(_ isLow: Bool, _ isCautious: Bool) -> (cell: Int, cost: Double)? {
    var best: (cell: Int, cost: Double, size: Double)?
    for cell in sums.support where terms.isOpen[cell] && !isBasic[cell] && cell != target {
      let rate = sums.values[cell]
      guard abs(rate) > 1e-9 else { continue }
      let direction: Double = (rate < 0) == isLow ? 1 : -1
      guard let unpaid = unpaidCost(of: cell, direction) else { continue }
      let cost = max(0, unpaid) / abs(rate)
      guard let known = best else {
        best = (cell, cost, abs(rate))
        continue
      }
      if cost > known.cost + 1e-12 { continue }
      let isTie = cost > known.cost - 1e-12
      let isPreferred =
        isCautious || abs(abs(rate) - known.size) < 1e-9
        ? cell < known.cell : abs(rate) > known.size
      if !isTie || isPreferred { best = (cell, min(cost, known.cost), abs(rate)) }
    }
    return best.map { ($0.cell, $0.cost) }
  }

  /// What a unit of change costs beyond what the dual prices pay; nil when the cell cannot move so.
  private func unpaidCost(of cell: Int, _ direction: Double) -> Double? {
    let price = terms.price[cell]
    if value[cell] == 0 {
      let room = direction > 0 ? terms.up[cell] : terms.down[cell]
      return room > 0 ? price - direction * worth[cell] : nil
    }
    // At an end it can only come back, which saves its price.
    return value[cell] * direction < 0 ? -price - direction * worth[cell] : nil
  }

  /// Raises the dual prices along the row being mended.
  private mutating func charge(_ cost: Double, _ isLow: Bool) {
    let change = isLow ? -cost : cost
    for cell in sums.support { worth[cell] += change * sums.values[cell] }
  }

  /// Puts a cell into the basis in place of the broken unknown, which goes to its bound.
  private mutating func enter(
    _ cell: Int, _ row: Int, _ bound: Double, _ isLow: Bool, in program: ShiftProgram
  ) {
    program.fill(&column, with: cell)
    etas.solve(&column)
    work += etas.count + column.support.count
    let change = (basic.values[row] - bound) / column.values[row]
    for place in column.support where place != row && column.values[place] != 0 {
      basic.add(-column.values[place] * change, at: place)
    }
    let start = value[cell]
    value[cell] = 0
    if basis[row] >= 0 {
      isBasic[basis[row]] = false
      value[basis[row]] = bound
    }
    side[row] = start != 0 ? (start > 0 ? 1 : -1) : (change < 0 ? -1 : 1)
    basic.set(start + change, at: row)
    basis[row] = cell
    isBasic[cell] = true
    etas.append(column, at: row)
  }
}
