import Places

extension Day {
  /// The first day of a month, the month counted on into later or earlier years.
  public init(year: Int, firstOfMonth month: Int) {
    let months = year * 12 + month - 1
    // Every month has a first day; the year 1 stands in for a date before all calendars.
    self = Day(year: months / 12, month: months % 12 + 1, day: 1) ?? .earliest
  }

  /// The day as `2024-04-01`.
  public var iso: String { description }
}

/// Decimal digits read and written without a formatter.
enum Digits {
  /// The number that a run of ASCII digits spells, or nil where anything else stands among them.
  static func value(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// A non-negative number with leading zeros.
  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
