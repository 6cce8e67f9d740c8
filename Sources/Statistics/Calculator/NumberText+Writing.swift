extension NumberText {
  /// Appends the bytes of `shortest(value)`.
  ///
  /// Numbers from 0.0001 to 1e15 are written without making a string.
  public static func append(_ value: Double, to bytes: inout [UInt8]) {
    let size = abs(value)
    guard size >= 1e-4, size < 1e15 else {
      bytes.append(contentsOf: shortest(value).utf8)
      return
    }
    let whole = UInt64(size)
    let isWhole = Double(whole) == size
    guard let decimal = isWhole ? (whole, 0) : ShortestDecimal.of(size) else {
      bytes.append(contentsOf: shortest(value).utf8)
      return
    }
    bytes.append(addingCapacity: 40) { span in
      if value < 0 { span.append(UInt8(ascii: "-")) }
      if isWhole {
        appendWhole(whole, to: &span)
      } else {
        appendFraction(decimal.0, exponent: decimal.1, to: &span)
      }
    }
  }

  /// Appends digits · 10^exponent, which is below 1e15 and not whole.
  private static func appendFraction(
    _ digits: UInt64, exponent: Int, to span: inout OutputSpan<UInt8>
  ) {
    var digits = digits
    var places = -exponent
    while digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard places < 19 else {
      span.append(48)
      span.append(UInt8(ascii: "."))
      for _ in 0..<(places - digitCount(digits)) { span.append(48) }
      appendWhole(digits, to: &span)
      return
    }
    let (before, after) = digits.quotientAndRemainder(dividingBy: powers[places])
    appendWhole(before, to: &span)
    span.append(UInt8(ascii: "."))
    appendPadded(after, places, to: &span)
  }

  /// Appends a number without leading zeros.
  private static func appendWhole(_ number: UInt64, to span: inout OutputSpan<UInt8>) {
    appendPadded(number, digitCount(number), to: &span)
  }

  /// Appends a number with leading zeros up to a width of at most 20.
  private static func appendPadded(
    _ number: UInt64, _ width: Int, to span: inout OutputSpan<UInt8>
  ) {
    var rest = number
    var left = width
    if left > 16 {
      let (top, low) = rest.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
      appendLeading(UInt32(truncatingIfNeeded: top), left - 16, to: &span)
      rest = low
      left = 16
    }
    if left > 8 {
      let (top, low) = rest.quotientAndRemainder(dividingBy: 100_000_000)
      appendLeading(UInt32(truncatingIfNeeded: top), left - 8, to: &span)
      rest = low
      left = 8
    }
    appendLeading(UInt32(truncatingIfNeeded: rest), left, to: &span)
  }

  /// Appends at most eight digits: moved to the left of eight and cut off after the width.
  private static func appendLeading(
    _ number: UInt32, _ width: Int, to span: inout OutputSpan<UInt8>
  ) {
    let moved = number &* UInt32(truncatingIfNeeded: powers[8 - width])
    let (high, low) = moved.quotientAndRemainder(dividingBy: 10_000)
    appendFour(high, to: &span)
    if width > 4 {
      appendFour(low, to: &span)
      span.removeLast(8 - width)
    } else {
      span.removeLast(4 - width)
    }
  }

  private static func appendFour(_ number: UInt32, to span: inout OutputSpan<UInt8>) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 100)
    span.append(UInt8(truncatingIfNeeded: high / 10 + 48))
    span.append(UInt8(truncatingIfNeeded: high % 10 + 48))
    span.append(UInt8(truncatingIfNeeded: low / 10 + 48))
    span.append(UInt8(truncatingIfNeeded: low % 10 + 48))
  }

  private static func digitCount(_ number: UInt64) -> Int {
    // ⌊log10⌋ from the number of bits, then corrected by one comparison.
    let bits = 64 - (number | 1).leadingZeroBitCount
    let guess = (bits * 1233) >> 12
    return max(1, guess + (number >= powers[guess] ? 1 : 0))
  }

  private static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 0..<19 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
