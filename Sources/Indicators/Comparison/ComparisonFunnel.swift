import Evidence
import Statistics

/// The limits within which places of a size would lie by chance alone, around England's value.
///
/// Shares by the normal approximation (Spiegelhalter 2005); rates where England's value would lie
/// at the edge of the place's own exact limits, as `Statistics` judges significance.
public struct ComparisonFunnel: Sendable {
  /// One place: its size and its rate.
  public struct Point: Sendable {
    /// The place.
    public let place: ComparedPlace
    /// Its denominator.
    public let size: Double
    /// Its value.
    public let rate: Double
    /// True beyond the 99.8% limits.
    public let isOutside: Bool
  }

  /// The limits at one size, on the scale of the indicator.
  public struct Limit: Sendable {
    /// The size.
    public let size: Double
    /// 95%.
    public let inner: Interval
    /// 99.8%.
    public let outer: Interval
  }

  /// The places.
  public let points: [Point]
  /// The limits, by size.
  public let limits: [Limit]
  /// The value that they stand around.
  public let average: Double

  /// Makes a funnel of a comparison of events among people.
  ///
  /// Nil where chance has no part in it (money), where counts are not held, or where fewer than
  /// five places are left.
  public init?(_ comparison: Comparison) {
    guard !comparison.indicator.isMoney,
      let england = comparison.benchmarks.first(where: { $0.kind == .england })?.value
    else { return nil }
    let usable = comparison.places.filter(Self.isUsable)
    let scale = PooledValue.factor(usable.compactMap(\.value))
    guard usable.count >= 5, let scale, england > 0 else { return nil }
    let isShare = comparison.indicator.unit == "%"
    func limit(_ size: Double) -> Limit? {
      let share = england / scale
      guard isShare else { return Self.ofRate(share * size, england, size) }
      let limits = try? FunnelLimits.ofProportion(average: share, denominator: size)
      return limits.map {
        Limit(size: size, inner: $0.inner.scaled(by: scale), outer: $0.outer.scaled(by: scale))
      }
    }
    points = usable.map { place in
      let size = place.value?.denominator ?? 0
      let rate = place.value?.value ?? 0
      return Point(
        place: place, size: size, rate: rate,
        isOutside: limit(size).map { !$0.outer.contains(rate) } ?? false)
    }
    let largest = (points.map(\.size).max() ?? 1) * 1.05
    limits = (1...48).compactMap { limit(largest * Double($0) / 48) }
    average = england
  }

  private static func isUsable(_ place: ComparedPlace) -> Bool {
    guard place.reason.isEmpty, let value = place.value, value.value != nil, value.lower != nil,
      let count = value.count, let size = value.denominator
    else { return false }
    return count >= 0 && count == count.rounded() && size > 0
  }

  /// The rates at which the expected events lie at the edge of the exact limits of the observed.
  private static func ofRate(_ expected: Double, _ average: Double, _ size: Double) -> Limit? {
    func interval(_ confidence: Confidence) -> Interval? {
      let limits = CountLimits(confidence: confidence)
      guard
        let low = edge(expected, { try? limits.exact($0).upper }),
        let high = edge(expected, { try? limits.exact($0).lower })
      else { return nil }
      return Interval(lower: low, upper: high).scaled(by: average / expected)
    }
    guard expected > 0, let inner = interval(.ninetyFive),
      let outer = interval(.ninetyNinePointEight)
    else { return nil }
    return Limit(size: size, inner: inner, outer: outer)
  }

  /// The count at which a limit, which rises with the count, reaches the expected events.
  private static func edge(_ expected: Double, _ limit: (Double) -> Double?) -> Double? {
    var low = 0.0
    var high = expected + 10 * expected.squareRoot() + 10
    guard let least = limit(low) else { return nil }
    if least >= expected { return 0 }
    for _ in 0..<48 {
      let middle = (low + high) / 2
      guard let value = limit(middle) else { return nil }
      if value < expected { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
