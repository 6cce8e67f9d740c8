/// What a reader knows about a group of hidden cells that share equations: sums and bounds.
///
/// The group's figures are scaled by a power of ten so that published decimals become whole numbers
/// and sums of them are exact. Only published figures enter; the hidden ones are the unknowns.
struct ReaderSystem: Sendable {
  /// The numbers of the hidden cells, ascending; unknown `i` is cell `cells[i]`.
  let cells: [Int]

  /// The equations over the unknowns, scaled; right-hand sides are 0 when they did not fit.
  let rows: [SparseRow]

  /// The unscaled right-hand sides, for when scaling fails.
  let plainRight: [Double]

  /// The decimal places by which figures are scaled; nil when they are not short decimals.
  let places: Int?

  /// The bounds of each unknown, unscaled; infinite where there are none.
  let lower: [Double]
  let upper: [Double]

  /// What a scaled figure is divided by.
  var unit: Double { Double(places.flatMap(powerOfTen) ?? 1) }

  /// The groups of hidden cells, by their first cell.
  static func groups(
    hidden: [Int], in index: CellIndex, knowledge: ReaderKnowledge
  ) -> [ReaderSystem] {
    var unknownOf = [Int](repeating: -1, count: index.ids.count)
    for (unknown, cell) in hidden.enumerated() { unknownOf[cell] = unknown }
    var forest = DisjointSets(count: hidden.count)
    var used: [Int] = []
    for (number, equation) in index.equations.enumerated() {
      let unknowns = equation.map { unknownOf[$0.column] }.filter { $0 >= 0 }
      guard let first = unknowns.first else { continue }
      used.append(number)
      for other in unknowns.dropFirst() { forest.unite(first, other) }
    }
    var members: [[Int]] = Array(repeating: [], count: hidden.count)
    var equations: [[Int]] = Array(repeating: [], count: hidden.count)
    for unknown in hidden.indices { members[forest.root(unknown)].append(hidden[unknown]) }
    for number in used {
      let unknowns = index.equations[number].lazy.map { unknownOf[$0.column] }
      if let any = unknowns.first(where: { $0 >= 0 }) {
        equations[forest.root(any)].append(number)
      }
    }
    return hidden.indices.filter { !members[$0].isEmpty }.map {
      ReaderSystem(
        cells: members[$0], equations: equations[$0], index: index, knowledge: knowledge)
    }
  }

  private init(
    cells: [Int], equations: [Int], index: CellIndex, knowledge: ReaderKnowledge
  ) {
    self.cells = cells
    let bounds = cells.map { knowledge.bounds(of: index.ids[$0]) }
    lower = bounds.map { $0.lower ?? -.infinity }
    upper = bounds.map { $0.upper ?? .infinity }
    var unknownOf: [Int: Int] = [:]
    for (unknown, cell) in cells.enumerated() { unknownOf[cell] = unknown }
    let shared = Self.sharedPlaces(equations, index, unknownOf)
    var rows: [SparseRow] = []
    var plainRight: [Double] = []
    var fits = shared != nil
    for number in equations {
      var row = SparseRow(terms: [], right: 0)
      var known = 0.0
      for term in index.equations[number] {
        if let unknown = unknownOf[term.column] {
          row.terms.append(.init(column: unknown, coefficient: term.coefficient))
          continue
        }
        let value = index.values[term.column]
        known -= value * Double(term.coefficient)
        if let shared, let right = row.right.taking(value, times: term.coefficient, shared) {
          row.right = right
        } else {
          fits = false
        }
      }
      rows.append(row)
      plainRight.append(known)
    }
    if !fits { for number in rows.indices { rows[number].right = 0 } }
    self.rows = rows
    self.plainRight = plainRight
    places = fits ? shared : nil
  }

  /// The decimal places that the published figures of these equations share; nil when too many.
  private static func sharedPlaces(
    _ equations: [Int], _ index: CellIndex, _ unknownOf: [Int: Int]
  ) -> Int? {
    var places = 0
    for number in equations {
      for term in index.equations[number] where unknownOf[term.column] == nil {
        guard let decimal = ExactDecimal(index.values[term.column]) else { return nil }
        places = max(places, decimal.places)
      }
    }
    return places <= 12 ? places : nil
  }
}

extension Int {
  /// `self - value * factor` in units of `10^-places`; nil when it is not exact below 2^53.
  fileprivate func taking(_ value: Double, times factor: Int, _ places: Int) -> Int? {
    guard let whole = ExactDecimal(value)?.whole(scaledBy: places) else { return nil }
    let (product, spilt) = whole.multipliedReportingOverflow(by: factor)
    let (difference, spiltAgain) = subtractingReportingOverflow(product)
    guard !spilt, !spiltAgain, difference.magnitude < 1 << 53 else { return nil }
    return difference
  }
}
