/// The decimal digits of a number, so that rounding is done on what a reader sees.
///
/// A double is taken at 15 significant digits, as a spreadsheet takes it: 16.449999999999996, which is
/// what is left of 16.45 after a division, rounds to 16.5 and not to 16.4. The value is
/// `digits × 10^exponent`, with the sign apart.
struct DecimalDigits: Equatable, Sendable {
  /// True for a number below zero.
  let isNegative: Bool
  /// The significant digits, with no zero at their end unless the value is zero.
  let digits: Int
  /// The power of ten of the last digit.
  let exponent: Int

  /// The most significant digits kept of a double.
  static let significant = 15

  /// Takes the shortest decimal text that gives the double back; nil for NaN and the infinities.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    var digits = 0
    var exponent = 0
    var isFraction = false
    var bytes = Array(value.magnitude.description.utf8)[...]
    while let byte = bytes.first, byte != UInt8(ascii: "e") {
      bytes.removeFirst()
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        // At most 17 significant digits and their zeros: they fit 63 bits.
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        exponent -= isFraction ? 1 : 0
      }
    }
    if !bytes.isEmpty {
      exponent += Int(String(decoding: bytes.dropFirst(), as: UTF8.self)) ?? 0
    }
    self.init(isNegative: value < 0, digits: digits, exponent: exponent)
  }

  /// Normalises digits: at most 15 of them, no zeros at the end.
  private init(isNegative: Bool, digits: Int, exponent: Int) {
    var digits = digits
    var exponent = exponent
    let surplus = Self.count(digits) - Self.significant
    if surplus > 0 {
      digits = Self.divide(digits, byTenTo: surplus)
      exponent += surplus
    }
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self.isNegative = isNegative && digits != 0
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// The signed whole number of `10^target` nearest to the value, halves away from zero.
  ///
  /// Nil when it does not fit 64 bits.
  func rounded(to target: Int) -> Int? {
    guard digits != 0 else { return 0 }
    guard let magnitude = Self.rescale(digits, from: exponent, to: target) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// A magnitude counted in `10^from` counted again in `10^to`, halves up; nil on overflow.
  static func rescale(_ magnitude: Int, from: Int, to target: Int) -> Int? {
    guard from > target else { return divide(magnitude, byTenTo: target - from) }
    var result = magnitude
    for _ in 0..<(from - target) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
      guard result != 0 else { return 0 }
    }
    return result
  }

  /// A magnitude divided by a power of ten, halves up.
  private static func divide(_ magnitude: Int, byTenTo places: Int) -> Int {
    guard places > 0 else { return magnitude }
    guard places < 19 else { return 0 }
    let divisor = (0..<places).reduce(1) { product, _ in product * 10 }
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
    return quotient + (remainder >= divisor - remainder ? 1 : 0)
  }

  /// How many decimal digits a magnitude has.
  private static func count(_ magnitude: Int) -> Int {
    var rest = magnitude
    var count = 0
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
