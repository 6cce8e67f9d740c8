/// One published figure: a value, or the marker that stands in its place, and where it was read.
public struct Observation: Hashable, Sendable {
  /// The place's current code.
  public var place: String
  /// What the figure refers to.
  public var period: Period
  /// The measure's id.
  public var measure: String
  /// The value in the measure's unit (money in whole pence), or nil with a blank status.
  @inlinable public var value: Double? {
    get { numbers[0] }
    set { numbers[0] = newValue }
  }
  /// The published lower limit, in the measure's unit.
  @inlinable public var lower: Double? {
    get { numbers[1] }
    set { numbers[1] = newValue }
  }
  /// The published upper limit, in the measure's unit.
  @inlinable public var upper: Double? {
    get { numbers[2] }
    set { numbers[2] = newValue }
  }
  /// The published numerator.
  @inlinable public var count: Double? {
    get { numbers[3] }
    set { numbers[3] = newValue }
  }
  /// The published denominator.
  @inlinable public var denominator: Double? {
    get { numbers[4] }
    set { numbers[4] = newValue }
  }
  /// What must be said beside the value, or stands in its place.
  public var status: Status
  /// The line of the file, 1-based.
  public var line: Int {
    get { Int(shortLine) }
    set { shortLine = Int32(clamping: newValue) }
  }
  /// The column of the file, 1-based.
  public var field: Int {
    get { Int(shortField) }
    set { shortField = Int32(clamping: newValue) }
  }

  @usableFromInline var numbers = SparseNumbers<5>()
  private var shortLine: Int32 = 0
  private var shortField: Int32 = 0

  /// Makes an observation.
  public init(
    place: String, period: Period, measure: String, value: Double?, status: Status = [],
    line: Int, field: Int, lower: Double? = nil, upper: Double? = nil, count: Double? = nil,
    denominator: Double? = nil
  ) {
    self.place = place
    self.period = period
    self.measure = measure
    self.status = status
    self.value = value
    self.lower = lower
    self.upper = upper
    self.count = count
    self.denominator = denominator
    self.line = line
    self.field = field
  }
}
