/// Between which values a quantity can lie.
public struct ProjectionBounds: Sendable, Hashable {
  /// The least possible value; nil for none.
  public let lower: Double?
  /// The greatest possible value; nil for none.
  public let upper: Double?

  /// Any value.
  public static let none = ProjectionBounds(lower: nil, upper: nil)
  /// Counts, rates, money spent: 0 or more.
  public static let notNegative = ProjectionBounds(lower: 0, upper: nil)
  /// Shares of 1.
  public static let share = ProjectionBounds(lower: 0, upper: 1)
  /// Percentages.
  public static let percentage = ProjectionBounds(lower: 0, upper: 100)

  /// Any pair of bounds; a pair in the wrong order, or at 1e100 or beyond, bounds nothing.
  public init(lower: Double?, upper: Double?) {
    let low = lower.flatMap { abs($0) < 1e100 ? $0 : nil }
    let high = upper.flatMap { abs($0) < 1e100 ? $0 : nil }
    let crossed = low.flatMap { low in high.map { $0 <= low } } ?? false
    self.lower = crossed ? nil : low
    self.upper = crossed ? nil : high
  }

  /// The value, moved to the nearer bound when it lies outside.
  public func clipped(_ value: Double) -> Double {
    min(max(value, lower ?? -.infinity), upper ?? .infinity)
  }

  /// True when the value lies within the bounds.
  public func contains(_ value: Double) -> Bool { clipped(value) == value }
}
