import Evidence

/// All values of all indicators, found by indicator, place and period.
public struct IndicatorTable: Sendable {
  /// The values, by indicator in the order of the catalogue, then place, then period.
  public private(set) var values: [IndicatorValue] = []
  private var ranges: [String: [String: Range<Int>]] = [:]

  /// Makes an empty table.
  public init() {}

  /// Appends the values of one indicator and place, in order of period.
  public mutating func append(_ series: [IndicatorValue]) {
    guard let first = series.first else { return }
    let start = values.count
    values += series
    ranges[first.indicator, default: [:]][first.place] = start..<values.count
  }

  /// The values of an indicator for a place, in order of period.
  public func series(_ indicator: String, _ place: String) -> ArraySlice<IndicatorValue> {
    guard let range = ranges[indicator]?[place] else { return [] }
    return values[range]
  }

  /// The value of an indicator for a place and a period, or nil.
  public func value(_ indicator: String, _ place: String, _ period: Period) -> IndicatorValue? {
    series(indicator, place).first { $0.period == period }
  }

  /// The latest period with a value of an indicator for a place, or nil.
  public func latest(_ indicator: String, _ place: String) -> IndicatorValue? {
    series(indicator, place).last { $0.value != nil }
  }

  /// The positions of an indicator's values in `values`.
  func positions(_ indicator: String) -> [Range<Int>] {
    (ranges[indicator] ?? [:]).values.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// All values of an indicator, by place and period.
  public func values(of indicator: String) -> [IndicatorValue] {
    positions(indicator).flatMap { values[$0] }
  }

  /// Changes the value at a position.
  mutating func change(_ position: Int, _ body: (inout IndicatorValue) -> Void) {
    body(&values[position])
  }
}
