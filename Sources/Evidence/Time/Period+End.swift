import Places

extension Period {
  /// The last day of the period; of a point in time the day itself.
  public var lastDay: Day {
    if months == 0 { return start }
    let months = start.year * 12 + start.month - 1 + months
    let after =
      Day(year: months / 12, month: months % 12 + 1, day: start.day)
      ?? Day(year: months / 12, firstOfMonth: months % 12 + 2)
    return after.previous
  }
}

extension Day {
  /// Whole days from an earlier day to this one; negative where the other is later.
  public func days(since other: Day) -> Int { ordinal - other.ordinal }

  /// Days counted through the Gregorian calendar, the year taken to begin in March.
  private var ordinal: Int {
    let year = month > 2 ? self.year : self.year - 1
    let month = month > 2 ? self.month - 3 : self.month + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
  }
}
