import Testing

@testable import Statistics

/// Worked by hand from the rules: GOV.UK, statutory sick pay calculator; Employment Rights Act 2025.
@Suite("Statutory sick pay")
struct SickPayTests {
  /// The law of 2025-26.
  static let before = rule(118_75, limit: 125_00, waiting: 3, shortest: 4)
  /// The law from 6 April 2026.
  static let after = rule(123_25, share: 80)
  /// The law of 2025-26 at the rates of 2026-27.
  static let beforeAtNewRates = rule(123_25, limit: 129_00, waiting: 3, shortest: 4)

  static func rule(
    _ rate: Int, limit: Int? = nil, share: Int? = nil, waiting: Int = 0, shortest: Int = 1
  ) -> SickPayRule {
    do {
      return try SickPayRule(
        weeklyRate: rate, lowerLimit: limit, shareOfEarnings: share, waitingDays: waiting,
        shortestAbsence: shortest)
    } catch { preconditionFailure("\(error)") }
  }

  @Test(
    "an absence of calendar days pays to the penny",
    arguments: [
      // A £110 job: below the limit before; 80% is £88.00 after, £17.60 or £44.00 a day.
      (110_00, 3, 5, 0, 52_80), (110_00, 10, 5, 0, 140_80), (110_00, 3, 2, 0, 88_00),
      (110_00, 10, 2, 0, 176_00),
      // A £130 job: £23.75 or £59.375 a day before; 80% is £104.00, £20.80 or £52.00 after.
      // Ten days of a five-day week are eight working days, five of them paid before.
      (130_00, 3, 5, 0, 62_40), (130_00, 10, 5, 118_75, 166_40),
      // Ten days of a two-day week are four working days; the fourth is paid, rounded up.
      (130_00, 3, 2, 0, 104_00), (130_00, 10, 2, 59_38, 208_00),
      // A £500 job: the flat rate, £24.65 or £61.625 a day after.
      (500_00, 3, 5, 0, 73_95), (500_00, 10, 5, 118_75, 197_20), (500_00, 3, 2, 0, 123_25),
      (500_00, 10, 2, 59_38, 246_50),
      // Earnings of exactly the limit qualify; a penny less pays £19.9984 a day after, rounded up.
      (125_00, 10, 5, 118_75, 160_00), (124_99, 10, 5, 0, 160_00),
    ])
  func calendarDays(
    earnings: Int, days: Int, perWeek: Int, before: Int, after: Int
  ) throws {
    let absence = try SickAbsence(calendarDays: days, daysPerWeek: perWeek)
    #expect(try Self.before.pay(earnings, for: absence).sickPay == before)
    #expect(try Self.after.pay(earnings, for: absence).sickPay == after)
  }

  @Test(
    "an absence of working days pays to the penny",
    arguments: [
      (110_00, 3, 5, 0, 52_80), (110_00, 10, 5, 0, 176_00), (110_00, 3, 2, 0, 132_00),
      (110_00, 10, 2, 0, 440_00), (500_00, 10, 5, 166_25, 246_50),
      // Seven of ten days paid in five two-day weeks: £59.38 once, £118.75 three times.
      (500_00, 10, 2, 415_63, 616_25),
    ])
  func workingDays(
    earnings: Int, days: Int, perWeek: Int, before: Int, after: Int
  ) throws {
    let absence = try SickAbsence(workingDays: days, daysPerWeek: perWeek)
    #expect(try Self.before.pay(earnings, for: absence).sickPay == before)
    #expect(try Self.after.pay(earnings, for: absence).sickPay == after)
  }

  @Test("the daily rate has four decimals, rounded down, and a week's sum goes up to the penny")
  func rounding() throws {
    // £96.35 over seven days is £13.764285…, so £13.7642; seven of them are £96.3494.
    let rule = Self.rule(96_35)
    let day = try SickAbsence(workingDays: 1, daysPerWeek: 7)
    let week = try SickAbsence(workingDays: 7, daysPerWeek: 7)
    #expect(try rule.pay(500_00, for: day).sickPay == 13_77)
    #expect(try rule.pay(500_00, for: week).sickPay == 96_35)
    // £109.40 over three is £36.4666; two of them are £72.9332.
    let two = try SickAbsence(workingDays: 2, daysPerWeek: 3)
    #expect(try Self.rule(109_40).pay(500_00, for: two).sickPay == 72_94)
    // 80% of £130.01 is £104.008; a week is £104.01.
    #expect(Self.after.week(130_01) == 104_01)
  }

  @Test("what is lost is the usual pay of the days missed less the sick pay")
  func lost() throws {
    let week = try SickAbsence(workingDays: 5, daysPerWeek: 5)
    let twoDays = try SickAbsence(workingDays: 2, daysPerWeek: 5)
    // Two of five days paid before: £47.50; £123.25 after.
    #expect(try Self.before.pay(642_50, for: week).lost == 595_00)
    #expect(try Self.after.pay(642_50, for: week).lost == 519_25)
    #expect(try Self.before.pay(642_50, for: twoDays).lost == 257_00)
    #expect(try Self.after.pay(642_50, for: twoDays).lost == 207_70)
    #expect(try Self.before.pay(642_50, for: week).daysPaid == 2)
  }

