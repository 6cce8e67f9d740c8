import Places

/// A place with its slot in the cube, so that no code is hashed for each figure.
struct Site: Sendable {
  let place: Place
  let slot: Int
}
