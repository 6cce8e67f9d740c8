import Evidence

/// What a publisher gives beside a value: its limits, what was counted and among how many.
public struct FigureParts: Hashable, Sendable {
  /// The lower limit.
  public var lower: Double? {
    get { numbers[0] }
    set { numbers[0] = newValue }
  }
  /// The upper limit.
  public var upper: Double? {
    get { numbers[1] }
    set { numbers[1] = newValue }
  }
  /// The numerator.
  public var count: Double? {
    get { numbers[2] }
    set { numbers[2] = newValue }
  }
  /// The denominator.
  public var denominator: Double? {
    get { numbers[3] }
    set { numbers[3] = newValue }
  }

  private var numbers = SparseNumbers<4>()

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

  /// What stands beside an observation's value; nil where nothing does.
  init?(_ figure: Observation) {
    guard figure.upper != nil || figure.count != nil else { return nil }
    self.init(
      lower: figure.lower, upper: figure.upper, count: figure.count,
      denominator: figure.denominator)
  }
}
