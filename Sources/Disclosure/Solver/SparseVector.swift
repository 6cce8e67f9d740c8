/// A vector of which few entries are not 0, kept whole beside the list of places that were touched.
struct SparseVector: Sendable {
  /// All entries.
  var values: [Double]

  /// The places that may hold something other than 0, each once, in the order they were touched.
  private(set) var support: [Int] = []

  private var isTouched: [Bool]

  /// A vector of noughts.
  init(count: Int) {
    values = [Double](repeating: 0, count: count)
    isTouched = [Bool](repeating: false, count: count)
  }

  /// Adds to an entry.
  mutating func add(_ value: Double, at place: Int) {
    values[place] += value
    touch(place)
  }

  /// Replaces an entry.
  mutating func set(_ value: Double, at place: Int) {
    values[place] = value
    touch(place)
  }

  /// Goes back to noughts.
  ///
  /// - Complexity: O(touched places).
  mutating func clear() {
    for place in support {
      values[place] = 0
      isTouched[place] = false
    }
    support.removeAll(keepingCapacity: true)
  }

  private mutating func touch(_ place: Int) {
    if !isTouched[place] {
      isTouched[place] = true
      support.append(place)
    }
  }
}
