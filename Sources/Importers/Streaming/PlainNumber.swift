/// A decimal number in its plainest spelling, read from bytes without a detour over text.
enum PlainNumber {
  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number that digits with at most a minus sign and one point spell.
  ///
  /// Up to fifteen digits are whole numbers that a `Double` holds, and so is the power of ten they
  /// are divided by: the one rounding of the division gives the nearest number, as the general
  /// grammar does. Nil says only that the spelling is another.
  static func read(_ bytes: Span<UInt8>) -> Double? {
    var index = 0
    let isNegative = bytes.count > 0 && bytes[0] == 0x2D
    if isNegative { index = 1 }
    guard bytes.count - index <= 16 else { return nil }
    let first = index
    var mantissa: Int64 = 0
    var point = -1
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if bytes[index] == 0x2E, point < 0, index > first {
        point = index
      } else {
        return nil
      }
      index += 1
    }
    let digits = index - first - (point < 0 ? 0 : 1)
    let fraction = point < 0 ? 0 : index - point - 1
    guard digits > 0, digits <= 15, point < 0 || fraction > 0 else { return nil }
    let size = fraction == 0 ? Double(mantissa) : Double(mantissa) / powers[fraction]
    return isNegative ? -size : size
  }
}
