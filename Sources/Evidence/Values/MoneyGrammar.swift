/// The grammar of an amount, on bytes.
///
/// `amount = blank* "£"? digits [multiplier] blank*` with at most one sign: before or after the
/// pound sign, behind the digits as `-` or `CR`, or brackets around the whole; thousands
/// separators only where they belong.
struct MoneyGrammar {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The amount that the whole text spells, or nil.
  mutating func amount() -> ScaledDecimal? {
    skipBlanks()
    let bracketed = take(0x28)
    skipBlanks()
    var isNegative = !bracketed && take(0x2D)
    var isSigned = bracketed || isNegative || take(0x2B)
    skipPound()
    if !isSigned {
      isNegative = take(0x2D)
      isSigned = isNegative
    }
    guard var decimal = digits() else { return nil }
    decimal.exponent += multiplier()
    skipBlanks()
    if bracketed {
      guard take(0x29) else { return nil }
      isNegative = true
    } else if !isSigned {
      isNegative = take(0x2D) || takeCredit()
    }
    skipBlanks()
    guard at == bytes.count else { return nil }
    decimal.isNegative = isNegative
    return decimal
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Blanks are spaces, tabs and the no-break space that spreadsheets put in.
  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        at += 2
      } else {
        return
      }
    }
  }

  private mutating func skipPound() {
    guard at + 1 < bytes.count, bytes[at] == 0xC2, bytes[at + 1] == 0xA3 else { return }
    at += 2
    skipBlanks()
  }

  private mutating func takeCredit() -> Bool {
    guard at + 1 < bytes.count, bytes[at] | 0x20 == 0x63, bytes[at + 1] | 0x20 == 0x72 else {
      return false
    }
    at += 2
    return true
  }

  /// `k`, `m`, `bn`: powers of ten that newspapers and portals use.
  private mutating func multiplier() -> Int {
    skipBlanks()
    guard at < bytes.count else { return 0 }
    switch bytes[at] | 0x20 {
    case 0x6B:
      at += 1
      return 3
    case 0x6D:
      at += 1
      return 6
    case 0x62 where at + 1 < bytes.count && bytes[at + 1] | 0x20 == 0x6E:
      at += 2
      return 9
    default: return 0
    }
  }

  private mutating func digits() -> ScaledDecimal? {
    var decimal = ScaledDecimal()
    var group = 0
    var hasCommas = false
    var count = 0
    while at < bytes.count {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        guard decimal.append(byte - 0x30) else { return nil }
        count += 1
        group += 1
      } else if byte == 0x2C {
        guard hasCommas ? group == 3 : (1...3).contains(group) else { return nil }
        hasCommas = true
        group = 0
      } else {
        break
      }
      at += 1
    }
    if hasCommas, group != 3 { return nil }
    if take(0x2E) {
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
        decimal.appendFraction(bytes[at] - 0x30)
        count += 1
        at += 1
      }
    }
    guard count > 0, let power = exponent() else { return nil }
    decimal.exponent += power
    return decimal
  }

  private mutating func exponent() -> Int? {
    guard at < bytes.count, bytes[at] | 0x20 == 0x65 else { return 0 }
    at += 1
    let isNegative = take(0x2D)
    if !isNegative { _ = take(0x2B) }
    let first = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at - first <= 3, let size = Digits.value(bytes[first..<at]) else { return nil }
    return isNegative ? -size : size
  }
}

/// A decimal number as digits and a power of ten, before it is given a unit.
struct ScaledDecimal {
  var isNegative = false
  var exponent = 0
  private var mantissa: UInt64 = 0
  private var digits = 0
  /// True where digits beyond what a mantissa holds were dropped and were not all zero.
  private var hasTail = false

  /// Appends a digit before the point; false where the number is beyond any public total.
  mutating func append(_ digit: UInt8) -> Bool {
    if mantissa == 0, digit == 0 { return true }
    guard digits < 18 else { return false }
    mantissa = mantissa * 10 + UInt64(digit)
    digits += 1
    return true
  }

  /// Appends a digit after the point; those beyond the eighteenth only count as a tail.
  mutating func appendFraction(_ digit: UInt8) {
    guard digits < 18 else {
      if digit != 0 { hasTail = true }
      return
    }
    mantissa = mantissa * 10 + UInt64(digit)
    if mantissa != 0 { digits += 1 }
    exponent -= 1
  }

  /// The value times a scale in pence, rounded half away from zero; nil beyond 64 bits.
  func scaled(by scale: Int64) -> Money.Reading? {
    var power = exponent
    var factor = UInt64(scale)
    while factor % 10 == 0 {
      factor /= 10
      power += 1
    }
    var number = mantissa
    var isRounded = hasTail
    while power > 0 {
      let (next, overflow) = number.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      number = next
      power -= 1
    }
    var last: UInt64 = 0
    while power < 0, number > 0 || last > 0 {
      isRounded = isRounded || last != 0
      last = number % 10
      number /= 10
      power += 1
    }
    if last != 0 { isRounded = true }
    if last >= 5, power == 0 { number += 1 }
    guard let pence = Int64(exactly: number) else { return nil }
    return Money.Reading(money: Money(pence: isNegative ? -pence : pence), wasRounded: isRounded)
  }
}
