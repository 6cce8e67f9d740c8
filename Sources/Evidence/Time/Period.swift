import Places

/// A stretch of time that a figure refers to: a start and a length in whole months.
///
/// A length of 0 is a point in time: a population in the middle of a year, a count on 31 March.
/// Written as ISO 8601, `2024-04-01/P1Y`, `2024-01-01/P3M`, `2024-06-30/P0D`.
public struct Period: Hashable, Comparable, Sendable {
  /// The first day.
  public let start: Day
  /// Whole months from the first day; 0 for a point in time.
  public var months: Int { Int(length) }

  private let length: Int32

  /// Makes a period of a number of months; 0 is a point in time.
  public init(start: Day, months: Int) {
    self.start = start
    length = Int32(clamping: max(0, months))
  }

  /// The UK financial year that begins on 1 April: 2024 gives 2024-25.
  public static func financialYear(_ year: Int) -> Period {
    Period(start: Day(year: year, firstOfMonth: 4), months: 12)
  }

  /// The calendar year.
  public static func calendarYear(_ year: Int) -> Period {
    Period(start: Day(year: year, firstOfMonth: 1), months: 12)
  }

  /// The middle of a year, 30 June, at which the Office for National Statistics counts residents.
  public static func midYear(_ year: Int) -> Period {
    Period(
      start: Day(year: year, month: 6, day: 30)
        ?? Day(year: year, firstOfMonth: 7), months: 0)
  }

  /// Reads `2024-04-01/P1Y`, `2024-01-01/P3M` or `2024-06-30/P0D`.
  public init?(iso text: String) {
    let halves = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard halves.count == 2, let start = Day(String(halves[0]) ?? ""),
      let length = Self.months(of: Array(halves[1]))
    else { return nil }
    self.init(start: start, months: length)
  }

  private static func months(of bytes: [UInt8]) -> Int? {
    // A century is longer than any publisher's period.
    guard bytes.count >= 3, bytes[0] == 0x50,
      let number = Digits.value(bytes[1..<bytes.count - 1]), number <= 1200
    else { return nil }
    switch bytes[bytes.count - 1] {
    case 0x59: return number <= 100 ? number * 12 : nil
    case 0x4D: return number
    case 0x44: return number == 0 ? 0 : nil
    default: return nil
    }
  }

  /// The period as ISO 8601.
  public var iso: String {
    if months == 0 { return start.iso + "/P0D" }
    return start.iso + (months % 12 == 0 ? "/P\(months / 12)Y" : "/P\(months)M")
  }

  /// True for twelve months from 1 April.
  public var isFinancialYear: Bool { months == 12 && start.month == 4 && start.day == 1 }

  /// The year in which the period begins.
  public var year: Int { start.year }

  /// How people name it in a table: `2024-25`, `2024`, `mid-2024`, `2024-01-01/P3M`.
  public var label: String {
    if isFinancialYear { return "\(year)-\(Digits.padded((year + 1) % 100, to: 2))" }
    if months == 12, start.month == 1, start.day == 1 { return String(year) }
    if months == 0, start.month == 6, start.day == 30 { return "mid-\(year)" }
    return iso
  }

  /// How people name it in a sentence: `2024 to 2025`, `2024`, `mid-2024`.
  public var phrase: String { isFinancialYear ? "\(year) to \(year + 1)" : label }

  /// The period of the same length that begins `years` later.
  public func shifted(years: Int) -> Period? {
    Day(year: start.year + years, month: start.month, day: start.day)
      .map { Period(start: $0, months: months) }
  }

  /// Orders by start, then by length.
  public static func < (left: Period, right: Period) -> Bool {
    (left.start, left.months) < (right.start, right.months)
  }
}
