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
    get { Self.optional(numbers.value) }
    set { numbers.value = newValue ?? .nan }
  }
  /// The lower limit; of a partial total the amount that is known.
  public var lower: Double? {
    get { Self.optional(numbers.lower) }
    set { numbers.lower = newValue ?? .nan }
  }
  /// The upper limit.
  public var upper: Double? {
    get { Self.optional(numbers.upper) }
    set { numbers.upper = newValue ?? .nan }
  }
  /// The numerator.
  public var count: Double? {
    get { Self.optional(numbers.count) }
    set { numbers.count = newValue ?? .nan }
  }
  /// The denominator.
  public var denominator: Double? {
    get { Self.optional(numbers.denominator) }
    set { numbers.denominator = newValue ?? .nan }
  }
  /// What must be said.
  public var status: Status
  /// The share of people served whose councils are in it; nil where nothing was summed.
  public var coverage: Double? {
    get { Self.optional(numbers.coverage) }
    set { numbers.coverage = newValue ?? .nan }
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

  /// Numbers with NaN for none: half the size of optionals, of which there are a million.
  ///
  /// Compared by their bits, so that none equals none.
  private struct Numbers: Hashable, Sendable {
    var value = Double.nan
    var lower = Double.nan
    var upper = Double.nan
    var count = Double.nan
    var denominator = Double.nan
    var coverage = Double.nan

    private var bits: [UInt64] {
      [value, lower, upper, count, denominator, coverage].map(\.bitPattern)
    }

    static func == (left: Numbers, right: Numbers) -> Bool { left.bits == right.bits }

    func hash(into hasher: inout Hasher) { hasher.combine(bits) }
  }

  private var numbers = Numbers()

  private static func optional(_ number: Double) -> Double? { number.isNaN ? nil : number }

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
