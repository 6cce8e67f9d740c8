/// The values of a hidden figure that a reader cannot rule out: all from `lower` to `upper`.
public struct Interval: Sendable, Hashable {
  /// The smallest possible value; nil when there is no limit.
  public var lower: Double?

  /// The largest possible value; nil when there is no limit.
  public var upper: Double?

  /// Makes an interval.
  public init(lower: Double?, upper: Double?) {
    self.lower = lower
    self.upper = upper
  }

  /// How wide it is; nil when it has no limit on a side.
  public var width: Double? {
    guard let lower, let upper else { return nil }
    return upper - lower
  }

  /// Whether it leaves a figure, of which the true value is given, as uncertain as required.
  public func satisfies(_ requirement: Requirement, at value: Double) -> Bool {
    let slack = 1e-6
    switch requirement {
    case .width(let need):
      guard let width else { return true }
      // An interval of no width is exact knowledge, however little is asked for.
      return width > 0 && width >= need - slack * min(1, need)
    case .sides(let below, let above):
      if let width, width <= 0 { return false }
      let reachesDown = lower.map { $0 <= value - below + slack } ?? true
      let reachesUp = upper.map { $0 >= value + above - slack } ?? true
      return reachesDown && reachesUp
    }
  }
}
