/// The control limits of a funnel plot at one place of its axis.
///
/// 95% and 99.8% limits, the two pairs that the field calls 2 and 3 standard deviations.
/// Reference: Spiegelhalter 2005, Stat. Med. 24:1185.
public struct FunnelLimits: Sendable, Hashable {
  /// 95%: 0.025 at each side.
  public let inner: Interval
  /// 99.8%: 0.001 at each side.
  public let outer: Interval

  /// Limits of a proportion around an average, for areas with a denominator n.
  ///
  /// p ∓ z√(p(1-p)/n), cut to 0…1.
  /// - Throws: a `Blank` for an average outside 0 to 1 or a denominator that is not above 0.
  public static func ofProportion(
    average: Double?, denominator: Double?
  ) throws(Blank) -> FunnelLimits {
    let p = try Check.within(0...1, average, .average)
    let n = try Check.positive(denominator, .denominator)
    func limits(_ confidence: Confidence) -> Interval {
      let half = confidence.z * (p * (1 - p) / n).squareRoot()
      return Interval(lower: p - half, upper: p + half).clipped(to: 0...1)
    }
    return FunnelLimits(inner: limits(.ninetyFive), outer: limits(.ninetyNinePointEight))
  }

  /// Limits of a rate or ratio as multiples of the average, for areas with O observed events.
  ///
  /// Lower O/(X²(1-p, 2O+2)/2), upper O/(X²(p, 2O)/2), p = 0.025 and 0.001: the ratio at which O
  /// events lie at the edge of what the average explains. The published R function finds these by
  /// bisection to 1e-7, up to 5e-5 off; here they come from the quantile.
  /// - Throws: a `Blank` for a count that is not above 0.
  public static func ofCount(_ count: Double?) throws(Blank) -> FunnelLimits {
    let events = try Check.positive(count, .count)
    func limits(_ confidence: Confidence) -> Interval {
      let exact = CountLimits.garwood(events, confidence.tail)
      return Interval(lower: events / exact.upper, upper: events / exact.lower)
    }
    return FunnelLimits(inner: limits(.ninetyFive), outer: limits(.ninetyNinePointEight))
  }
}
