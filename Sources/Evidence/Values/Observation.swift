/// One published figure: a value, or the marker that stands in its place, and where it was read.
public struct Observation: Hashable, Sendable {
  /// The place's current code.
  public var place: String
  /// What the figure refers to.
  public var period: Period
  /// The measure's id.
  public var measure: String
  /// The value in the measure's unit (money in whole pence), or nil with a blank status.
  public var value: Double?
  /// The published lower limit, in the measure's unit.
  public var lower: Double?
  /// The published upper limit, in the measure's unit.
  public var upper: Double?
  /// The published numerator.
  public var count: Double?
  /// The published denominator.
  public var denominator: Double?
  /// What must be said beside the value, or stands in its place.
  public var status: Status
  /// The line of the file, 1-based.
  public var line: Int
  /// The column of the file, 1-based.
  public var field: Int

  /// Makes an observation.
  public init(
    place: String, period: Period, measure: String, value: Double?, status: Status = [],
    line: Int, field: Int, lower: Double? = nil, upper: Double? = nil, count: Double? = nil,
    denominator: Double? = nil
  ) {
    self.place = place
    self.period = period
    self.measure = measure
    self.value = value
    self.lower = lower
    self.upper = upper
    self.count = count
    self.denominator = denominator
    self.status = status
    self.line = line
    self.field = field
  }
}
