/// The tables that one floor owns, as the steps that make them.
public struct SchemaPart: Sendable, Equatable {
  /// The name of the part, unique among the parts.
  public let name: String

  /// The steps in the order in which they are taken; new ones are added at the end.
  public let migrations: [Migration]

  /// Names a part and its steps.
  public init(name: String, migrations: [Migration]) {
    self.name = name
    self.migrations = migrations
  }
}
