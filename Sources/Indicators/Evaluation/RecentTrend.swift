import Evidence
import Statistics

/// Says where an indicator is heading: the trend of the latest five years, as Fingertips marks it.
///
/// Five points a year apart are needed, pooled years by windows that do not overlap, quarters by
/// the same quarter of each year, none across a break. Where they are not held the value's note
/// says why. The word stands at the latest value of a place.
struct RecentTrend {
  /// Marks the latest value of every place, for an indicator with limits or of the Local Outcomes
  /// Framework.
  func mark(_ all: inout [[IndicatorValue]], of indicator: Indicator) {
    guard indicator.method != .estimate,
      indicator.method != .none || !indicator.frameworkArea.isEmpty
    else { return }
    for position in all.indices {
      let series = all[position]
      guard let latest = series.lastIndex(where: NationalComparison.isSound) else { continue }
      let (word, reason) = trend(series, latest, indicator)
      all[position][latest].trend = word
      guard let reason else { continue }
      let note = series[latest].note
      all[position][latest].note = note + (note.isEmpty ? "" : "; ") + "no trend: \(reason)"
    }
  }

  private func trend(
    _ series: [IndicatorValue], _ latest: Int, _ indicator: Indicator
  ) -> (word: String, reason: String?) {
    if indicator.method == .none { return ("", "there is no interval to judge by") }
    let points = Self.points(series, latest)
    guard points.count == TrendMarker.points else {
      if points.count > 1 { return ("", "too few points (\(points.count) of 5)") }
      return ("", series[latest].period.months > 12 ? "one window only" : "one year only")
    }
    let marker = marker(points, indicator)
    guard marker.direction != .unknown else { return ("", Self.words(marker.reason)) }
    return (
      Self.word(TrendJudgement(marker.direction, polarity: indicator.polarity.judgement)), nil
    )
  }

  /// The latest points, a year or a whole window apart, back to a break or a gap; oldest first.
  static func points(_ series: [IndicatorValue], _ latest: Int) -> [IndicatorValue] {
    var points = [series[latest]]
    while points.count < TrendMarker.points, let first = points.last,
      !first.status.contains(.seriesBreak)
    {
      let years = max(1, (first.period.months + 11) / 12)
      guard let period = first.period.shifted(years: -years),
        let before = series.last(where: { $0.period == period && NationalComparison.isSound($0) })
      else { break }
      points.append(before)
    }
    return points.reversed()
  }

  private func marker(_ points: [IndicatorValue], _ indicator: Indicator) -> TrendMarker {
    let times = points.map { Double($0.period.year) }
    if indicator.method == .wilson {
      return .ofProportions(
        times: times, counts: points.map(\.count), denominators: points.map(\.denominator))
    }
    return .ofValues(
      times: times, values: points.map(\.value), lower: points.map(\.lower),
      upper: points.map(\.upper))
  }

  private static func word(_ judgement: TrendJudgement) -> String {
    switch judgement {
    case .better: "better"
    case .worse: "worse"
    case .increasing: "increasing"
    case .decreasing: "decreasing"
    case .unchanged: "unchanged"
    case .unknown: ""
    }
  }

  private static func words(_ reason: TrendMarker.Reason) -> String {
    switch reason {
    case .missingLimit: "a point has no interval"
    case .missingValue: "a point has no value"
    default: "the points cannot be used"
    }
  }
}
