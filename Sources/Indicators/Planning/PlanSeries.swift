import Evidence
import Places
import Statistics

/// A series by year as plans use it: one value a year, doubtful ones left out, breaks kept.
public struct PlanSeries: Hashable, Sendable {
  /// A year and its value.
  public struct Point: Hashable, Sendable {
    /// The year in which the period begins.
    public let year: Int
    /// The value.
    public let value: Double

    /// Makes a point.
    public init(_ year: Int, _ value: Double) {
      self.year = year
      self.value = value
    }
  }

  /// The points, oldest first.
  public let points: [Point]
  /// The first years of a new way of counting.
  public let breaks: [Int]
  /// How many years each value is pooled from: two values this far apart share no data.
  public let pooled: Int
  /// True for an average that is made here.
  public let isEstimated: Bool

  /// Makes a series.
  public init(
    _ points: [Point], breaks: [Int] = [], pooled: Int = 1, isEstimated: Bool = false
  ) {
    self.points = points.sorted { $0.year < $1.year }
    self.breaks = breaks
    self.pooled = pooled
    self.isEstimated = isEstimated
  }

  /// Takes an indicator's values for a place.
  ///
  /// Of quarters, those of the latest one's season are kept. Values marked unreliable are left out.
  public init(_ values: [IndicatorValue]) {
    let last = values.last(where: NationalComparison.isSound)
    let (months, month) = (last?.period.months, last?.period.start.month)
    var points: [Point] = []
    var breaks: [Int] = []
    for value in values {
      if value.status.contains(.seriesBreak) { breaks.append(value.period.year) }
      guard NationalComparison.isSound(value), value.period.months == months,
        value.period.start.month == month, let number = value.value
      else { continue }
      points.append(Point(value.period.year, number))
    }
    self.init(
      points, breaks: breaks, pooled: max(1, (months ?? 12) / 12),
      isEstimated: last?.status.contains(.estimated) ?? false)
  }

  /// The latest point.
  public var last: Point? { points.last }

  /// The value of a year, or nil.
  public func value(_ year: Int) -> Double? { points.first { $0.year == year }?.value }

  /// The points since the latest break.
  public var sinceBreak: [Point] {
    guard let year = breaks.max() else { return points }
    return points.filter { $0.year >= year }
  }

  /// True where nothing changed in how it is counted between two years.
  public func isJoined(_ first: Int, _ last: Int) -> Bool {
    !breaks.contains { first < $0 && $0 <= last }
  }

  /// Every value divided by that of another series in the same year, times a factor.
  public func divided(by other: PlanSeries, times factor: Double) -> PlanSeries {
    PlanSeries(
      points.compactMap { point in
        other.value(point.year).flatMap { below in
          below > 0 ? Point(point.year, point.value / below * factor) : nil
        }
      }, breaks: (breaks + other.breaks).sorted(), pooled: max(pooled, other.pooled),
      isEstimated: isEstimated || other.isEstimated)
  }

  /// The average of several series, weighted, for the years in which all have a value.
  public static func average(_ parts: [(series: PlanSeries, weight: Double)]) -> PlanSeries {
    let whole = parts.reduce(0) { $0 + $1.weight }
    guard let first = parts.first, whole > 0 else { return PlanSeries([]) }
    let points = first.series.points.compactMap { point -> Point? in
      var sum = 0.0
      for part in parts {
        guard let value = part.series.value(point.year) else { return nil }
        sum += value * part.weight
      }
      return Point(point.year, sum / whole)
    }
    return PlanSeries(
      points, breaks: Set(parts.flatMap(\.series.breaks)).sorted(), pooled: first.series.pooled,
      isEstimated: true)
  }

  /// The series as it can be projected: since its latest break, one value for each pooled window.
  public func projectable(_ bounds: ProjectionBounds) -> ProjectionSeries {
    guard pooled == 1, let first = sinceBreak.first?.year, let last = last?.year else {
      return ProjectionSeries([], bounds: bounds)
    }
    return ProjectionSeries((first...last).map { value($0) }, bounds: bounds)
  }
}
