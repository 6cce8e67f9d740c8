/// One place giving way to another.
public struct Succession: Hashable, Sendable {
  /// The code of the place that ended.
  public let old: String

  /// The code of the place that took over.
  public let new: String

  /// The first day of the new arrangement.
  public let changedOn: Day

  /// True when all of the old place went to the new one; false when it was divided.
  public let isWhole: Bool

  /// Makes the row.
  public init(old: String, new: String, changedOn: Day, isWhole: Bool) {
    self.old = old
    self.new = new
    self.changedOn = changedOn
    self.isWhole = isWhole
  }
}
