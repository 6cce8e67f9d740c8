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
  public var value: Double? {
    get { numbers[0] }
    set { numbers[0] = newValue }
  }
  /// The lower limit; of a partial total the amount that is known.
  public var lower: Double? {
    get { numbers[1] }
    set { numbers[1] = newValue }
  }
  /// The upper limit.
  public var upper: Double? {
    get { numbers[2] }
    set { numbers[2] = newValue }
  }
  /// The numerator.
  public var count: Double? {
    get { numbers[3] }
    set { numbers[3] = newValue }
  }
  /// The denominator.
  public var denominator: Double? {
    get { numbers[4] }
    set { numbers[4] = newValue }
  }
  /// What must be said.
  public var status: Status
  /// The share of people served whose councils are in it; nil where nothing was summed.
  public var coverage: Double? {
    get { numbers[5] }
    set { numbers[5] = newValue }
  }
  /// How it compares, in a word; `""` where no comparison is made.
  public var compared = ""
  /// Where it is heading, in a word; `""` where too few points are held.
  public var trend = ""
  /// The fifth of comparable places that it falls in, 1 lowest to 5 highest; nil where none.
  public var quintile: Int? {
    get { fifth == 0 ? nil : Int(fifth) }
    set { fifth = UInt8(clamping: newValue ?? 0) }
  }

  private var fifth: UInt8 = 0
  /// What else must be said: restated boundaries, spikes.
  public var note = ""

  /// The value, its limits, the numerator, the denominator and the coverage.
  var numbers = SparseNumbers<6>()

  /// Makes a value.
  public init(
    place: String, period: Period, indicator: String, value: Double?, lower: Double? = nil,
    upper: Double? = nil, count: Double? = nil, denominator: Double? = nil, status: Status = [],
    coverage: Double? = nil
  ) {
    self.place = place
    self.period = period
    self.indicator = indicator
    self.status = status
    self.value = value
    self.lower = lower
    self.upper = upper
    self.count = count
    self.denominator = denominator
    self.coverage = coverage
  }
}

extension IndicatorValue {
  /// Said in place of a value that is larger than tables print, or than any number.
  public static let boundlessNote = "larger than can be printed"

  /// Numbers are printed below this, their decimals counted as digits.
  public static let mostPrinted = 9e18
}
