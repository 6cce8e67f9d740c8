import Reporter

/// A value in a grid: its type decides how each format writes it.
enum Cell: Hashable, Sendable {
  /// Nothing.
  case empty
  /// Words.
  case text(String)
  /// A whole number.
  case int(Int64)
  /// A number; decimals, where given, are those shown to people.
  case number(Double, decimals: Int?)

  /// A whole number.
  static func int(_ value: Int) -> Cell { .int(Int64(value)) }

  /// A number, shown in full; nothing for nil.
  static func number(_ value: Double?) -> Cell {
    value.map { .number($0, decimals: nil) } ?? .empty
  }

  /// Words; nothing for nil and for no words.
  static func words(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }

  /// True where the cell is a number.
  var isNumber: Bool {
    switch self {
    case .int, .number: true
    case .empty, .text: false
    }
  }

  /// The cell for programs: numbers in full.
  var exact: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .int(let number): String(number)
    case .number(let number, _):
      NumberText.shortest(number) ?? (number.isNaN ? "" : number < 0 ? "-Inf" : "Inf")
    }
  }

  /// The cell for people: numbers with the decimals asked for.
  var shown: String {
    guard case .number(let number, let decimals?) = self else { return exact }
    return DecimalOutput.fixed(number, decimals)
  }
}
