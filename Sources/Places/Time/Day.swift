/// A day of the calendar, without time of day or zone.
///
/// Kept as one whole number so that days compare and hash at the cost of an integer.
public struct Day: Hashable, Comparable, Sendable {
  /// Year, month and day as the decimal digits `yyyymmdd`.
  public let number: Int32

  /// Makes a day; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else { return nil }
    number = Int32(year * 10_000 + month * 100 + day)
  }

  /// Reads `yyyy-mm-dd`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]),
      let day = Self.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// 1 January of the year 1, before every record.
  public static let earliest = Day(number: 1_0101)

  private init(number: Int32) {
    self.number = number
  }

  /// The year.
  public var year: Int { Int(number) / 10_000 }

  /// The month, 1 to 12.
  public var month: Int { Int(number) / 100 % 100 }

  /// The day of the month, from 1.
  public var day: Int { Int(number) % 100 }

  /// The day before.
  public var previous: Day {
    if day > 1 { return Day(number: number - 1) }
    if month == 1 { return Day(number: Int32((year - 1) * 10_000 + 1231)) }
    let length = Self.length(of: month - 1, in: year)
    return Day(number: Int32(year * 10_000 + (month - 1) * 100 + length))
  }

  /// The day after; the last day of the year 9999 has none and is given again.
  public var next: Day {
    if day < Self.length(of: month, in: year) { return Day(number: number + 1) }
    if month < 12 { return Day(number: Int32(year * 10_000 + (month + 1) * 100 + 1)) }
    return year < 9999 ? Day(number: Int32((year + 1) * 10_000 + 101)) : self
  }

  /// The earlier of two days comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension Day: CustomStringConvertible {
  /// The day as `yyyy-mm-dd`.
  public var description: String {
    var bytes = [UInt8](repeating: 0x2D, count: 10)
    var rest = Int(number)
    for index in [9, 8, 6, 5, 3, 2, 1, 0] {
      bytes[index] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
