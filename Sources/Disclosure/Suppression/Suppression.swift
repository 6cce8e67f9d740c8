/// Which cells are hidden, and the proof that it is enough.
public struct Suppression: Sendable, Hashable {
  /// The cells hidden because of what they are, by name.
  public let primary: [String]

  /// The cells hidden so that the primary ones cannot be worked out, by name.
  public let secondary: [String]

  /// The audit of the whole, made by a separate code path.
  public let audit: AuditReport

  /// All hidden cells, by name.
  public var suppressed: [String] { (primary + secondary).sorted(by: byteOrder) }
}
