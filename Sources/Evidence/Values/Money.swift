/// An amount in whole pence, read exactly from published text.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in pence; negative for money received back.
  public let pence: Int64

  /// Makes an amount of pence.
  public init(pence: Int64) { self.pence = pence }

  /// What one unit of the published text is worth.
  public enum Scale: Int64, Sendable {
    /// The text is in pounds.
    case pounds = 100
    /// The text is in thousands of pounds.
    case thousands = 100_000
    /// The text is in millions of pounds.
    case millions = 100_000_000
  }

  /// Orders by amount.
  public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }

  /// What reading gave: the amount, and whether digits beyond the penny were rounded away.
  public struct Reading: Hashable, Sendable {
    /// The amount, rounded half away from zero to the penny.
    public let money: Money
    /// True where the text had digits beyond the penny, as spreadsheets leave behind.
    public let wasRounded: Bool
  }

  /// Reads an amount as publishers write it, or nil where the text is anything else.
  ///
  /// Taken: `1234`, `£1,234.00`, `-12.5`, `(1,234)`, `1,234-`, `1234CR`, `£2.5m`, `3k`, `9.1E-13`
  /// and blanks around. Refused, never guessed: two signs, commas out of place, words, anything
  /// beyond eighteen digits.
  public static func read(_ text: String, in scale: Scale = .pounds) -> Reading? {
    var grammar = MoneyGrammar(Array(text.utf8))
    guard let decimal = grammar.amount() else { return nil }
    return decimal.scaled(by: scale.rawValue)
  }

  /// The amount in pounds with two decimals, as `-1234.50`.
  public var pounds: String {
    let size = pence.magnitude
    let rest = size % 100
    return "\(pence < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
