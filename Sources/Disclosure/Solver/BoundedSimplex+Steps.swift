extension BoundedSimplex {
  /// The unknown that starts to move, and which way (1 or -1).
  struct Entry {
    let column: Int
    let direction: Double
  }

  /// How far it can move, and what stops it: a row whose unknown reaches `bound`, or its own bound.
  struct Step {
    let length: Double
    let row: Int?
    let bound: Double
  }

  /// How the total infeasibility changes per unit of each column; nil when there is none left.
  func infeasibilitySlopes() -> [Double]? {
    var slopes = [Double](repeating: 0, count: columns)
    var isFeasible = true
    for row in basis.indices {
      let unknown = basis[row]
      let slack = Self.tolerance * max(1, abs(values[unknown]))
      let isLow = values[unknown] < lower[unknown] - slack
      guard isLow || values[unknown] > upper[unknown] + slack else { continue }
      isFeasible = false
      let start = row * columns
      if isLow {
        for column in 0..<columns { slopes[column] += table[start + column] }
      } else {
        for column in 0..<columns { slopes[column] -= table[start + column] }
      }
    }
    return isFeasible ? nil : slopes
  }

  /// The column whose move lowers the objective with these slopes most.
  func entering(_ slopes: [Double], bland: Bool) -> Entry? {
    var best: Entry?
    var steepest = Self.tolerance
    for column in 0..<columns where rowOf[column] < 0 && abs(slopes[column]) > steepest {
      let direction: Double = slopes[column] < 0 ? 1 : -1
      guard canMove(column, direction) else { continue }
      best = Entry(column: column, direction: direction)
      if bland { return best }
      steepest = abs(slopes[column])
    }
    return best
  }

  /// The column whose move carries `target` furthest the asked way.
  func entering(towards target: Int, sense: Double, bland: Bool) -> Entry? {
    let row = rowOf[target]
    guard row >= 0 else {
      return canMove(target, sense) ? Entry(column: target, direction: sense) : nil
    }
    var best: Entry?
    var steepest = Self.tolerance
    let start = row * columns
    for column in 0..<columns where rowOf[column] < 0 {
      let rate = table[start + column]
      guard abs(rate) > steepest else { continue }
      let direction: Double = rate * sense < 0 ? 1 : -1
      guard canMove(column, direction) else { continue }
      best = Entry(column: column, direction: direction)
      if bland { return best }
      steepest = abs(rate)
    }
    return best
  }

  /// How far the entering unknown can go before a bound is met; nil when nothing stops it.
  ///
  /// With `throughInfeasible`, an unknown outside its bounds stops the move only where it comes back
  /// within them.
  func step(_ entry: Entry, bland: Bool, throughInfeasible: Bool) -> Step? {
    var length = upper[entry.column] - lower[entry.column]
    var leaving: (row: Int, pivot: Double, bound: Double)?
    for row in basis.indices {
      let rate = -table[row * columns + entry.column] * entry.direction
      guard abs(rate) > Self.tolerance else { continue }
      guard let bound = limit(basis[row], rate, throughInfeasible) else { continue }
      let room = max(0, (bound - values[basis[row]]) / rate)
      guard room <= length + Self.tolerance else { continue }
      let isNearer = room < length - Self.tolerance
      if isNearer || leaving.map({ isBetter(row, rate, than: $0, bland) }) ?? false {
        leaving = (row, abs(rate), bound)
        length = min(length, room)
      }
    }
    guard length.isFinite else { return nil }
    return Step(length: length, row: leaving?.row, bound: leaving?.bound ?? 0)
  }

  /// Makes `column` basic in `row`.
  mutating func pivot(row: Int, column: Int) {
    let start = row * columns
    let divisor = table[start + column]
    var support: [Int] = []
    for other in 0..<columns where table[start + other] != 0 {
      table[start + other] /= divisor
      support.append(other)
    }
    right[row] /= divisor
    let pivotRow = support.map { table[start + $0] }
    for other in basis.indices where other != row {
      let base = other * columns
      let factor = table[base + column]
      guard factor != 0 else { continue }
      for (index, place) in support.enumerated() {
        let left = table[base + place] - factor * pivotRow[index]
        table[base + place] = abs(left) < 1e-11 ? 0 : left
      }
      table[base + column] = 0
      right[other] -= factor * right[row]
    }
    rowOf[basis[row]] = -1
    rowOf[column] = row
    basis[row] = column
  }

  private func canMove(_ column: Int, _ direction: Double) -> Bool {
    direction > 0
      ? values[column] < upper[column] - Self.tolerance
      : values[column] > lower[column] + Self.tolerance
  }

  /// The bound that stops a basic unknown moving at `rate`; nil when none does.
  private func limit(_ unknown: Int, _ rate: Double, _ throughInfeasible: Bool) -> Double? {
    let slack = Self.tolerance * max(1, abs(values[unknown]))
    if throughInfeasible {
      if values[unknown] < lower[unknown] - slack { return rate > 0 ? lower[unknown] : nil }
      if values[unknown] > upper[unknown] + slack { return rate < 0 ? upper[unknown] : nil }
    }
    let bound = rate > 0 ? upper[unknown] : lower[unknown]
    return bound.isFinite ? bound : nil
  }

  private func isBetter(
    _ row: Int, _ rate: Double, than other: (row: Int, pivot: Double, bound: Double), _ bland: Bool
  ) -> Bool {
    if bland || abs(abs(rate) - other.pivot) < Self.tolerance {
      return basis[row] < basis[other.row]
    }
    return abs(rate) > other.pivot
  }
}
