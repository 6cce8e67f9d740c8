import Evidence

/// Numbers as the shortest plain decimal text.
enum DecimalText {
  /// Whole pence in another unit, exactly: `816873015` in thousands is `8168.73015`.
  static func money(_ pence: Double, in scale: Money.Scale) -> String {
    let whole = Int64(pence)
    let size = UInt64(whole.magnitude)
    let factor = UInt64(scale.rawValue)
    var text = (whole < 0 ? "-" : "") + String(size / factor)
    var rest = size % factor
    guard rest > 0 else { return text }
    text += "."
    var unit = factor / 10
    while rest > 0, unit > 0 {
      text += String(rest / unit)
      rest %= unit
      unit /= 10
    }
    return text
  }

  /// A number without an exponent; whole numbers without a point.
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e18 { return String(Int64(value)) }
    let text = value.description
    guard let mark = text.utf8.firstIndex(of: 0x65),
      let power = Int(text[text.index(after: mark)...])
    else { return text }
    return plain(String(text[..<mark]), power: power)
  }

  /// Moves the point of `-1.25` by a power of ten.
  private static func plain(_ mantissa: String, power: Int) -> String {
    let isNegative = mantissa.hasPrefix("-")
    let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts.joined()
    var point = parts[0].utf8.count + power
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if point > digits.utf8.count {
      digits += String(repeating: "0", count: point - digits.utf8.count)
    }
    let split = digits.index(digits.startIndex, offsetBy: point)
    let tail = digits[split...]
    let isWhole = tail.allSatisfy { $0 == "0" }
    return (isNegative ? "-" : "") + digits[..<split] + (isWhole ? "" : "." + tail)
  }
}
