/// A day of the Gregorian calendar, without clock, zone or locale.
///
/// Dates come from published text and leave as published text, so nothing here asks the system
/// what day it is.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Makes a date, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of a month, the month taken modulo twelve into later or earlier years.
  public init(year: Int, firstOfMonth month: Int) {
    let zeroBased = year * 12 + month - 1
    self.year = zeroBased / 12
    self.month = zeroBased % 12 + 1
    self.day = 1
  }

  /// Reads `2024-04-01`, whole text, nothing else.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
      let day = Digits.value(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `2024-04-01`.
  public var iso: String {
    "\(Digits.padded(year, to: 4))-\(Digits.padded(month, to: 2))-\(Digits.padded(day, to: 2))"
  }

  /// Days in a month of the Gregorian calendar.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders by year, month and day.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
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
