/// Why a formula was not understood: where, what was found, what was expected.
public struct FormulaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The formula.
  public let formula: String
  /// The character at which reading stopped, 1-based.
  public let column: Int
  /// What was found there.
  public let found: String
  /// What was expected.
  public let expected: String

  /// The sentence, with the formula and a caret below it.
  public var description: String {
    let caret = String(repeating: " ", count: max(0, column - 1)) + "^"
    return "column \(column): found \(found), expected \(expected)\n  \(formula)\n  \(caret)"
  }
}
