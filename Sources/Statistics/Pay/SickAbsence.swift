/// An absence from work that begins on the first of a week's working days.
///
/// Working days follow one another: Monday to Friday, or Monday and Tuesday in a two-day week.
public struct SickAbsence: Sendable, Hashable {
  /// The working days missed.
  public let workingDays: Int
  /// The days from the first to the last, with days that are not worked.
  public let calendarDays: Int
  /// The days worked in a week.
  public let daysPerWeek: Int
  /// The longest absence: ten years.
  static let longest = 3660.0

  /// An absence of so many working days.
  ///
  /// - Throws: `Blank` where the days are negative or beyond ten years, or a week has not 1 to 7.
  public init(workingDays: Int, daysPerWeek: Int) throws(Blank) {
    try Self.check(workingDays, daysPerWeek)
    self.workingDays = workingDays
    self.daysPerWeek = daysPerWeek
    let last = workingDays - 1
    calendarDays = last < 0 ? 0 : last / daysPerWeek * 7 + last % daysPerWeek + 1
  }

  /// An absence of so many days, weekends among them.
  ///
  /// - Throws: `Blank` where the days are negative or beyond ten years, or a week has not 1 to 7.
  public init(calendarDays: Int, daysPerWeek: Int) throws(Blank) {
    try Self.check(calendarDays, daysPerWeek)
    self.calendarDays = calendarDays
    self.daysPerWeek = daysPerWeek
    workingDays = calendarDays / 7 * daysPerWeek + min(calendarDays % 7, daysPerWeek)
  }

  private static func check(_ days: Int, _ daysPerWeek: Int) throws(Blank) {
    _ = try Check.within(0...longest, Double(days), .time)
    _ = try Check.within(1...7, Double(daysPerWeek), .frequency)
  }
}
