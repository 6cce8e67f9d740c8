import Tabular

/// A value as it is printed in a tidy table, taken apart.
struct FigureText: Hashable, Sendable {
  /// The parts that are numbers or marks, in the order in which they are named.
  private static let numberColumns: [(name: String, column: Int)] = [
    ("value", 5), ("status", 10), ("lower", 8), ("upper", 9), ("count", 12), ("denominator", 13),
    ("coverage", 14),
  ]
  /// What is said beside them, which may change because another place's figure moved.
  private static let standingColumns: [(name: String, column: Int)] = [
    ("notes", 11), ("compared", 15), ("trend", 16),
  ]

  private let numbers: [String]
  private let standing: [String]

  /// Takes the fields of a row of a tidy table.
  init(_ fields: [String]) {
    numbers = Self.numberColumns.map { fields[$0.column] }
    standing = Self.standingColumns.map { fields[$0.column] }
  }

  /// Value and marks: `488.41`, `488.41 [e]`, `[x]`.
  var value: String {
    let mark = numbers[1].isEmpty ? "" : "[\(numbers[1])]"
    return [numbers[0], mark].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// True where there is no value.
  var isBlank: Bool { numbers[0].isEmpty }

  /// The notes beside the value.
  var notes: String { standing[0] }

  /// True where the numbers and marks are the same, whatever is said beside them.
  ///
  /// A leap away from the years on both sides is marked `u` and noted. That is said of a figure
  /// because of those years, which may have moved while it did not.
  func hasNumbers(of other: FigureText) -> Bool {
    if numbers == other.numbers { return true }
    guard notes != other.notes else { return false }
    return withoutLeap == other.withoutLeap
  }

  private var withoutLeap: [String] {
    var parts = numbers
    parts[1] = String(parts[1].filter { $0 != "u" })
    return parts
  }

  /// The parts that differ, by name.
  func changes(from other: FigureText) -> [String] {
    let all = Self.numberColumns.map(\.name) + Self.standingColumns.map(\.name)
    let ours = numbers + standing
    let theirs = other.numbers + other.standing
    return all.indices.filter { ours[$0] != theirs[$0] }.map { all[$0] }
  }

  /// The value, and where it is the same as the other's the parts that differ.
  func text(against other: FigureText?) -> String {
    guard let other, value == other.value else { return value }
    let all = Self.numberColumns.map(\.name) + Self.standingColumns.map(\.name)
    let parts = zip(all, zip(numbers + standing, other.numbers + other.standing))
      .filter { $0.1.0 != $0.1.1 }
      .map { "\($0.0) \($0.1.0.isEmpty ? "none" : $0.1.0)" }
    return "\(value) (\(parts.joined(separator: ", ")))"
  }
}
