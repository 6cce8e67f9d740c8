/// The inverse of a basis as a product of elementary matrices, one per pivot.
///
/// The basis starts as the identity. Each eta is the transformed column that entered, with the row it
/// entered at; only its non-zero entries are kept.
struct EtaFile: Sendable {
  private var rows: [Int] = []
  private var pivots: [Double] = []
  private var starts: [Int] = [0]
  private var places: [Int] = []
  private var entries: [Double] = []

  /// The number of pivots since the identity.
  var count: Int { rows.count }

  /// Records that a column, already transformed, entered the basis at a row.
  mutating func append(_ column: SparseVector, at row: Int) {
    rows.append(row)
    pivots.append(column.values[row])
    for place in column.support where place != row && column.values[place] != 0 {
      places.append(place)
      entries.append(column.values[place])
    }
    starts.append(places.count)
  }

  /// Turns a column `a` into B⁻¹a, in place.
  func solve(_ column: inout SparseVector) {
    for eta in rows.indices where column.values[rows[eta]] != 0 {
      let value = column.values[rows[eta]] / pivots[eta]
      column.values[rows[eta]] = value
      for index in starts[eta]..<starts[eta + 1] {
        column.add(-entries[index] * value, at: places[index])
      }
    }
  }

  /// Turns a row `c` into cB⁻¹, in place.
  func solveTransposed(_ row: inout SparseVector) {
    for eta in rows.indices.reversed() {
      var value = row.values[rows[eta]]
      for index in starts[eta]..<starts[eta + 1] {
        value -= entries[index] * row.values[places[index]]
      }
      if value != 0 || row.values[rows[eta]] != 0 {
        row.set(value / pivots[eta], at: rows[eta])
      }
    }
  }
}
