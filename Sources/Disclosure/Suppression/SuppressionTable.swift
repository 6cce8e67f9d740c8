import Glibc

/// What the choice of suppressions has to know of a table, by cell number.
struct SuppressionTable: Sendable {
  let problem: DisclosureProblem
  let index: CellIndex

  /// The cells that must be hidden, ascending.
  let primary: [Int]
  let isPrimary: [Bool]

  /// The cells that may be hidden besides.
  let mayHide: [Bool]

  /// What hiding each cell costs: information lost, margins counted four times.
  let price: [Double]

  /// How far below and above its true figure each cell can be for a reader who sees it hidden.
  let down: [Double]
  let up: [Double]

  /// The cells whose only contributor can use them against others, ascending, each with those others.
  let singletons: [(cell: Int, others: [Int])]

  private let requirements: [Int: Requirement]

  /// Reads a problem.
  ///
  /// With `hidesSubtotals`, all grand totals but the largest may be hidden; linked tables sometimes
  /// leave no other way.
  /// - Throws: ``DisclosureError/contradiction(cells:)`` when a primary figure lies outside what readers
  ///   may assume, ``DisclosureError/doesNotAddUp(total:)`` when a sum does not hold.
  init(_ problem: DisclosureProblem, hidesSubtotals: Bool) throws(DisclosureError) {
    self.problem = problem
    let index = try CellIndex(problem)
    self.index = index
    try Self.checkSums(problem, index)
    primary = try index.numbers(of: problem.primary)
    singletons = try index.numbers(of: problem.singletons).map { ($0, index.neighbours(of: $0)) }
    let count = index.ids.count
    var isPrimary = [Bool](repeating: false, count: count)
    for cell in primary { isPrimary[cell] = true }
    self.isPrimary = isPrimary
    let bounds = index.ids.map { problem.knowledge.bounds(of: $0) }
    down = (0..<count).map { index.values[$0] - (bounds[$0].lower ?? -.infinity) }
    up = (0..<count).map { (bounds[$0].upper ?? .infinity) - index.values[$0] }
    let (down, up) = (down, up)
    let outside = primary.filter { down[$0] < 0 || up[$0] < 0 }
    guard outside.isEmpty else { throw .contradiction(cells: outside.map { index.ids[$0] }) }
    let margins = Margins(index)
    let never = hidesSubtotals ? margins.largestTop(index) : margins.isTop
    // A figure that readers could not assume to be hidden (a nought where noughts are shown) must
    // never be: its mark would be a lie, and would narrow the others.
    mayHide = (0..<count).map { !never[$0] && down[$0] >= 0 && up[$0] >= 0 }
    price = (0..<count).map { cell in
      (1 + log2(1 + abs(index.values[cell]))) * (margins.isTotal[cell] ? 4 : 1)
    }
    let table = problem.requirementTable
    var requirements: [Int: Requirement] = [:]
    for cell in primary { requirements[cell] = table[index.ids[cell]] }
    self.requirements = requirements
  }

  /// How uncertain a hidden cell has to stay.
  func requirement(of cell: Int) -> Requirement { requirements[cell] ?? .anyWidth }

  /// What every primary cell demands.
  var demands: [Demand] {
    primary.map { Demand(cell: $0, requirement: requirement(of: $0), insider: nil) }
  }

  private static func checkSums(
    _ problem: DisclosureProblem, _ index: CellIndex
  ) throws(DisclosureError) {
    for (number, equation) in index.equations.enumerated() {
      var sum = 0.0
      var size = 1.0
      for term in equation {
        sum += Double(term.coefficient) * index.values[term.column]
        size = max(size, abs(index.values[term.column]))
      }
      guard abs(sum) <= 1e-6 * size else {
        throw .doesNotAddUp(total: problem.equations[number].total)
      }
    }
  }
}

/// Which cells are sums of others.
private struct Margins {
  /// The total of some equation.
  var isTotal: [Bool]

  /// A total that is part of no other: the grand total of a table.
  var isTop: [Bool]

  init(_ index: CellIndex) {
    isTotal = [Bool](repeating: false, count: index.ids.count)
    var isPart = isTotal
    for equation in index.equations {
      for term in equation {
        if term.coefficient < 0 { isTotal[term.column] = true } else { isPart[term.column] = true }
      }
    }
    isTop = zip(isTotal, isPart).map { $0 && !$1 }
  }

  /// Only the largest grand total, for linked tables that cannot be protected otherwise.
  func largestTop(_ index: CellIndex) -> [Bool] {
    let largest = isTop.indices.filter { isTop[$0] }.max {
      (index.values[$0], $1) < (index.values[$1], $0)
    }
    return isTop.indices.map { $0 == largest }
  }
}
