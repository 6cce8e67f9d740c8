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

  /// Goes back to the identity.
  mutating func reset() {
    rows.removeAll(keepingCapacity: true)
    pivots.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    places.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Records that a column, already transformed, entered the basis at a row.
  mutating func append(_ column: [Double], support: [Int], at row: Int) {
    rows.append(row)
    pivots.append(column[row])
    for place in support where place != row && column[place] != 0 {
      places.append(place)
      entries.append(column[place])
    }
    starts.append(places.count)
  }

  /// Turns a column `a` into B⁻¹a, in place; `support` gains the rows that become non-zero.
  func solve(_ column: inout [Double], support: inout [Int], isMarked: inout [Bool]) {
    for eta in rows.indices where column[rows[eta]] != 0 {
      let value = column[rows[eta]] / pivots[eta]
      column[rows[eta]] = value
      for index in starts[eta]..<starts[eta + 1] {
        let place = places[index]
        column[place] -= entries[index] * value
        if !isMarked[place] {
          isMarked[place] = true
          support.append(place)
        }
      }
    }
  }

  /// Turns a row `c` into cB⁻¹, in place.
  func solveTransposed(_ row: inout [Double]) {
    for eta in rows.indices.reversed() {
      var value = row[rows[eta]]
      for index in starts[eta]..<starts[eta + 1] {
        value -= entries[index] * row[places[index]]
      }
      row[rows[eta]] = value / pivots[eta]
    }
  }
}
