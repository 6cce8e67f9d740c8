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
    // Read as bytes: all text of all reports passes here. The marks are EE 80 80 to EE 80 82.
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isKey = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xEE, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] <= 0x82
      {
        if bytes[index + 2] < 0x82 { isKey = bytes[index + 2] == 0x80 }
        index += 3
      } else {
        if !isKey { out.append(bytes[index]) }
        index += 1
      }
    }
    return out.count == bytes.count ? text : String(decoding: out, as: UTF8.self)
  }
}
