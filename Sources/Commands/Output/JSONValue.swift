import Tabular

/// Single values as JSON.
enum JSONValue {
  /// A string in quotes.
  static func string(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A cell: a number, a string, or null for nothing and for what JSON has no number for.
  static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text): string(text)
    case .int(let number): String(number)
    case .number(let number, _): number.isFinite ? cell.exact : "null"
    }
  }
}
