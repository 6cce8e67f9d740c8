import Evidence
import Places

/// When the years of public health indicators begin: the files print the number only.
enum FingertipsYear {
  /// Indicators of the school year.
  private static let academic: Set<Int> = [
    2522, 2531, 2542, 10301, 20601, 20602, 90290, 90291, 90292, 90312, 90313, 90314, 90315, 90316,
    90317, 90319, 90320, 90321, 90323, 90631, 90632, 90633, 90634, 90820, 90898, 90922, 90924,
    91161, 91162, 91871, 92026, 92033, 92319, 92324, 92441, 92464, 92465, 92499, 92500, 92501,
    92504, 92563, 92564, 92672, 92896, 93105, 93106, 93107, 93108, 93194, 93195, 93203, 93378,
    93381, 93494, 93563, 93569, 93570, 93648, 93865, 94159, 94160, 94161, 94162, 94163, 94164,
  ]

  /// Indicators of the Active Lives survey, whose year begins on 16 November.
  private static let november: Set<Int> = [
    93014, 93015, 93088, 93439, 93440, 93881, 93982, 94175,
  ]

  /// Indicators of other years, by the month in which they begin.
  private static let others: [Int: Int] = [
    90360: 8, 90361: 8, 90641: 8, 90642: 8, 93352: 7, 93604: 7, 11601: 3, 92860: 10,
  ]

  /// Indicators of the star files that are of a financial year; the rest are of calendar years.
  private static let financial: Set<Int> = [
    241, 247, 22401, 30302, 41101, 41203, 91040, 91344, 92904, 93085, 93701, 94035, 94063,
  ]

  /// Indicators whose star files repeat each year once for every quarter.
  static let quarterly: Set<Int> = [91040]

  /// Indicators that join five years.
  private static let fiveYears: Set<Int> = [92026, 92033]

  /// The period that a spelling such as `2015`, `2010/11` or `2017 - 19` means for an indicator.
  static func period(_ text: String, indicator: Int) -> PublishedPeriod? {
    let kind: PublishedPeriod.Year = academic.contains(indicator) ? .academic : .financial
    guard let found = PublishedPeriod(text, year: kind) else { return nil }
    guard kind == .financial, found.period.isFinancialYear, let start = start(indicator) else {
      return found
    }
    return PublishedPeriod(Period(start: start(found.period.year), months: 12), found.span)
  }

  /// The period of a bare year in a star file.
  static func period(year: Int, indicator: Int) -> PublishedPeriod {
    let years = fiveYears.contains(indicator) ? 5 : 1
    if academic.contains(indicator) { return .year(year, .academic, years: years) }
    if financial.contains(indicator) { return .year(year, .financial) }
    guard let start = start(indicator) else {
      return PublishedPeriod(.calendarYear(year))
    }
    return PublishedPeriod(Period(start: start(year), months: 12))
  }

  private static func start(_ indicator: Int) -> ((Int) -> Day)? {
    if november.contains(indicator) {
      return { Day(year: $0, month: 11, day: 16) ?? Day(year: $0, firstOfMonth: 11) }
    }
    return others[indicator].map { month in { Day(year: $0, firstOfMonth: month) } }
  }
}
