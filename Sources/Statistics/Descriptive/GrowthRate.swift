import Glibc

/// The constant yearly change that leads from one value to another.
public enum GrowthRate {
  /// (end/start)^(1/years) - 1.
  ///
  /// Nothing has changed: 0. The end is 0: -1.
  /// - Throws: a `Blank` for a missing or non-finite number, a start that is not above 0, an end
  ///   below 0 or a time that is not above 0.
  public static func compound(
    from start: Double?, to end: Double?, over years: Double?
  ) throws(Blank) -> Double {
    let first = try Check.positive(start, .value)
    let last = try Check.notNegative(end, .value)
    let time = try Check.positive(years, .years)
    if last == 0 { return -1 }
    let change = (last - first) / first
    let power = abs(change) < 0.5 ? log1p(change) : log(last) - log(first)
    let rate = expm1(power / time)
    guard rate.isFinite else { throw .undefined("the rate is too large to compute with") }
    return rate
  }
}
