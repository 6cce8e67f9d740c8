import Evidence

/// Amounts of payments: in their plain spelling from bytes, else by the grammar of money.
enum PaymentMoney {
  /// What a cell holds.
  struct Reading: Hashable {
    /// Whole pence.
    let pence: Int64
    /// True where digits beyond the penny were rounded away, as spreadsheets leave behind.
    var wasRounded = false
    /// True where the pound sign was written in a DOS code page.
    var wasRepaired = false
  }

  /// Amounts are below £100 billion, either way.
  ///
  /// What is larger is a number of something else, such as an account; nine hundred
  /// thousand of the largest add up in 64 bits.
  private static let most: Int64 = 10_000_000_000_000

  /// Reads a cell in any spelling that publishers use; nil for anything else.
  static func read(_ bytes: Span<UInt8>) -> Reading? {
    if let pence = plain(bytes) { return Reading(pence: pence) }
    guard bytes.count > 0, bytes.count <= 40, let read = general(bytes),
      read.pence.magnitude < most
    else { return nil }
    return read
  }

  /// Digits with commas in their places, at most two decimals, and one sign: `-1,234.50`, `(12.00)`.
  ///
  /// Nil says only that the spelling is another.
  @inline(__always)
  static func plain(_ bytes: Span<UInt8>) -> Int64? {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] == 0x20 { index &+= 1 }
    while end > index, bytes[end &- 1] == 0x20 { end &-= 1 }
    var isNegative = false
    if index < end, bytes[index] == 0x28, bytes[end &- 1] == 0x29 {
      isNegative = true
      index &+= 1
      end &-= 1
    } else if index < end, bytes[index] == 0x2D {
      isNegative = true
      index &+= 1
    }
    if end &- index > 2, bytes[index] == 0xC2, bytes[index &+ 1] == 0xA3 { index &+= 2 }
    // More digits than 16 would not fit as pence.
    guard end &- index <= 16 else { return nil }
    return digits(bytes, index, end).map { isNegative ? 0 &- $0 : $0 }
  }

  @inline(__always)
  private static func digits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    var index = start
    var value: Int64 = 0
    var group = 0
    var hasCommas = false
    while index < end {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
        group &+= 1
      } else if bytes[index] == 0x2C {
        guard hasCommas ? group == 3 : group > 0 && group <= 3 else { return nil }
        hasCommas = true
        group = 0
      } else {
        break
      }
      index &+= 1
    }
    guard index > start, !hasCommas || group == 3, value < most / 100 else { return nil }
    if index == end { return value &* 100 }
    guard bytes[index] == 0x2E, end &- index <= 3 else { return nil }
    let decimals = end &- index &- 1
    guard decimals > 0 else { return nil }
    let tenths = bytes[index &+ 1] &- 0x30
    guard tenths < 10 else { return nil }
    var pence = Int64(tenths) &* 10
    if decimals == 2 {
      let hundredths = bytes[index &+ 2] &- 0x30
      guard hundredths < 10 else { return nil }
      pence &+= Int64(hundredths)
    }
    return value &* 100 &+ pence
  }

  /// By the grammar of money, after what a wrong code page did to the pound sign is mended.
  @inline(never)
  private static func general(_ bytes: Span<UInt8>) -> Reading? {
    var text: [UInt8] = []
    var wasRepaired = false
    var index = 0
    while index < bytes.count {
      // Byte 9C is a pound sign in DOS code pages and œ in Windows-1252; U+FFFD is what is left of
      // one that was decoded with the wrong code page before.
      if bytes[index] == 0xC5, index + 1 < bytes.count, bytes[index + 1] == 0x93 {
        text += [0xC2, 0xA3]
        wasRepaired = true
        index += 2
      } else if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF,
        bytes[index + 2] == 0xBD
      {
        text += [0xC2, 0xA3]
        wasRepaired = true
        index += 3
      } else if bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += 1
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    let spelt = String(decoding: text, as: UTF8.self)
    guard let money = Money.read(spelt) else { return nil }
    return Reading(
      pence: money.money.pence, wasRounded: money.wasRounded, wasRepaired: wasRepaired)
  }
}
