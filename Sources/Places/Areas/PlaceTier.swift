/// Where a place stands among the others that cover the same ground.
public enum PlaceTier: String, CaseIterable, Sendable {
  /// One council that runs every service.
  case single
  /// A county council: social care, schools, highways, libraries, waste disposal.
  case upper
  /// A district council: housing, planning, leisure, waste collection.
  case lower
  /// A region of England.
  case region
  /// A country.
  case country
  /// The area of a combined authority.
  case combined
  /// An area without a council.
  case area
  /// A body that serves the area of others and has no people of its own.
  case body
}

extension PlaceTier {
  /// True when a council of this tier governs the place.
  public var isCouncil: Bool { self == .single || self == .upper || self == .lower }

  /// True when the place has residents of its own: everything but a body.
  public var hasPopulation: Bool { self != .body }
}
