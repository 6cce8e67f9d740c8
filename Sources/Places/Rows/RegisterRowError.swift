/// Why a row of the register was not understood.
public struct RegisterRowError: Error, Equatable, Sendable {
  /// The table.
  public let part: RegisterPart

  /// The column, or nil when the number of fields is wrong.
  public let column: String?

  /// What stands there.
  public let found: String

  /// What should stand there.
  public let expected: String

  /// Names the facts.
  public init(part: RegisterPart, column: String?, found: String, expected: String) {
    self.part = part
    self.column = column
    self.found = found
    self.expected = expected
  }
}

extension RegisterRowError: CustomStringConvertible {
  /// One sentence with the table, the column, what was found and what was expected.
  public var description: String {
    let place = column.map { " column \($0)" } ?? ""
    return "\(part.rawValue)\(place): found \"\(found)\", expected \(expected)"
  }
}
