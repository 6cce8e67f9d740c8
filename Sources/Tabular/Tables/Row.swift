/// One record of a table held in memory.
public struct Row: Sendable, Equatable {
  /// The physical line on which it starts, from 1.
  public let line: Int

  /// The text of its fields.
  public let fields: [String]

  /// Makes a row.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// The number of fields.
  public var count: Int { fields.count }

  /// The text of a field, from 0; empty when the row is shorter.
  @inlinable
  public subscript(index: Int) -> String {
    index >= 0 && index < fields.count ? fields[index] : ""
  }

  /// True when every field is empty.
  public var isEmpty: Bool { fields.allSatisfy(\.isEmpty) }
}
