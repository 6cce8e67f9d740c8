/// Equations in reduced row echelon form: each row has one pivot column that no other row uses.
///
/// Rows arrive one at a time, are freed of the pivots known so far, and then free the earlier rows of
/// their own. A pivot is the row's column that fewest equations use, which keeps the rows sparse.
///
/// - Complexity: at worst O(rows² · columns); only non-zero entries are touched.
struct RowReduction<Scalar: ReductionScalar>: Sendable {
  /// The reduced rows, dense.
  private(set) var rows: [[Scalar]] = []

  /// Their right-hand sides.
  private(set) var right: [Scalar] = []

  /// The pivot column of each row.
  private(set) var pivots: [Int] = []

  /// The number of unknowns.
  let columns: Int

  /// The largest `something` of the equations that came down to `0 = something`.
  private(set) var residual = 0.0

  /// The non-zero columns of each reduced row, ascending.
  private var support: [[Int]] = []

  /// Reduces the equations; nil when a number outgrew its type.
  ///
  /// `right` takes the place of the equations' own right-hand sides.
  init?(_ equations: [SparseRow], columns: Int, right: [Scalar]? = nil) {
    self.columns = columns
    var uses = [Int](repeating: 0, count: columns)
    for equation in equations {
      for term in equation.terms { uses[term.column] += 1 }
    }
    for (number, equation) in equations.enumerated() {
      var row = [Scalar](repeating: .zero, count: columns)
      for term in equation.terms { row[term.column] = Scalar(whole: term.coefficient) }
      let side = right?[number] ?? Scalar(whole: equation.right)
      guard append(row, right: side, uses: uses) else { return nil }
    }
  }

  /// Whether no two equations contradict each other.
  var isConsistent: Bool { residual == 0 }

  /// The unknowns that the equations alone fix, each with its value.
  var fixed: [(column: Int, value: Scalar)] {
    rows.indices.filter { support[$0].count == 1 }.map { (pivots[$0], right[$0]) }
  }

  /// Adds one row; false when a number outgrew its type.
  private mutating func append(_ new: [Scalar], right newRight: Scalar, uses: [Int]) -> Bool {
    var row = new
    var side = newRight
    for known in rows.indices where !row[pivots[known]].isZero {
      let factor = row[pivots[known]]
      for column in support[known] {
        row[column] = row[column].subtracting(factor, times: rows[known][column])
      }
      side = side.subtracting(factor, times: right[known])
    }
    let columns = row.indices.filter { !row[$0].isZero }
    guard columns.allSatisfy({ row[$0].isValid }), side.isValid else { return false }
    guard let pivot = columns.min(by: { (uses[$0], $0) < (uses[$1], $1) }) else {
      residual = max(residual, abs(side.approximation))
      return true
    }
    let divisor = row[pivot]
    for column in columns { row[column] = row[column].divided(by: divisor) }
    side = side.divided(by: divisor)
    guard columns.allSatisfy({ row[$0].isValid }), side.isValid else { return false }
    for known in rows.indices where !rows[known][pivot].isZero {
      guard free(known, of: pivot, with: row, columns: columns, right: side) else { return false }
    }
    rows.append(row)
    right.append(side)
    pivots.append(pivot)
    support.append(columns)
    return true
  }

  /// Takes a multiple of a new row from a known one; false when a number outgrew its type.
  private mutating func free(
    _ known: Int, of pivot: Int, with row: [Scalar], columns: [Int], right side: Scalar
  ) -> Bool {
    let factor = rows[known][pivot]
    for column in columns {
      rows[known][column] = rows[known][column].subtracting(factor, times: row[column])
    }
    right[known] = right[known].subtracting(factor, times: side)
    support[known] = merged(support[known], columns).filter { !rows[known][$0].isZero }
    return support[known].allSatisfy { rows[known][$0].isValid } && right[known].isValid
  }
}

/// The union of two ascending lists, ascending.
private func merged(_ a: [Int], _ b: [Int]) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(a.count + b.count)
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    if j == b.count || (i < a.count && a[i] < b[j]) {
      result.append(a[i])
      i += 1
    } else {
      if i < a.count, a[i] == b[j] { i += 1 }
      result.append(b[j])
      j += 1
    }
  }
  return result
}
