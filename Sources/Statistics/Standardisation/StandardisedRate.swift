/// A directly standardised rate with the totals it rests on.
public struct StandardisedRate: Sendable, Hashable {
  /// All events, over all bands.
  public let totalCount: Double
  /// All people, over all bands.
  public let totalPopulation: Double
  /// The rate; without value and limits when it rests on fewer than 10 events.
  public let estimate: Estimate
}
