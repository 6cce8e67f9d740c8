/// The days on which something holds; both ends belong to it.
public struct Validity: Hashable, Sendable {
  /// The first day, or nil when it held before the register begins.
  public let from: Day?

  /// The last day, or nil when it still holds.
  public let to: Day?

  /// Always.
  public static let always = Validity(from: nil, to: nil)

  /// Names the first and the last day.
  public init(from: Day?, to: Day?) {
    self.from = from
    self.to = to
  }

  /// True when it holds on a day.
  public func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  /// True when it holds on a day, or still holds when no day is given.
  public func holds(on day: Day?) -> Bool {
    day.map(contains) ?? (to == nil)
  }
}
