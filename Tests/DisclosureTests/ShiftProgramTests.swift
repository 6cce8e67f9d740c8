import Testing

@testable import Disclosure

@Suite("Cheapest shifts")
struct ShiftProgramTests {
  /// A table of 2 × 3 cells with all totals, as equations over 12 cells; the inner cells come first.
  private static let equations: [[SparseRow.Term]] = {
    func inner(_ row: Int, _ column: Int) -> Int { row * 3 + column }
    func sum(_ total: Int, _ parts: [Int]) -> [SparseRow.Term] {
      parts.map { .init(column: $0, coefficient: 1) } + [.init(column: total, coefficient: -1)]
    }
    return [
      sum(6, [inner(0, 0), inner(0, 1), inner(0, 2)]),
      sum(7, [inner(1, 0), inner(1, 1), inner(1, 2)]),
      sum(8, [inner(0, 0), inner(1, 0)]), sum(9, [inner(0, 1), inner(1, 1)]),
      sum(10, [inner(0, 2), inner(1, 2)]), sum(11, [6, 7]), sum(11, [8, 9, 10]),
    ]
  }()

  /// The least cost over all whole shifts, by trying them all; nil when there is none.
  private func bruteForce(
    target: Int, amount: Double, terms: ShiftProgram.Terms
  ) -> Double? {
    var best: Double?
    for code in 0..<15_625 {
      var change = [Double](repeating: 0, count: 12)
      var rest = code
      for cell in 0..<6 {
        change[cell] = Double(rest % 5 - 2)
        rest /= 5
      }
      change[6] = change[0] + change[1] + change[2]
      change[7] = change[3] + change[4] + change[5]
      for column in 0..<3 { change[8 + column] = change[column] + change[3 + column] }
      change[11] = change[6] + change[7]
      guard change[target] == amount else { continue }
      let isAllowed = (0..<12).allSatisfy { cell in
        cell == target
          || (change[cell] == 0
            || (terms.isOpen[cell] && change[cell] <= terms.up[cell]
              && -change[cell] <= terms.down[cell]))
      }
      guard isAllowed else { continue }
      let cost = (0..<12).reduce(0.0) { $1 == target ? $0 : $0 + abs(change[$1]) * terms.price[$1] }
      best = min(best ?? cost, cost)
    }
    return best
  }

  @Test("they cost what trying all whole shifts finds, and keep sums and limits", arguments: 0..<30)
  func agreesWithBruteForce(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let terms = ShiftProgram.Terms(
      isOpen: (0..<12).map { _ in Int.random(in: 0...9, using: &generator) > 1 },
      price: (0..<12).map { _ in Double(Int.random(in: 1...9, using: &generator)) },
      down: (0..<12).map { Double(Int.random(in: 0...($0 < 6 ? 2 : 6), using: &generator)) },
      up: (0..<12).map { Double(Int.random(in: 0...($0 < 6 ? 2 : 6), using: &generator)) })
    var program = ShiftProgram(equations: Self.equations, cellCount: 12)
    for target in 0..<6 {
      for amount in [1.0, 2, -1, -2] {
        let shift = try program.cheapestShift(of: target, by: amount, terms: terms)
        let expected = bruteForce(target: target, amount: amount, terms: terms)
        guard let shift else {
          #expect(expected == nil, "cell \(target) by \(amount)")
          continue
        }
        var change = [Double](repeating: 0, count: 12)
        for (cell, moved) in zip(shift.cells, shift.amounts) { change[cell] = moved }
        #expect(change[target] == amount)
        for equation in Self.equations {
          #expect(equation.reduce(0) { $0 + Double($1.coefficient) * change[$1.column] } == 0)
        }
        for cell in shift.cells where cell != target {
          #expect(
            terms.isOpen[cell] && change[cell] <= terms.up[cell]
              && -change[cell] <= terms.down[cell])
        }
        let cost = shift.cells.reduce(0.0) {
          $1 == target ? $0 : $0 + abs(change[$1]) * terms.price[$1]
        }
        #expect(cost == expected, "cell \(target) by \(amount)")
      }
    }
  }
}
