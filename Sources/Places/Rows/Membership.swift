/// A place belonging to a group, and when.
public struct Membership: Hashable, Sendable {
  /// The code of the place.
  public let place: String

  /// The code of the group, which may be that of a place.
  public let group: String

  /// The days on which it belonged.
  public let validity: Validity

  /// Makes the row.
  public init(place: String, group: String, validity: Validity = .always) {
    self.place = place
    self.group = group
    self.validity = validity
  }
}
