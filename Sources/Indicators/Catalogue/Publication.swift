/// A report that `build` writes.
public struct Publication: Hashable, Sendable {
  /// `report` or `comparison`.
  public let kind: String
  /// The place's or group's code.
  public let place: String

  /// Makes a publication.
  public init(kind: String, place: String) {
    self.kind = kind
    self.place = place
  }
}
