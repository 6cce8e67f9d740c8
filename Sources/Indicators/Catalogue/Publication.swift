/// A report that `build` writes.
public struct Publication: Hashable, Sendable {
  /// `report` or `comparison`.
  public let kind: String
  /// The place's or group's code.
  public let place: String
  /// What a comparison compares, in order.
  public let indicators: [String]

  /// Makes a publication.
  public init(kind: String, place: String, indicators: [String] = []) {
    self.indicators = indicators
    self.kind = kind
    self.place = place
  }
}
