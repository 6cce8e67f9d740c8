/// A name of a place as somebody published it.
public struct Spelling: Hashable, Sendable {
  /// The name in lower case.
  public let name: String

  /// The code of the place.
  public let place: String

  /// Where the spelling was seen first.
  public let source: String

  /// Makes the row.
  public init(name: String, place: String, source: String) {
    self.name = name
    self.place = place
    self.source = source
  }
}
