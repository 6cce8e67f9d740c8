/// Some numbers, each of which may be none: half the size of optionals, of which there are millions.
///
/// None is kept as NaN. Compared by their bits, so that none equals none.
public struct SparseNumbers<let count: Int>: Hashable, Sendable {
  @usableFromInline
  var all: InlineArray<count, Double>

  /// Makes numbers that all are none.
  @inlinable
  public init() { all = InlineArray(repeating: .nan) }

  /// The number at a position, or nil.
  @inlinable
  public subscript(position: Int) -> Double? {
    get {
      let number = all[position]
      return number.isNaN ? nil : number
    }
    set { all[position] = newValue ?? .nan }
  }

  /// Equal where all are.
  public static func == (left: Self, right: Self) -> Bool {
    left.all.indices.allSatisfy { left.all[$0].bitPattern == right.all[$0].bitPattern }
  }

  /// Hashes all.
  public func hash(into hasher: inout Hasher) {
    for position in all.indices { hasher.combine(all[position].bitPattern) }
  }
}
