/// A dialect that was found out, and why it was chosen.
public struct SniffedDialect: Sendable, Equatable {
  /// The dialect; its header, encoding and limit have their usual values.
  public let dialect: Dialect

  /// True when at least one field is quoted.
  public let usesQuotes: Bool

  /// False when nothing spoke for the choice, so that it is only the default.
  public let isFounded: Bool

  /// Why, in one sentence.
  public let reason: String
}
