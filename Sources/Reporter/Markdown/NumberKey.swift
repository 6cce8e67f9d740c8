/// The row of the CSV beside a report that a printed number stands for.
///
/// It travels invisibly within Markdown text, between characters of the private use area: the HTML
/// page makes an attribute of it, Markdown a note for the block.
public struct NumberKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The indicator.
  public let indicator: String
  /// The period, as the CSV has it.
  public let period: String
  /// The place's code; `""` for the place of the report.
  public let place: String
  /// Which column of the row: `observation`, or `lci_95`, `count` and so on.
  public let column: String

  /// Names a row and a column.
  public init(
    indicator: String, period: String, place: String = "", column: String = "observation"
  ) {
    self.indicator = indicator
    self.period = period
    self.place = place
    self.column = column
  }

  /// The key in one line: `asc_share 2024-04-01/P1Y E92000001 observation`.
  public var description: String { "\(indicator) \(period) \(place) \(column)" }

  /// Orders by indicator, then by period, place and column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.indicator, left.period, left.place, left.column)
      < (right.indicator, right.period, right.place, right.column)
  }

  static let opening: Unicode.Scalar = "\u{E000}"
  static let middle: Unicode.Scalar = "\u{E001}"
  static let closing: Unicode.Scalar = "\u{E002}"

  /// A number's text with its keys around it.
  static func mark(_ text: String, _ keys: [NumberKey]) -> String {
    guard !keys.isEmpty else { return text }
    let names = keys.map(\.description).joined(separator: "; ")
    return "\(opening)\(names)\(middle)\(text)\(closing)"
  }

  /// Text without keys.
  static func strip(_ text: String) -> String {
    guard text.unicodeScalars.contains(opening) else { return text }
    var out = String.UnicodeScalarView()
    var isKey = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case opening: isKey = true
      case middle: isKey = false
      case closing: continue
      default: if !isKey { out.append(scalar) }
      }
    }
    return String(out)
  }
}
