/// One input or output column of a calculation.
public struct CalculationColumn: Sendable, Hashable {
  /// What a cell of the column holds.
  public enum Shape: Sendable, Hashable {
    /// One number.
    case number
    /// Numbers separated by `;`.
    case numbers
    /// One word.
    case word
    /// Words separated by `;`.
    case words
    /// `true` or `false`.
    case flag
  }

  /// The name without `in_` or `out_`.
  public let name: String
  /// What the column means, with its unit.
  public let meaning: String
  /// What a cell holds.
  public let shape: Shape
  /// What an input stands for when the file lacks the column; nil when it is needed.
  public let fallback: String?
  /// For an output list: the input that has one entry for each of its own.
  public let perEntryOf: String?

  init(
    _ name: String, _ meaning: String, _ shape: Shape = .number, or fallback: String? = nil,
    perEntryOf: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.shape = shape
    self.fallback = fallback
    self.perEntryOf = perEntryOf
  }
}
