import Places

/// A place with its slot in the cube, so that no code is hashed for each figure.
final class Site: Sendable {
  let place: Place
  let slot: Int
  /// The number of its kind in `PlaceKind.allCases`.
  let kind: Int

  init(place: Place, slot: Int) {
    self.place = place
    self.slot = slot
    kind = PlaceKind.allCases.firstIndex(of: place.kind) ?? 0
  }
}
