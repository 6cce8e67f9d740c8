import Statistics

/// A target that a quarter of comparable places have reached already.
///
/// Beside it the same for a place as deprived as this one: a line of the values on deprivation,
/// and the best quartile of what is left.
public struct QuartileTarget: Hashable, Sendable {
  /// Fewer places than this give no target.
  public static let fewest = 8
  /// Fewer places than this are not adjusted for deprivation.
  public static let fewestAdjusted = 12

  /// A comparable place.
  public struct Other: Hashable, Sendable {
    /// Its latest value.
    public let value: Double
    /// Its deprivation; nil where unknown.
    public let deprivation: Double?

    /// Makes a place.
    public init(value: Double, deprivation: Double?) {
      self.value = value
      self.deprivation = deprivation
    }
  }

  /// The best quartile (Hyndman and Fan's type 7).
  public let value: Double
  /// The best quartile for a place as deprived as this one; nil where it cannot be told.
  public let adjusted: Double?
  /// The middle of the comparable places.
  public let median: Double
  /// How many places it rests on.
  public let places: Int

  /// Finds the target; nil with too few places.
  public init?(
    _ others: [Other], deprivation: Double?, isHigherBetter: Bool,
    bounds: ProjectionBounds = .none
  ) {
    let share = isHigherBetter ? 0.75 : 0.25
    let values = others.map(\.value)
    guard values.count >= Self.fewest, let quartile = Self.quantile(values, share),
      let middle = Self.quantile(values, 0.5)
    else { return nil }
    value = quartile
    median = middle
    places = values.count
    adjusted = deprivation.flatMap { own in
      let known = others.compactMap { other in other.deprivation.map { ($0, other.value) } }
      guard known.count >= Self.fewestAdjusted,
        let line = try? LinearTrend(times: known.map(\.0), values: known.map(\.1)),
        let left = Self.quantile(known.map { $1 - line.intercept - line.slope * $0 }, share)
      else { return nil }
      return bounds.clipped(line.intercept + line.slope * own + left)
    }
  }

  private static func quantile(_ values: [Double], _ share: Double) -> Double? {
    try? SampleQuantile.linear(values, at: [share]).first
  }
}
