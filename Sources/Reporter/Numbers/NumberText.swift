/// Number texts that are more than one rounded number.
public enum NumberText {
  /// A range in words: `4% to 7%`; one number when both ends are published as the same.
  ///
  /// A long unit stands once: `1.2 to 3.4 percentage points`.
  public static func range(_ lower: Rounded, _ upper: Rounded) -> String {
    guard lower != upper else { return lower.text }
    guard lower.unit == upper.unit, lower.magnitude == upper.magnitude else {
      return lower.text + " to " + upper.text
    }
    switch lower.unit {
    case .percentagePoints, .per, .named: return lower.bare + " to " + upper.text
    case .none where lower.magnitude != .ones: return lower.bare + " to " + upper.text
    case .none, .pounds, .pence, .percent: return lower.text + " to " + upper.text
    }
  }

  /// A range for a table cell whose head names the unit: `10.1 to 14.5`.
  public static func rangeCell(_ lower: Rounded, _ upper: Rounded) -> String {
    lower == upper ? lower.cell : lower.cell + " to " + upper.cell
  }

  /// A whole number with its separators: `1,234`.
  public static func grouped(_ value: Int) -> String {
    Rounded(mantissa: value, precision: .whole).text
  }

  /// The shortest text that reads back as the same double, without exponent; nil if not finite.
  ///
  /// Whole numbers have no decimals and there is no `-0`, so that a file compares byte for byte.
  public static func shortest(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return "0" }
    if let plain = hundredths(value) { return plain }
    var whole: [UInt8] = []
    var fraction: [UInt8] = []
    var power = 0
    let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    for (index, part) in parts.enumerated() {
      if index == 1 {
        power = Int(String(decoding: part, as: UTF8.self)) ?? 0
        continue
      }
      let halves = part.split(separator: UInt8(ascii: "."))
      whole = halves.first.map { Array($0) } ?? []
      fraction = halves.count > 1 ? Array(halves[1]) : []
    }
    return (value < 0 ? "-" : "") + positional(whole: whole, fraction: fraction, power: power)
  }

  /// The text of a number that has at most two decimals and at most fifteen digits; nil for others.
  ///
  /// No two such texts read back as the same double, so that none is shorter.
  private static func hundredths(_ value: Double) -> String? {
    let scaled = (value.magnitude * 100).rounded()
    guard scaled < 1e15, scaled / 100 == value.magnitude else { return nil }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: 100)
    let text = (value < 0 ? "-" : "") + String(whole)
    if rest == 0 { return text }
    return text + (rest < 10 ? ".0" : ".") + String(rest % 10 == 0 ? rest / 10 : rest)
  }

  private static func positional(whole: [UInt8], fraction: [UInt8], power: Int) -> String {
    let zero = UInt8(ascii: "0")
    var digits = whole + fraction
    var point = whole.count + power
    if point > digits.count {
      digits += Array(repeating: zero, count: point - digits.count)
    } else if point < 1 {
      digits = Array(repeating: zero, count: 1 - point) + digits
      point = 1
    }
    let start = digits[..<(point - 1)].firstIndex { $0 != zero } ?? point - 1
    var text = String(decoding: digits[start..<point], as: UTF8.self)
    var decimals = digits[point...]
    while decimals.last == zero { decimals.removeLast() }
    if !decimals.isEmpty { text += "." + String(decoding: decimals, as: UTF8.self) }
    return text
  }

  /// Whole shares that add up to a total, by the largest remainder: the pence of each £1.
  ///
  /// Each share is its exact part rounded down, and the units left go to the largest remainders, ties
  /// to the earlier part, so that the shares of a bar always come to the whole. Nil when a part is
  /// below nought or all are nought. The amounts are in any one unit; a total of 100 gives pence in the
  /// pound or per cent.
  public static func shares(of parts: [Int], total: Int = 100) -> [Int]? {
    guard parts.allSatisfy({ $0 >= 0 }) else { return nil }
    var sum = 0
    for part in parts {
      let (next, overflow) = sum.addingReportingOverflow(part)
      guard !overflow else { return nil }
      sum = next
    }
    guard sum > 0, total >= 0 else { return nil }
    var shares: [Int] = []
    var remainders: [(index: Int, remainder: UInt)] = []
    for (index, part) in parts.enumerated() {
      // The double-width product keeps national sums in pence exact.
      let product = UInt(part).multipliedFullWidth(by: UInt(total))
      let (share, remainder) = UInt(sum).dividingFullWidth(product)
      shares.append(Int(share))
      remainders.append((index, remainder))
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for (index, _) in remainders.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
