/// One step of a schema, never changed once it was released.
public struct Migration: Sendable, Equatable {
  /// The name of the step, unique within its part.
  public let name: String

  /// The statements of the step.
  public let sql: String

  /// Names a step and its statements.
  public init(name: String, sql: String) {
    self.name = name
    self.sql = sql
  }
}