  @Test("a £130 job is behind the old law at today's rates from its 20th day; others never are")
  func behind() throws {
    func day(_ earnings: Int) throws -> Int? {
      try Self.after.isBehind(Self.beforeAtNewRates, earnings: earnings, daysPerWeek: 5)
    }
    #expect(try day(130_00) == 20)
    #expect(try day(128_99) == nil && day(154_07) == nil && day(500_00) == nil)
    // Just under £154.06 a penny a day never makes up the waiting days, but all 28 weeks do.
    #expect(try day(154_00) == 143)
  }

  @Test("28 weeks are paid and no more")
  func longest() throws {
    let year = try SickAbsence(workingDays: 260, daysPerWeek: 5)
    #expect(try Self.after.pay(500_00, for: year).sickPay == 28 * 123_25)
    #expect(try Self.before.pay(500_00, for: year).daysPaid == 140)
    // Three waiting days, so 29 weeks have some pay: 2 and 3 days at the ends.
    #expect(try Self.before.pay(500_00, for: year).sickPay == 28 * 118_75)
  }

  @Test("days with weekends and working days agree")
  func absences() throws {
    for perWeek in 1...7 {
      for days in 1...40 {
        let absence = try SickAbsence(workingDays: days, daysPerWeek: perWeek)
        let again = try SickAbsence(
          calendarDays: absence.calendarDays, daysPerWeek: perWeek)
        #expect(again.workingDays == days, "\(days) of \(perWeek)")
      }
    }
    #expect(blank { try SickAbsence(workingDays: -1, daysPerWeek: 5) } != nil)
    #expect(blank { try SickAbsence(workingDays: 1, daysPerWeek: 8) } != nil)
    #expect(blank { try SickAbsence(workingDays: 1, daysPerWeek: 0) } != nil)
    #expect(blank { try SickAbsence(calendarDays: -1, daysPerWeek: 5) } != nil)
    #expect(blank { try SickAbsence(calendarDays: 1, daysPerWeek: 8) } != nil)
    #expect(blank { try SickAbsence(calendarDays: 1, daysPerWeek: 0) } != nil)
  }

  @Test("80% reaches the flat rate from £154.06")
  func flatRate() {
    #expect(Self.after.flatRateFrom == 15406.25 && Self.before.flatRateFrom == nil)
    #expect(Self.after.week(154_06) == 123_25 && Self.after.week(110_00) == 88_00)
    #expect(Self.before.week(110_00) == 0 && Self.before.week(125_00) == 118_75)
    #expect(blank { try SickPayRule(weeklyRate: -1) } != nil)
    #expect(blank { try SickPayRule(weeklyRate: 1, shareOfEarnings: 101) } != nil)
  }

  @Test("a rule is refused beyond its bounds and taken on them")
  func bounds() {
    func reason(
      _ rate: Int = 1, limit: Int? = nil, share: Int? = nil, waiting: Int = 0, shortest: Int = 1
    ) -> String? {
      blank {
        try SickPayRule(
          weeklyRate: rate, lowerLimit: limit, shareOfEarnings: share, waitingDays: waiting,
          shortestAbsence: shortest)
      }
    }
    // A million pounds in pence, all of the earnings, a leap year.
    let most = 100_000_000
    for refused in [
      reason(-1), reason(most + 1), reason(limit: -1), reason(limit: most + 1), reason(share: -1),
      reason(share: 101), reason(waiting: -1), reason(waiting: 367), reason(shortest: -1),
      reason(shortest: 367),
    ] { #expect(refused?.contains("is not between 0 and") == true) }
    for taken in [
      reason(0), reason(most), reason(limit: 0), reason(limit: most), reason(share: 0),
      reason(share: 100), reason(waiting: 366), reason(shortest: 366), reason(shortest: 0),
    ] { #expect(taken == nil) }
  }

  @Test("a table of earnings is answered under every rule")
  func calculator() {
    let method = Calculator.sickPay([("before", Self.before), ("after", Self.after)])
    #expect(method.header.count == 7 && method.header[5] == "out_after_lost")
    #expect(method(["110", "10", "NA", "5"]) == ["0", "0", "220", "88", "176", "44", ""])
    #expect(
      method(["130", "NA", "10", "2"]) == ["118.75", "59.38", "200.62", "104", "208", "52", ""])
    #expect(method(["110", "NA", "NA", "5"])[4] == "88")
    #expect(
      method(["110.005", "NA", "NA", "5"]).last == "earnings must be in pounds and whole pence")
    #expect(method(["110", "3", "3", "5"]).last == "give days or calendar_days, not both")
    #expect(method(["-1", "3", "NA", "5"]).last?.isEmpty == false)
    #expect(method(["NA", "3", "NA", "5"]).last == "the value is missing")
    #expect(method(["1e300", "3", "NA", "5"]).last?.isEmpty == false)
  }
}
