/// The decimal number that a `Double` is written as: `digits / 10^places`.
///
/// Published figures are short decimals. The shortest text that reads back as the same `Double` is
/// that decimal, so sums of figures can be compared exactly.
struct ExactDecimal: Sendable, Hashable {
  /// The number without its decimal point.
  let digits: Int

  /// The digits after the decimal point.
  let places: Int

  /// Reads a number; nil when it is not finite or needs more than 18 digits.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    var digits = 0
    var places = 0
    var exponent = 0
    var isNegative = false
    var afterPoint = false
    var afterExponent = false
    var exponentIsNegative = false
    for byte in number.description.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        if afterExponent { exponentIsNegative = true } else { isNegative = true }
      case UInt8(ascii: "."): afterPoint = true
      case UInt8(ascii: "e"): afterExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if afterExponent {
          exponent = exponent * 10 + digit
        } else {
          guard digits < 100_000_000_000_000_000 else { return nil }
          digits = digits * 10 + digit
          if afterPoint { places += 1 }
        }
      default: break
      }
    }
    places -= exponentIsNegative ? -exponent : exponent
    self.init(digits: isNegative ? -digits : digits, places: places)
  }

  /// The number times `10^scale` when that is a whole number that fits.
  func whole(scaledBy scale: Int) -> Int? {
    guard digits != 0 else { return 0 }
    guard scale >= places, let power = powerOfTen(scale - places) else { return nil }
    let (product, spilt) = digits.multipliedReportingOverflow(by: power)
    return spilt ? nil : product
  }

  /// Drops trailing noughts and refuses what no machine word holds.
  private init?(digits: Int, places: Int) {
    var digits = digits
    var places = places
    while digits != 0, digits % 10 == 0, places > 0 {
      digits /= 10
      places -= 1
    }
    if digits == 0 { places = 0 }
    if places < 0 {
      guard let power = powerOfTen(-places) else { return nil }
      let (product, spilt) = digits.multipliedReportingOverflow(by: power)
      guard !spilt else { return nil }
      digits = product
      places = 0
    }
    guard places <= 18 else { return nil }
    self.digits = digits
    self.places = places
  }
}

/// `10^exponent` when it fits a machine word.
func powerOfTen(_ exponent: Int) -> Int? {
  guard (0...18).contains(exponent) else { return nil }
  return (0..<exponent).reduce(1) { power, _ in power * 10 }
}
