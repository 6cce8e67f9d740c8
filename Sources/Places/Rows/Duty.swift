/// Which service a kind of council or body runs, and since when.
public struct Duty: Hashable, Sendable {
  /// How much of the service is run.
  public enum Role: String, Sendable {
    /// All of it.
    case all
    /// A part; another tier or body runs the rest.
    case part
    /// Only some councils or bodies of the kind run it.
    case some
  }

  /// The key of the service, such as `asc`, `env`, `frs`.
  public let service: String

  /// The kind of council or body.
  public let kind: PlaceKind

  /// How much of it.
  public let role: Role

  /// The days on which the duty stood.
  public let validity: Validity

  /// What the part is, or which councils.
  public let note: String?

  /// Makes the row.
  public init(
    service: String, kind: PlaceKind, role: Role, validity: Validity = .always,
    note: String? = nil
  ) {
    self.service = service
    self.kind = kind
    self.role = role
    self.validity = validity
    self.note = note
  }
}
