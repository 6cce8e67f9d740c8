/// The cells of a problem by number, in the byte order of their names.
///
/// Everything that is computed runs over these numbers in ascending order, so that the result does not
/// depend on the order in which tables were read.
struct CellIndex: Sendable {
  /// The cells' names, ascending.
  let ids: [String]

  /// The true figures.
  let values: [Double]

  /// What each equation adds up to nothing over: its total with -1, its parts with 1.
  let equations: [[SparseRow.Term]]

  /// The number of each name.
  let numberOf: [String: Int]

  /// Numbers the cells and resolves the equations.
  init(_ problem: DisclosureProblem) throws(DisclosureError) {
    let cells = problem.cells.sorted { byteOrder($0.id, $1.id) }
    ids = cells.map(\.id)
    values = cells.map(\.value)
    var numberOf: [String: Int] = [:]
    numberOf.reserveCapacity(cells.count)
    for (number, cell) in cells.enumerated() {
      guard numberOf.updateValue(number, forKey: cell.id) == nil else {
        throw .duplicateCell(cell.id)
      }
    }
    self.numberOf = numberOf
    var resolved: [[SparseRow.Term]] = []
    resolved.reserveCapacity(problem.equations.count)
    for equation in problem.equations {
      resolved.append(try Self.terms(of: equation, numberOf))
    }
    equations = resolved
  }

  /// The number of a cell.
  func number(of id: String) throws(DisclosureError) -> Int {
    guard let number = numberOf[id] else { throw .unknownCell(id) }
    return number
  }

  /// The numbers of several cells, ascending, each once.
  func numbers(of ids: [String]) throws(DisclosureError) -> [Int] {
    var chosen = [Bool](repeating: false, count: self.ids.count)
    for id in ids { chosen[try number(of: id)] = true }
    return chosen.indices.filter { chosen[$0] }
  }

  /// The other cells of the equations that a cell stands in, ascending.
  ///
  /// - Complexity: O(terms of all equations).
  func neighbours(of cell: Int) -> [Int] {
    var isNear = [Bool](repeating: false, count: ids.count)
    for equation in equations where equation.contains(where: { $0.column == cell }) {
      for term in equation { isNear[term.column] = true }
    }
    isNear[cell] = false
    return isNear.indices.filter { isNear[$0] }
  }

  private static func terms(
    of equation: Equation, _ numberOf: [String: Int]
  ) throws(DisclosureError) -> [SparseRow.Term] {
    guard let total = numberOf[equation.total] else { throw .unknownCell(equation.total) }
    var terms = [SparseRow.Term(column: total, coefficient: -1)]
    for part in equation.parts {
      guard let number = numberOf[part] else { throw .unknownCell(part) }
      terms.append(SparseRow.Term(column: number, coefficient: 1))
    }
    terms.sort { $0.column < $1.column }
    var merged: [SparseRow.Term] = []
    for term in terms {
      if let last = merged.last, last.column == term.column {
        merged[merged.count - 1].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    return merged.filter { $0.coefficient != 0 }
  }
}

/// Whether one name comes before another by the bytes of their UTF-8, whatever the locale.
func byteOrder(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
