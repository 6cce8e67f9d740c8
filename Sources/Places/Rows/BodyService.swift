/// A service that a body runs for the area of a council, and when.
///
/// The body may be the council itself: nine county councils are fire authorities.
public struct BodyService: Hashable, Sendable {
  /// How well the row is known.
  public enum Confidence: String, Sendable {
    /// From an order, or from the body's own returns.
    case high
    /// From geography: the areas overlap, but the body need not serve all of the council's.
    case medium
    /// Expected, not yet seen in a return.
    case low
  }

  /// The code of the body.
  public let body: String

  /// The key of the service, such as `pol`, `frs`, `env`.
  public let service: String

  /// The code of the council whose area is served.
  public let member: String

  /// The days on which it was served.
  public let validity: Validity

  /// How well this is known.
  public let confidence: Confidence

  /// Makes the row.
  public init(
    body: String, service: String, member: String, validity: Validity = .always,
    confidence: Confidence = .high
  ) {
    self.body = body
    self.service = service
    self.member = member
    self.validity = validity
    self.confidence = confidence
  }
}
