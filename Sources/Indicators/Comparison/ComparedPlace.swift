import Places

/// One place in a comparison.
public struct ComparedPlace: Hashable, Sendable {
  /// The place.
  public let place: Place
  /// Its value; nil where it has none for the period.
  public let value: IndicatorValue?
  /// How it stands to each benchmark, in their order.
  public let standings: [BenchmarkStanding]
  /// Why it is not compared; `""` where it is.
  public let reason: String
  /// True for the place that was asked about.
  public let isSubject: Bool
}
