/// How a program knows its own files: two numbers in the file's head.
public struct Identity: Sendable, Equatable {
  /// The number of the program, `application_id`.
  public let applicationID: Int32

  /// The version of the schema, `user_version`; larger is later.
  public let userVersion: Int32

  /// Names the two numbers.
  public init(applicationID: Int32, userVersion: Int32) {
    self.applicationID = applicationID
    self.userVersion = userVersion
  }
}
