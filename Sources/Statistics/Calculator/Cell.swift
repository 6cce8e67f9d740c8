/// One output of a calculation before it becomes text.
public enum Cell: Sendable, Hashable {
  /// A number, or `NA`.
  case number(Double?)
  /// Several numbers in one cell, in the order of the input they answer.
  case numbers([Double?])
  /// A word.
  case text(String?)
  /// Several words in one cell.
  case texts([String?])
  /// `true` or `false`.
  case flag(Bool)

  /// The text of the cell: list entries are separated by `;`, what is missing is `NA`.
  public var text: String {
    switch self {
    case .number(let value): Self.word(value)
    case .numbers(let values): values.map(Self.word).joined(separator: ";")
    case .text(let word): word ?? "NA"
    case .texts(let words): words.map { $0 ?? "NA" }.joined(separator: ";")
    case .flag(let value): value ? "true" : "false"
    }
  }

  private static func word(_ value: Double?) -> String {
    value.map(NumberText.shortest) ?? "NA"
  }

  /// A number from a throwing computation whose failure only leaves this cell blank.
  static func number(_ body: () throws(Blank) -> Double) -> Cell {
    do throws(Blank) {
      return .number(try body())
    } catch {
      return .number(nil)
    }
  }
}
