import Evidence
import Places

/// Periods of DfE open data: a number, and beside it what kind of time it is.
enum DfEPeriod {
  /// The period, or nil where the kind of time is not known.
  ///
  /// A reporting year ends on 31 March. A count on that day closes the year and bears its period,
  /// so that it stands beside the year's flows and the population in its middle.
  static func period(_ number: String, _ kind: String) -> Period? {
    let kind = kind.lowercased()
    let year = Int(number).flatMap { (1900...2100).contains($0) ? $0 : nil }
    switch kind {
    case "calendar year": return year.map(Period.calendarYear)
    case "reporting year": return year.map(PublishedPeriod.yearEndingMarch)
    case "financial year", "tax year":
      return Period(financialYear: number) ?? year.map(Period.financialYear)
    case "academic year", "six half terms": return academic(number, month: 9, months: 12)
    case "autumn term": return academic(number, month: 9, months: 4)
    case "spring term": return academic(number, month: 13, months: 3)
    case "summer term": return academic(number, month: 16, months: 4)
    case "autumn and spring term": return academic(number, month: 9, months: 7)
    default: break
    }
    if let quarter = kind.last.flatMap({ Int(String($0)) }), kind.contains("q") {
      return PublishedPeriod("\(number.prefix(4)) Q\(quarter)")?.period
    }
    if kind.hasPrefix("week") { return PublishedPeriod("\(number) \(kind)")?.period }
    return PublishedPeriod("\(kind) \(number)")?.period
  }

  /// `201819` with the month, counted from January of the first year, in which the span begins.
  private static func academic(_ number: String, month: Int, months: Int) -> Period? {
    guard let found = PublishedPeriod(number, year: .academic)?.period, found.months == 12 else {
      return nil
    }
    return Period(start: Day(year: found.year, firstOfMonth: month), months: months)
  }
}
