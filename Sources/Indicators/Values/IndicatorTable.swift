import Evidence

/// All values of all indicators, found by indicator, place and period.
public struct IndicatorTable: Sendable {
  private var indicators: [PackedValues] = []
  /// Where the series of each place stands among those of an indicator, by the place's number; -1
  /// where it has none.
  private var positions: [[Int32]] = []
  private var indicatorOf: [String: Int] = [:]
  private var placeOf: [String: Int] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of values.
  public var count: Int { indicators.reduce(0) { $0 + $1.count } }

  /// Appends the values of an indicator that has none yet.
  public mutating func append(_ values: PackedValues) {
    precondition(indicatorOf[values.indicator] == nil, "an indicator was appended twice")
    guard values.count > 0 else { return }
    indicatorOf[values.indicator] = indicators.count
    indicators.append(values)
    positions.append([])
    for position in values.positions {
      note(values.place(at: position), position, positions.count - 1)
    }
  }

  /// Appends the values of one indicator and place, in order of period.
  public mutating func append(_ series: [IndicatorValue]) {
    guard let first = series.first else { return }
    if indicatorOf[first.indicator] == nil {
      append(PackedValues(first.indicator, [series]))
    } else if let at = indicatorOf[first.indicator] {
      note(first.place, indicators[at].positions.count, at)
      indicators[at].append(series)
    }
  }

  private mutating func note(_ place: String, _ position: Int, _ indicator: Int) {
    let number = placeOf[place] ?? placeOf.count
    placeOf[place] = number
    while positions[indicator].count <= number { positions[indicator].append(-1) }
    positions[indicator][number] = Int32(position)
  }

  private func find(_ indicator: String, _ place: String) -> (indicator: Int, position: Int)? {
    guard let at = indicatorOf[indicator], let number = placeOf[place],
      number < positions[at].count, positions[at][number] >= 0
    else { return nil }
    return (at, Int(positions[at][number]))
  }

  /// The values of an indicator for a place, in order of period.
  public func series(_ indicator: String, _ place: String) -> [IndicatorValue] {
    find(indicator, place).map { indicators[$0.indicator].series(at: $0.position) } ?? []
  }

  /// The value of an indicator for a place and a period, or nil.
  public func value(_ indicator: String, _ place: String, _ period: Period) -> IndicatorValue? {
    last(indicator, place) { found, _, _ in found == period }
  }

  /// The latest value of an indicator for a place that is not blank, or nil.
  public func latest(_ indicator: String, _ place: String) -> IndicatorValue? {
    last(indicator, place) { _, _, value in value != nil }
  }

  /// The latest value of an indicator for a place of which a condition holds, or nil.
  public func last(
    _ indicator: String, _ place: String,
    where isWanted: (Period, Status, _ value: Double?) -> Bool
  ) -> IndicatorValue? {
    guard let (at, position) = find(indicator, place) else { return nil }
    return indicators[at].last(at: position, where: isWanted)
  }

  /// The values of an indicator in a period, one for each place that has one, in the order of
  /// `series(of:)`.
  public func values(of indicator: String, in period: Period) -> [IndicatorValue] {
    guard let values = indicatorOf[indicator].map({ indicators[$0] }) else { return [] }
    return values.positions.compactMap {
      values.last(at: $0) { found, _, _ in found == period }
    }
  }

  /// The series of an indicator, in the order in which they were appended: by place.
  public func series(of indicator: String) -> [[IndicatorValue]] {
    indicatorOf[indicator].map { Self.everySeries(indicators[$0]) } ?? []
  }

  /// The values of an indicator as they are kept, or nil.
  public func packed(_ indicator: String) -> PackedValues? {
    indicatorOf[indicator].map { indicators[$0] }
  }

  /// Where a place stands among those of an indicator's packed values, or nil.
  public func position(_ indicator: String, _ place: String) -> Int? {
    find(indicator, place)?.position
  }

  /// Every series: by indicator in the order of the catalogue, then by place.
  public var everySeries: [[IndicatorValue]] { indicators.flatMap(Self.everySeries) }

  private static func everySeries(_ values: PackedValues) -> [[IndicatorValue]] {
    values.positions.map { values.series(at: $0) }
  }
}
