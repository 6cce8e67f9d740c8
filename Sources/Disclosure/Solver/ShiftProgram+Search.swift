extension ShiftProgram {
  /// The state of one search: which unknowns are basic, where they stand and what they cost.
  struct Search {
    /// A cell that starts to move, and which way (1 or -1).
    struct Move {
      let cell: Int
      let direction: Double
      let slope: Double
    }

    /// A place along a move where the cost bends or the move must stop.
    private struct Bend {
      let length: Double
      let steepening: Double
      let row: Int
      let value: Double
    }

    private let target: Int
    private let open: [Int]
    private var terms: Terms
    private var value: [Double]
    private var isBasic: [Bool]
    /// The basic cell of each row; -1 for the row's logical unknown, which is always 0.
    private var basis: [Int]
    /// For each row, whether its basic cell stands on the rising (1) or falling (-1) side of 0.
    private var side: [Double]

    init(_ program: ShiftProgram, target: Int, amount: Double, open: [Int], terms: Terms) {
      self.target = target
      self.terms = terms
      self.terms.price[target] = -ShiftProgram.reward
      self.terms.up[target] = max(0, amount)
      self.terms.down[target] = max(0, -amount)
      self.open = open.contains(target) ? open : open + [target]
      value = [Double](repeating: 0, count: program.cellCount)
      isBasic = [Bool](repeating: false, count: program.cellCount)
      basis = [Int](repeating: -1, count: program.rowCount)
      side = [Double](repeating: 1, count: program.rowCount)
    }

    /// The shift reached.
    var shift: Shift {
      let cells = open.filter { abs(value[$0]) > 1e-6 }.sorted()
      return Shift(cells: cells, amounts: cells.map { value[$0] }, reached: value[target])
    }

    /// The move that lowers the cost fastest; nil at the optimum.
    func bestMove(in program: ShiftProgram, bland: Bool) -> Move? {
      let slopes = basis.indices.map { basis[$0] < 0 ? 0 : side[$0] * terms.price[basis[$0]] }
      let duals = program.duals(slopes)
      var best: Move?
      var steepest = -ShiftProgram.tolerance
      for cell in open where !isBasic[cell] {
        let worth = program.worth(of: cell, duals)
        for direction in [1.0, -1.0] {
          let slope = slope(of: cell, direction) - direction * worth
          guard slope < steepest, room(of: cell, direction) > 0 else { continue }
          best = Move(cell: cell, direction: direction, slope: slope)
          if bland { return best }
          steepest = slope
        }
      }
      return best
    }

    /// Makes a move; true when nothing moved.
    mutating func advance(
      _ move: Move, _ column: [Double], _ support: [Int], bland: Bool, etas: inout EtaFile
    ) -> Bool {
      let bends = bends(of: move, column, support)
      var slope = move.slope
      var stop = bends.count - 1
      for (index, bend) in bends.enumerated() {
        slope += bend.steepening
        if slope >= -ShiftProgram.tolerance || bland {
          stop = index
          break
        }
      }
      guard stop >= 0 else { return true }
      let length = bends[stop].length
      for row in support where basis[row] >= 0 {
        value[basis[row]] -= column[row] * move.direction * length
      }
      value[move.cell] += move.direction * length
      // A basic change that was carried across 0 stands on its other side from now on.
      for bend in bends[..<stop] where bend.row >= 0 && bend.steepening.isFinite {
        side[bend.row] = -side[bend.row]
      }
      settle(move, at: bends[stop], column, support, &etas)
      return length <= 1e-12
    }

    private mutating func settle(
      _ move: Move, at bend: Bend, _ column: [Double], _ support: [Int], _ etas: inout EtaFile
    ) {
      guard bend.row >= 0 else {
        value[move.cell] = bend.value
        return
      }
      if basis[bend.row] >= 0 {
        value[basis[bend.row]] = bend.value
        isBasic[basis[bend.row]] = false
      }
      basis[bend.row] = move.cell
      isBasic[move.cell] = true
      side[bend.row] = value[move.cell] == 0 ? move.direction : value[move.cell] > 0 ? 1 : -1
      etas.append(column, support: support, at: bend.row)
    }

    /// Where a move bends or stops, nearest first; at one place what stops it comes first.
    private func bends(of move: Move, _ column: [Double], _ support: [Int]) -> [Bend] {
      var bends: [Bend] = []
      let (cell, direction) = (move.cell, move.direction)
      if value[cell] * direction < 0, terms.up[cell] > 0, terms.down[cell] > 0 {
        bends.append(
          Bend(
            length: abs(value[cell]), steepening: 2 * terms.price[cell], row: -1, value: 0))
      }
      bends.append(
        Bend(
          length: room(of: cell, direction), steepening: .infinity, row: -1,
          value: direction > 0 ? terms.up[cell] : -terms.down[cell]))
      for row in support {
        let rate = -column[row] * direction
        guard abs(rate) > 1e-9 else { continue }
        append(&bends, row: row, rate: rate)
      }
      bends.sort { isEarlier($0, $1, column) }
      return bends
    }

    private func append(_ bends: inout [Bend], row: Int, rate: Double) {
      let cell = basis[row]
      guard cell >= 0 else {
        bends.append(Bend(length: 0, steepening: .infinity, row: row, value: 0))
        return
      }
      let limit = rate > 0 ? terms.up[cell] : -terms.down[cell]
      bends.append(
        Bend(
          length: max(0, (limit - value[cell]) / rate), steepening: .infinity, row: row,
          value: limit))
      // It crosses 0 only when it comes from the other side and may go on there.
      if side[row] * rate < 0, limit != 0, terms.price[cell] >= 0 {
        bends.append(
          Bend(
            length: max(0, -value[cell] / rate), steepening: 2 * terms.price[cell] * abs(rate),
            row: row, value: 0))
      }
    }

    private func isEarlier(_ a: Bend, _ b: Bend, _ column: [Double]) -> Bool {
      if a.length != b.length { return a.length < b.length }
      if a.steepening != b.steepening { return a.steepening > b.steepening }
      let sizeA = a.row < 0 ? 0 : abs(column[a.row])
      let sizeB = b.row < 0 ? 0 : abs(column[b.row])
      if sizeA != sizeB { return sizeA > sizeB }
      return a.row < b.row
    }

    /// What a cell outside the basis costs per unit when it starts to move.
    private func slope(of cell: Int, _ direction: Double) -> Double {
      if value[cell] == 0 { return terms.price[cell] }
      return value[cell] * direction > 0 ? terms.price[cell] : -terms.price[cell]
    }

    /// How far a cell can move.
    private func room(of cell: Int, _ direction: Double) -> Double {
      direction > 0 ? terms.up[cell] - value[cell] : value[cell] + terms.down[cell]
    }
  }
}
