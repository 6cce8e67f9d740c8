/// Something that changed what a place is.
public struct PlaceEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable {
    /// It was formed; `places` are those that it took over in whole or in part.
    case formed
    /// It was joined by others while it existed; `places` are those.
    case joined
    /// It got a new code, `places` being the old one.
    case recoded
    /// It ended; `places` are those that took over.
    case ended
  }

  /// The first day of the new state, when it is known.
  public let day: Day?

  /// What happened.
  public let kind: Kind

  /// The codes of the other places, or the old code.
  public let places: [String]

  /// Names what happened.
  public init(day: Day?, kind: Kind, places: [String]) {
    self.day = day
    self.kind = kind
    self.places = places
  }
}
