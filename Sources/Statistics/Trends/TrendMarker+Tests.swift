extension TrendMarker {
  /// The marker of a proportion, by the chi-squared test for trend in proportions.
  ///
  /// χ² = N(N·Σxt - Σx·Σnt)² / (C(N-C)(N·Σnt² - (Σnt)²)) with C = Σx and N = Σn. The direction is
  /// that of the least-squares slope of ln(x/(n-x)) on time; when some year has nobody or
  /// everybody counted, that of the slope of x/n, which then is the one reported.
  /// Reference: Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375.
  public static func ofProportions(
    times: [Double?], counts: [Double?], denominators: [Double?]
  ) -> TrendMarker {
    let columns = [counts, denominators]
    let rows: [Row]
    switch latest(times, columns) {
    case .failure(let fault): return .unknown(fault.reason)
    case .success(let found): rows = found
    }
    let x = rows.map { $0.values[0] ?? 0 }
    let n = rows.map { $0.values[1] ?? 0 }
    if rows.contains(where: { $0.values.contains(nil) }) { return .unknown(.missingValue) }
    let t = rows.map(\.time)
    guard let chiSquared = chiSquaredForTrend(times: t, counts: x, denominators: n) else {
      return .unknown(.unsound)
    }
    let shares = zip(x, n).map { $0 / $1 }
    let positions = shares.compactMap { TrendScale.logit.apply($0) }
    let y = positions.count == shares.count ? positions : shares
    return judged(chiSquared, t, y, weights: nil)
  }

  /// The marker of any other value, by weighted least squares.
  ///
  /// Weights 1/s² with s = (upper - lower)/(2·z), z of 95%; χ² = b²·Σw(t - t̄)².
  public static func ofValues(
    times: [Double?], values: [Double?], lower: [Double?], upper: [Double?]
  ) -> TrendMarker {
    let rows: [Row]
    switch latest(times, [values, lower, upper]) {
    case .failure(let fault): return .unknown(fault.reason)
    case .success(let found): rows = found
    }
    if rows.contains(where: { $0.values[0] == nil }) { return .unknown(.missingValue) }
    if rows.contains(where: { $0.values.contains(nil) }) { return .unknown(.missingLimit) }
    let t = rows.map(\.time)
    let y = rows.map { $0.values[0] ?? 0 }
    let width = 2 * Confidence.ninetyFive.z
    let weights = rows.map { row in
      let s = ((row.values[2] ?? 0) - (row.values[1] ?? 0)) / width
      return s > 0 ? 1 / (s * s) : 0
    }
    guard y.allSatisfy(\.isFinite), weights.allSatisfy({ $0 > 0 && $0.isFinite }),
      let fit = LineFit(t, y, weights: weights)
    else { return .unknown(.unsound) }
    return judged(fit.slope * fit.slope * fit.squaresX, t, y, weights: weights)
  }

  /// Chi-squared for trend over all the points given; nil where nobody or everybody is counted.
  ///
  /// Times are centred before they are summed: uncentred years cost six digits.
  public static func chiSquaredForTrend(
    times: [Double], counts: [Double], denominators: [Double]
  ) -> Double? {
    guard times.count >= 2, times.count == counts.count, times.count == denominators.count,
      zip(counts, denominators).allSatisfy({ $0 >= 0 && $1 > 0 && $0 <= $1 })
    else { return nil }
    let events = counts.reduce(0, +)
    let people = denominators.reduce(0, +)
    var middle = 0.0
    for (t, n) in zip(times, denominators) { middle += n * (t - times[0]) }
    middle /= people
    let share = events / people
    var top = 0.0
    var bottom = 0.0
    for index in times.indices {
      let gap = times[index] - times[0] - middle
      top += (counts[index] - share * denominators[index]) * gap
      bottom += denominators[index] * gap * gap
    }
    let value = top * top / (share * (1 - share) * bottom)
    return value.isFinite ? value : nil
  }

  private struct Row {
    let time: Double
    let values: [Double?]
  }

  private struct Fault: Error {
    let reason: Reason
  }

  /// The latest five points in order of time.
  private static func latest(_ times: [Double?], _ columns: [[Double?]]) -> Result<[Row], Fault> {
    guard columns.allSatisfy({ $0.count == times.count }) else {
      return .failure(Fault(reason: .missingValue))
    }
    guard times.count >= points else { return .failure(Fault(reason: .tooFewPoints)) }
    var rows: [Row] = []
    for (index, time) in times.enumerated() {
      guard let time, time.isFinite else { return .failure(Fault(reason: .unsound)) }
      rows.append(Row(time: time, values: columns.map { $0[index] }))
    }
    rows.sort { $0.time < $1.time }
    for index in rows.indices.dropFirst() where rows[index].time == rows[index - 1].time {
      return .failure(Fault(reason: .repeatedYear))
    }
    return .success(Array(rows.suffix(points)))
  }

  private static func judged(
    _ chiSquared: Double, _ t: [Double], _ y: [Double], weights: [Double]?
  ) -> TrendMarker {
    func slope(without skipped: Int?) -> Double? {
      let kept = t.indices.filter { $0 != skipped }
      return LineFit(
        kept.map { t[$0] }, kept.map { y[$0] },
        weights: weights.map { list in kept.map { list[$0] } })?.slope
    }
    let others = t.indices.compactMap { slope(without: $0) }
    guard let whole = slope(without: nil), others.count == t.count, chiSquared.isFinite else {
      return .unknown(.unsound)
    }
    return judge(chiSquared: chiSquared, slope: whole, without: others)
  }
}
