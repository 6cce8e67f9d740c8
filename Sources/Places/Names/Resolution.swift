/// What a name or code was found to mean.
public enum Resolution: Hashable, Sendable {
  /// One place.
  case found(Place)

  /// Several places, in the order of their codes; none is guessed.
  case ambiguous([Place])

  /// No place; the nearest names first.
  case unknown(nearest: [Place])
}

extension Resolution {
  /// The place, when there is exactly one.
  public var place: Place? {
    if case .found(let place) = self { place } else { nil }
  }
}
