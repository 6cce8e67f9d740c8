/// A rule of statutory sick pay: what a week is worth, to whom, and from which day.
///
/// All money is in whole pence. The daily rate is the weekly amount over the days worked in a
/// week, to four decimals of a pound, rounded down; what is due for a week is rounded up to the
/// penny. Source: the calculator on GOV.UK.
public struct SickPayRule: Sendable, Hashable {
  /// The flat rate for a week, in pence.
  public let weeklyRate: Int
  /// Weekly earnings below which nothing is paid, in pence; nil where earnings are no test.
  public let lowerLimit: Int?
  /// The highest share of weekly earnings that is paid, in per cent; nil where there is none.
  public let shareOfEarnings: Int?
  /// Working days at the beginning of an absence that are not paid.
  public let waitingDays: Int
  /// The shortest absence that is paid at all, in days with the weekend.
  public let shortestAbsence: Int
  /// The longest time that is paid.
  public static let longestWeeks = 28

  /// Makes a rule.
  ///
  /// - Throws: `Blank` where an amount is negative or beyond a million pounds, or a share is not
  ///   between 0 and 100.
  public init(
    weeklyRate: Int, lowerLimit: Int? = nil, shareOfEarnings: Int? = nil, waitingDays: Int = 0,
    shortestAbsence: Int = 1
  ) throws(Blank) {
    for amount in [weeklyRate, lowerLimit].compactMap(\.self) {
      _ = try Check.within(0...Self.largest, Double(amount), .rate)
    }
    _ = try Check.within(0...100, Double(shareOfEarnings ?? 100), .probability)
    _ = try Check.within(0...366, Double(waitingDays), .time)
    _ = try Check.within(0...366, Double(shortestAbsence), .time)
    self.weeklyRate = weeklyRate
    self.lowerLimit = lowerLimit
    self.shareOfEarnings = shareOfEarnings
    self.waitingDays = waitingDays
    self.shortestAbsence = shortestAbsence
  }

  /// A million pounds in pence.
  static let largest = 1e8

  /// True where a job with these weekly earnings, in pence, is covered at all.
  public func covers(_ earnings: Int) -> Bool { lowerLimit.map { earnings >= $0 } ?? true }

  /// What a full week is worth, in ten-thousandths of a pound; 0 where the job is not covered.
  func exactWeek(_ earnings: Int) -> Int {
    guard covers(earnings) else { return 0 }
    // Pence times per cent are ten-thousandths of a pound.
    let capped = shareOfEarnings.map { earnings * $0 }
    return min(weeklyRate * 100, capped ?? .max)
  }

  /// What a full week is worth, in pence rounded up; 0 where the job is not covered.
  public func week(_ earnings: Int) -> Int { (exactWeek(earnings) + 99) / 100 }

  /// The weekly earnings, in pence and not rounded, below which the flat rate is not reached.
  public var flatRateFrom: Double? {
    shareOfEarnings.flatMap { $0 > 0 ? Double(weeklyRate) * 100 / Double($0) : nil }
  }

  /// What is paid for an absence, in pence.
  ///
  /// - Throws: `Blank` where the earnings are negative or beyond a million pounds a week.
  public func pay(_ earnings: Int, for absence: SickAbsence) throws(Blank) -> SickPayment {
    _ = try Check.within(0...Self.largest, Double(earnings), .value)
    let daily = exactWeek(earnings) / absence.daysPerWeek
    let normal = earnings * absence.workingDays
    // A part of a penny goes up, as it does in sick pay: full pay then loses nothing.
    let usual = (normal + absence.daysPerWeek - 1) / absence.daysPerWeek
    var sum = 0
    var days = 0
    if daily > 0, absence.calendarDays >= shortestAbsence {
      let end = min(absence.workingDays, waitingDays + Self.longestWeeks * absence.daysPerWeek)
      var day = waitingDays
      while day < end {
        let nextWeek = (day / absence.daysPerWeek + 1) * absence.daysPerWeek
        let count = min(end, nextWeek) - day
        sum += (daily * count + 99) / 100
        days += count
        day += count
      }
    }
    return SickPayment(daysPaid: days, sickPay: sum, usualPay: usual)
  }

  /// The first working day of an absence from which another rule has paid more in all.
  ///
  /// Nil where it never does within the longest time that is paid.
  public func isBehind(
    _ other: SickPayRule, earnings: Int, daysPerWeek: Int
  ) throws(Blank) -> Int? {
    for days in 1...(Self.longestWeeks * daysPerWeek + max(waitingDays, other.waitingDays)) {
      let absence = try SickAbsence(workingDays: days, daysPerWeek: daysPerWeek)
      let own = try pay(earnings, for: absence)
      if try other.pay(earnings, for: absence).sickPay > own.sickPay { return days }
    }
    return nil
  }
}
