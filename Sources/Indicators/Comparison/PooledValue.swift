import Evidence

/// The value of several places together, where their counts and denominators are held.
///
/// A mean of rates would weigh a small place like a large one, so it is never taken: events are
/// summed, denominators are summed, and the rate is made anew.
public enum PooledValue {
  /// Values for every so many differ from count over denominator by one factor (100, 1,000, a
  /// deflator); places whose factor strays further than this were counted otherwise.
  static let tolerance = 0.01

  /// The pooled value of one indicator and period, from one value for each place.
  ///
  /// Nil where a count is missing, or where the places' own rates were made otherwise than from
  /// their counts.
  public static func of(_ values: [IndicatorValue]) -> Double? {
    guard values.count > 1, let factor = factor(values) else { return nil }
    var events = 0.0
    var people = 0.0
    for value in values {
      guard value.value != nil, let count = value.count, let base = value.denominator, base > 0,
        count >= 0
      else { return nil }
      events += count
      people += base
    }
    return factor * events / people
  }

  /// What turns count over denominator into the value: 100, 1,000, a deflator.
  ///
  /// Nil where places differ in it, or where none has events.
  static func factor(_ values: [IndicatorValue]) -> Double? {
    var found: [Double] = []
    for value in values {
      guard let rate = value.value, let count = value.count, count > 0,
        let base = value.denominator
      else { continue }
      found.append(rate * base / count)
    }
    found.sort()
    guard let least = found.first, let most = found.last, least > 0, most / least < 1 + tolerance
    else { return nil }
    return found[found.count / 2]
  }
}
