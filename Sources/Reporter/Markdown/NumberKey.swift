/// The row of the CSV beside a report that a printed number stands for.
///
/// It travels invisibly within Markdown text, between characters of the private use area: the HTML
/// page makes an attribute of it, Markdown leaves it out.
public struct NumberKey: Hashable, Sendable, CustomStringConvertible {
  /// The indicator.
  public let indicator: String
  /// The period, as the CSV has it.
  public let period: String
  /// The place's code; `""` for the place of the report.
  public let place: String

  /// Names a row.
  public init(indicator: String, period: String, place: String = "") {
    self.indicator = indicator
    self.period = period
    self.place = place
  }

  /// The key in one line: `asc_share 2024-04-01/P1Y E92000001`.
  public var description: String {
    place.isEmpty ? "\(indicator) \(period)" : "\(indicator) \(period) \(place)"
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
