import Evidence

/// What a publisher gives beside a value: its limits, what was counted and among how many.
public struct FigureParts: Hashable, Sendable {
  /// The lower limit.
  public var lower: Double?
  /// The upper limit.
  public var upper: Double?
  /// The numerator.
  public var count: Double?
  /// The denominator.
  public var denominator: Double?

  /// Makes the parts of a figure.
  public init(
    lower: Double? = nil, upper: Double? = nil, count: Double? = nil, denominator: Double? = nil
  ) {
    self.lower = lower
    self.upper = upper
    self.count = count
    self.denominator = denominator
  }

  /// What stands beside the cursor's value; nil where nothing does.
  init?(_ cursor: borrowing ObservationCursor) {
    let upper = cursor.upper
    let count = cursor.count
    guard upper != nil || count != nil else { return nil }
    self.init(lower: cursor.lower, upper: upper, count: count, denominator: cursor.denominator)
  }
}
