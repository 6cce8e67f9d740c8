/// A place that is like another, though it need not lie near it.
public struct Neighbour: Hashable, Sendable {
  /// The code of the place.
  public let place: String

  /// 1 for the most alike.
  public let rank: Int

  /// The code of the place that is like it.
  public let neighbour: String

  /// Makes the row.
  public init(place: String, rank: Int, neighbour: String) {
    self.place = place
    self.rank = rank
    self.neighbour = neighbour
  }
}
