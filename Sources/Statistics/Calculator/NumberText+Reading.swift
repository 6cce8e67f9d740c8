extension NumberText {
  /// What a cell holds.
  public enum Reading: Sendable, Hashable {
    /// A number; infinities are written `Inf` and `-Inf`.
    case number(Double)
    /// `NA` or nothing at all.
    case missing
    /// Anything else, such as `nan`, `0x10`, `1,000` or a number with blanks around it.
    case unreadable
  }

  /// Reads a whole text; see `read(_:in:)`.
  public static func read(_ text: String) -> Reading {
    let bytes = text.utf8Span.span
    return read(bytes, in: 0..<bytes.count)
  }

  /// Reads a whole range of bytes as one decimal number.
  ///
  /// Accepted: an optional sign, digits with at most one point, an optional exponent. Up to 19
  /// digits with a small power of ten are converted exactly by one multiplication or division
  /// (Clinger 1990); what is left goes to the standard library, which rounds correctly.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> Reading {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { return .missing }
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    var digits = 0
    var mantissa: UInt64 = 0
    var scale = 0
    var pointSeen = false
    while index < end {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        // Leading zeros do not use up the room for exact digits.
        if digits < 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- 48) }
        if digits > 0 || byte != 48 { digits += 1 }
        if pointSeen { scale -= 1 }
      } else if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
      } else {
        break
      }
      index += 1
    }
    let signs = negative || bytes[range.lowerBound] == UInt8(ascii: "+") ? 1 : 0
    guard index - range.lowerBound - signs - (pointSeen ? 1 : 0) > 0 else {
      return word(bytes, range)
    }
    if index < end {
      guard let power = exponent(bytes, from: index, to: end) else { return .unreadable }
      scale += power
    }
    guard digits <= 19, mantissa <= 1 << 53, scale >= -22, scale <= 22 else {
      return slow(bytes, range)
    }
    let whole = Double(mantissa)
    let size = scale < 0 ? whole / powersOfTen[-scale] : whole * powersOfTen[scale]
    return .number(negative ? -size : size)
  }

  /// The exponent after a mantissa, when all that is left is one.
  private static func exponent(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var index = start
    guard bytes[index] | 32 == UInt8(ascii: "e") else { return nil }
    index += 1
    guard index < end else { return nil }
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < end else { return nil }
    var value = 0
    while index < end {
      let byte = bytes[index]
      guard byte &- 48 < 10 else { return nil }
      if value < 100_000 { value = value * 10 + Int(byte &- 48) }
      index += 1
    }
    return negative ? -value : value
  }

  private static func word(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Reading {
    switch text(bytes, range) {
    case "NA": .missing
    case "Inf": .number(.infinity)
    case "-Inf": .number(-.infinity)
    default: .unreadable
    }
  }

  /// The grammar has been checked; only the rounding is left to do.
  private static func slow(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Reading {
    guard let value = Double(text(bytes, range)), value.isFinite else { return .unreadable }
    return .number(value)
  }

  private static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  // Every power here is exact in a double.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
