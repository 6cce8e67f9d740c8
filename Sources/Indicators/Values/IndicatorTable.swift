import Evidence

/// All values of all indicators, found by indicator, place and period.
///
/// Kept as one short array for each indicator and place, so that marking one value copies no other.
public struct IndicatorTable: Sendable {
  private var allSeries: [[IndicatorValue]] = []
  private var positions: [String: [String: Int]] = [:]
  private var positionsOf: [String: [Int]] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of values.
  public var count: Int { allSeries.reduce(0) { $0 + $1.count } }

  /// Appends the values of one indicator and place, in order of period.
  public mutating func append(_ series: [IndicatorValue]) {
    guard let first = series.first else { return }
    positions[first.indicator, default: [:]][first.place] = allSeries.count
    positionsOf[first.indicator, default: []].append(allSeries.count)
    // Of exactly its size: a list that grew or was filtered may hold twice the room it needs.
    allSeries.append(series.map { $0 })
  }

  /// The values of an indicator for a place, in order of period.
  public func series(_ indicator: String, _ place: String) -> [IndicatorValue] {
    positions[indicator]?[place].map { allSeries[$0] } ?? []
  }

  /// The value of an indicator for a place and a period, or nil.
  public func value(_ indicator: String, _ place: String, _ period: Period) -> IndicatorValue? {
    series(indicator, place).first { $0.period == period }
  }

  /// The latest value of an indicator for a place that is not blank, or nil.
  public func latest(_ indicator: String, _ place: String) -> IndicatorValue? {
    series(indicator, place).last { $0.value != nil }
  }

  /// The series of an indicator, in the order in which they were appended: by place.
  public func series(of indicator: String) -> [[IndicatorValue]] {
    (positionsOf[indicator] ?? []).map { allSeries[$0] }
  }

  /// Every series: by indicator in the order of the catalogue, then by place.
  public var everySeries: [[IndicatorValue]] { allSeries }

  /// The positions of an indicator's series, for `series(at:)` and `change`.
  func positions(of indicator: String) -> [Int] { positionsOf[indicator] ?? [] }

  /// The series at a position.
  func series(at position: Int) -> [IndicatorValue] { allSeries[position] }

  /// Changes one value of the series at a position.
  mutating func change(_ position: Int, _ index: Int, _ body: (inout IndicatorValue) -> Void) {
    body(&allSeries[position][index])
  }
}
