/// One of the outcomes that plans are made for: a row of `outcomes.csv`.
public struct Outcome: Hashable, Sendable {
  /// The key that indicators carry: `work`.
  public let id: String
  /// What it is, as a heading: `People into work`.
  public let title: String

  /// Makes an outcome.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}
