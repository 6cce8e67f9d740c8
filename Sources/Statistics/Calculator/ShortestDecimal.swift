/// The shortest decimal that reads back to a double, nearest to it among those of its length.
///
/// The interval of reals that round to c·2^q is scaled by a power of ten so that it holds one to
/// ten whole numbers; its ends and its middle are found with a 128-bit power and one bit that says
/// whether anything was cut off, which is enough to compare exactly.
/// Reference: Giulietti 2020, The Schubfach way to render doubles.
enum ShortestDecimal {
  /// The digits and the power of ten of |value|, for 1e-25 < |value| < 1e25; nil elsewhere.
  static func of(_ value: Double) -> (digits: UInt64, exponent: Int)? {
    let bits = value.bitPattern
    let field = Int((bits >> 52) & 0x7FF)
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    guard field > 1023 - 83, field < 1023 + 83 else { return nil }
    let c = fraction | 1 << 52
    let q = field - 1075
    // The gap below a power of two is half the gap above it.
    let closer = fraction == 0
    // ⌊log10(2^q)⌋, or of ¾·2^q, by fixed-point logarithms.
    let k = (q * 1_262_611 - (closer ? 524_031 : 0)) >> 22
    let h = q + (-k * 1_741_647) >> 19 + 1
    let power = powers[-k + reach]
    let middle = rounded(power, c << 2, h)
    let lower = rounded(power, c << 2 - (closer ? 1 : 2), h)
    let upper = rounded(power, c << 2 + 2, h)
    // An odd significand does not own the ends of its interval.
    let margin = c & 1
    let s = middle >> 2
    if s >= 10 {
      let tens = s / 10
      let below = lower + margin <= 40 * tens
      let above = 40 * tens + 40 + margin <= upper
      if below != above { return (tens + (above ? 1 : 0), k + 1) }
    }
    let below = lower + margin <= 4 * s
    let above = 4 * s + 4 + margin <= upper
    if below != above { return (s + (above ? 1 : 0), k) }
    let half = 4 * s + 2
    return (s + (middle > half || middle == half && s & 1 == 1 ? 1 : 0), k)
  }

  private struct Power {
    let high: UInt64
    let low: UInt64
  }

  /// (power · c · 2^h) / 2^128 with the last bit set when anything was cut off.
  private static func rounded(_ power: Power, _ c: UInt64, _ h: Int) -> UInt64 {
    let factor = c << UInt64(h)
    let rest = power.low.multipliedFullWidth(by: factor).high
    let main = power.high.multipliedFullWidth(by: factor)
    let (middle, carry) = main.low.addingReportingOverflow(rest)
    return (main.high + (carry ? 1 : 0)) | (middle > 1 ? 1 : 0)
  }

  private static let reach = 45

  /// 10^n for n from -45 to 45 as 128 bits with the first one set, rounded up.
  private static let powers: [Power] = (-reach...reach).map { n in
    var ten: UInt128 = 1
    // 5^|n| < 2^105, and the twos only move the point.
    for _ in 0..<abs(n) { ten *= 5 }
    let bits = 128 - ten.leadingZeroBitCount
    if n >= 0 {
      let shifted = ten << UInt128(128 - bits)
      return Power(high: UInt64(shifted >> 64), low: UInt64(truncatingIfNeeded: shifted))
    }
    // 2^m / 5^|n| bit by bit, with m so that the first bit of the 128 is set.
    var quotient: UInt128 = 0
    var rest: UInt128 = 1
    while rest << 1 < ten { rest <<= 1 }
    for _ in 0..<128 {
      rest <<= 1
      quotient <<= 1
      if rest >= ten {
        rest -= ten
        quotient |= 1
      }
    }
    quotient += 1
    return Power(high: UInt64(quotient >> 64), low: UInt64(truncatingIfNeeded: quotient))
  }
}
