import Evidence

/// An indicator's value for a place and a period, with all that must be said of it.
public struct IndicatorValue: Hashable, Sendable {
  /// The place's code.
  public var place: String
  /// What it refers to.
  public var period: Period
  /// The indicator's id.
  public var indicator: String
  /// The value in the indicator's unit (money in pounds), or nil with a blank status.
  public var value: Double?
  /// The lower limit; of a partial total the amount that is known.
  public var lower: Double?
  /// The upper limit.
  public var upper: Double?
  /// The numerator.
  public var count: Double?
  /// The denominator.
  public var denominator: Double?
  /// What must be said.
  public var status: Status
  /// The share of people served whose councils are in it; nil where nothing was summed.
  public var coverage: Double?
  /// How it compares, in a word; `""` where no comparison is made.
  public var compared = ""
  /// Where it is heading, in a word; `""` where too few points are held.
  public var trend = ""
  /// The fifth of comparable places that it falls in, 1 lowest to 5 highest; nil where none.
  public var quintile: Int?
  /// What else must be said: restated boundaries, spikes.
  public var note = ""

  /// Makes a value.
  public init(
    place: String, period: Period, indicator: String, value: Double?, lower: Double? = nil,
    upper: Double? = nil, count: Double? = nil, denominator: Double? = nil, status: Status = [],
    coverage: Double? = nil
  ) {
    self.place = place
    self.period = period
    self.indicator = indicator
    self.value = value
    self.lower = lower
    self.upper = upper
    self.count = count
    self.denominator = denominator
    self.status = status
    self.coverage = coverage
  }
}
