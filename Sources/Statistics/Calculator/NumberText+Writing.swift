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
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = UInt64(size)
    if Double(whole) == size {
      appendDigits(whole, to: &bytes)
      return
    }
    guard var (digits, exponent) = ShortestDecimal.of(size) else {
      bytes.append(contentsOf: shortest(size).utf8)
      return
    }
    while digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    // A fraction: 0 < places ≤ 21, and what stands before the point fits 10^15.
    let places = -exponent
    guard places < 19 else {
      bytes.append(contentsOf: [48, 46])
      for _ in 0..<(places - digitCount(digits)) { bytes.append(48) }
      appendDigits(digits, to: &bytes)
      return
    }
    let unit = powers[places]
    let (before, after) = digits.quotientAndRemainder(dividingBy: unit)
    appendDigits(before, to: &bytes)
    bytes.append(46)
    for _ in 0..<(places - digitCount(after)) { bytes.append(48) }
    appendDigits(after, to: &bytes)
  }

  /// Appends a whole number, two digits at a time from the right.
  private static func appendDigits(_ number: UInt64, to bytes: inout [UInt8]) {
    let count = digitCount(number)
    let start = bytes.count
    for _ in 0..<count { bytes.append(48) }
    var rest = number
    var place = start + count - 1
    while rest >= 100 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let ten = UInt8(truncatingIfNeeded: pair / 10)
      bytes[place] &+= UInt8(truncatingIfNeeded: pair) &- ten &* 10
      bytes[place - 1] &+= ten
      place -= 2
      rest = quotient
    }
    let ten = UInt8(truncatingIfNeeded: rest / 10)
    bytes[place] &+= UInt8(truncatingIfNeeded: rest) &- ten &* 10
    if ten > 0 { bytes[place - 1] &+= ten }
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
