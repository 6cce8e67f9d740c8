/// What a number rests on that no row of published figures holds.
public struct NumberOrigin: Hashable, Sendable {
  /// How it came about, in a word or two: `worked out`, `law`.
  public let basis: String
  /// Where it is published, with its release; `""` for one that is worked out here.
  public let source: String

  /// Names an origin.
  public init(_ basis: String, source: String = "") {
    self.basis = basis
    self.source = source
  }

  /// Worked out from figures of the report.
  public static let workedOut = Self("worked out")
  /// Counted by the report itself: measures, places, years.
  public static let counted = Self("counted")

  /// An amount or share that a law sets: the source names its year and where it is published.
  public static func law(_ source: String) -> Self { Self("law", source: source) }

  /// A number that a publication states and no table of figures holds.
  public static func stated(_ source: String) -> Self { Self("stated", source: source) }
}
