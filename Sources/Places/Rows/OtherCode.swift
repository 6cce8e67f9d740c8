/// Another code of a place.
public struct OtherCode: Hashable, Sendable {
  /// The code of the place in the register.
  public let place: String

  /// The numbering that the value belongs to.
  public let scheme: CodeScheme

  /// The other code.
  public let value: String

  /// The days on which it was in use.
  public let validity: Validity

  /// Makes the row.
  public init(place: String, scheme: CodeScheme, value: String, validity: Validity = .always) {
    self.place = place
    self.scheme = scheme
    self.value = value
    self.validity = validity
  }
}
