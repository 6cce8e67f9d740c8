/// How a rounded number is written: GOV.UK style, the same on every machine.
extension Rounded: CustomStringConvertible {
  /// The number with its unit, for a sentence: `£1.2 billion`, `16.4%`, `−£488`.
  public var text: String { (isNegative ? Self.minus : "") + unsigned }

  /// The number with its unit and always a sign, for a change: `+2.4 percentage points`.
  ///
  /// Nought has no sign.
  public var signedText: String { (mantissa > 0 ? "+" : isNegative ? Self.minus : "") + unsigned }

  /// The number with £, % or p but no other word, for a table whose head says the rest: `£3.4`.
  public var cell: String { (isNegative ? Self.minus : "") + symbols(around: digits) }

  /// The cell with always a sign.
  public var signedCell: String {
    (mantissa > 0 ? "+" : isNegative ? Self.minus : "") + symbols(around: digits)
  }

  /// The bare number with its separators: `1,234.5`, `−3`.
  public var bare: String { (isNegative ? Self.minus : "") + digits }

  /// The bare number for a CSV field: no separators, a hyphen for minus, word powers multiplied out.
  public var csv: String {
    let body = Self.decimal(UInt(mantissa.magnitude), exponent: exponent, grouped: false)
    return (isNegative ? "-" : "") + body
  }

  /// The number from before it was rounded, for a CSV field.
  ///
  /// At the 15 significant digits that rounding is done on, so that rounding the field gives the
  /// printed number.
  public var exactCSV: String {
    guard let exact, let digits = DecimalDigits(exact) else { return csv }
    let body = Self.decimal(UInt(digits.digits), exponent: digits.exponent, grouped: false)
    return (digits.isNegative ? "-" : "") + body
  }

  /// The text.
  public var description: String { text }

  /// The minus sign: as wide as a digit, and read aloud where a hyphen is skipped.
  public static let minus = "\u{2212}"

  private var isNegative: Bool { mantissa < 0 }

  /// The digits in the number's own word (3.4 of `3.4 million`), without sign.
  private var digits: String {
    Self.decimal(
      UInt(mantissa.magnitude), exponent: exponent - magnitude.power, grouped: true)
  }

  private var unsigned: String {
    let word = magnitude == .ones ? "" : " " + magnitude.word
    switch unit {
    case .none, .pounds: return symbols(around: digits) + word
    case .pence, .percent: return symbols(around: digits + word)
    case .percentagePoints: return digits + word + " percentage point" + (isOne ? "" : "s")
    case .per(let base):
      return digits + word + " per " + Self.decimal(base.magnitude, exponent: 0, grouped: true)
    case .named(let singular, let plural): return digits + word + " " + (isOne ? singular : plural)
    }
  }

  /// "1 year" but "1.0 years", as one says "one year" but "one point nought years".
  private var isOne: Bool { mantissa.magnitude == 1 && exponent == 0 && magnitude == .ones }

  private func symbols(around digits: String) -> String {
    switch unit {
    case .pounds: "£" + digits
    case .percent: digits + "%"
    case .pence: digits + "p"
    case .none, .percentagePoints, .per, .named: digits
    }
  }

  /// The decimal text of `magnitude × 10^exponent`.
  static func decimal(_ magnitude: UInt, exponent: Int, grouped: Bool) -> String {
    var digits = Array(String(magnitude).utf8)
    if exponent > 0, magnitude != 0 {
      digits += Array(repeating: UInt8(ascii: "0"), count: exponent)
    }
    let decimals = max(0, -exponent)
    if digits.count <= decimals {
      digits = Array(repeating: UInt8(ascii: "0"), count: decimals + 1 - digits.count) + digits
    }
    let whole = digits.count - decimals
    var out: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index == whole {
        out.append(UInt8(ascii: "."))
      } else if grouped, index > 0, index < whole, (whole - index) % 3 == 0 {
        out.append(UInt8(ascii: ","))
      }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
