/// A value that places are held against.
public struct ComparisonBenchmark: Hashable, Sendable {
  /// Whose value it is.
  public enum Kind: String, Hashable, Sendable {
    /// England's published row.
    case england
    /// The places of the group together.
    case group
    /// The similar places together.
    case neighbours
  }

  /// Whose value it is.
  public let kind: Kind
  /// The name in a heading: `England`, `Greater Manchester`, `Neighbours`.
  public let name: String
  /// The value; nil where it cannot be known, with the reason.
  public let value: Double?
  /// Why there is no value, or how it was made.
  public let basis: String

  /// Makes a benchmark.
  public init(kind: Kind, name: String, value: Double?, basis: String) {
    self.kind = kind
    self.name = name
    self.value = value
    self.basis = basis
  }
}
