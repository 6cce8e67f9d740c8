/// Events per person, with exact limits below 10 events and Byar's from 10.
///
/// Value x/n and the limits of the count over n, times the multiplier.
///
/// Domain: x ≥ 0, n > 0; x may exceed n (events, person-years) and be a weighted count. Counts
/// below 10 are computed all the same; withholding them is for whoever publishes.
/// Reference: Breslow & Day 1987, vol. II, IARC 82; Armitage & Berry 2002, 4th ed., ch. 5.
public struct CrudeRate: Sendable {
  /// What the rate is multiplied by: 100000 for most.
  public let multiplier: Double
  private let limits: CountLimits

  /// Fixes the confidence and the base; `prepared` as for `CountLimits`.
  public init(
    confidence: Confidence = .ninetyFive, multiplier: Double = 100_000, prepared: Bool = false
  ) {
    limits = CountLimits(confidence: confidence, prepared: prepared)
    self.multiplier = multiplier
  }

  /// The confidence of the limits.
  public var confidence: Confidence { limits.confidence }

  /// The rate of `count` events among `denominator`.
  ///
  /// - Throws: a `Blank` for a missing, negative or non-finite value or a denominator that is
  ///   not above 0.
  public func estimate(count: Double?, denominator: Double?) throws(Blank) -> Estimate {
    let x = try Check.notNegative(count, .count)
    let n = try Check.positive(denominator, .denominator)
    guard multiplier.isFinite else { throw .notFinite(.multiplier) }
    let interval = limits.interval(x)
    return Estimate(
      x / n * multiplier,
      Interval(lower: interval.lower / n * multiplier, upper: interval.upper / n * multiplier),
      confidence, Statistic("crude rate", per: multiplier),
      x < CountLimits.switchover ? .exact : .byar)
  }

  /// The rate when one person can have several events, which makes the count vary more.
  ///
  /// `persons[i]` had exactly `events[i]` events each. Value Σ f·x_f / n; limits as for a
  /// directly standardised rate of one band, with variance Σ f² x_f / n².
  /// - Throws: a `Blank` as `estimate(count:denominator:)` does, or for lists of unequal length.
  public func repeatEvents(
    persons: [Double?], events: [Double?], denominator: Double?
  ) throws(Blank) -> Estimate {
    let band = try RepeatEventBand(persons: persons, events: events)
    let n = try Check.positive(denominator, .denominator)
    guard multiplier.isFinite else { throw .notFinite(.multiplier) }
    let total = band.events
    let interval = limits.interval(total)
    let rate = total / n
    let spread = total > 0 ? (band.squares / total).squareRoot() / n : 1 / n
    return Estimate(
      rate * multiplier,
      Interval(
        lower: max(0, rate + spread * (interval.lower - total)) * multiplier,
        upper: (rate + spread * (interval.upper - total)) * multiplier),
      confidence, Statistic("crude rate", per: multiplier),
      total < CountLimits.switchover ? .exact : .byar)
  }
}
