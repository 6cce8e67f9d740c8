import Evidence
import Places

/// A period as GOV.UK writes it, whatever its publisher counts by.
///
/// A day is a day: `mid-2024` is said of residents only, by those who write of them.
public struct PeriodText: Hashable, Sendable {
  /// The period.
  public let period: Period

  /// Names a period.
  public init(_ period: Period) { self.period = period }

  /// For a sentence: `2024 to 2025`, `January to March 2025`, `31 March 2025`.
  public var text: String {
    switch kind {
    case .financial, .calendar: period.phrase
    case .academic: "academic year \(years.text)"
    case .instant: Self.day(period.start)
    case .pooled: "\(period.year) to \(last.year)"
    case .months: stretch
    case .toDay: "year to \(Self.day(last))"
    case .toMonth: "year to \(Self.months[last.month - 1]) \(last.year)"
    case .other: period.iso
    }
  }

  /// For a table's cell: `2024-25`, `academic year 2023-24`, `January to March 2025`.
  public var short: String {
    switch kind {
    case .financial: period.label
    case .academic: "academic year \(years.short)"
    default: text
    }
  }

  /// With the words that lead to it: `in 2024 to 2025`, `on 31 March 2025`.
  public var when: String {
    switch kind {
    case .financial, .calendar, .pooled: "in " + text
    case .academic, .toDay, .toMonth: "in the " + text
    case .instant: "on " + text
    case .months: (period.months == 1 ? "in " : "from ") + text
    case .other: "from " + text
    }
  }

  private enum Kind {
    case financial, calendar, academic, instant, pooled, months, toDay, toMonth, other
  }

  private var kind: Kind {
    let start = period.start
    if period.months == 0 { return .instant }
    guard start.day == 1 else { return period.months == 12 ? .toDay : .other }
    if period.months == 12 {
      switch start.month {
      case 1: return .calendar
      case 4: return .financial
      case 8, 9: return .academic
      default: return .toMonth
      }
    }
    return period.months % 12 == 0 && start.month == 1 ? .pooled : .months
  }

  private var years: YearText { YearText(period.year) }

  /// The last day.
  private var last: Day {
    let months = period.start.year * 12 + period.start.month - 1 + period.months
    return Day(year: months / 12, month: months % 12 + 1, day: period.start.day)?.previous
      ?? period.start
  }

  /// From month to month, the year said once where it is the same.
  private var stretch: String {
    let first = Self.months[period.start.month - 1]
    let end = "\(Self.months[last.month - 1]) \(last.year)"
    if period.months == 1 { return end }
    return period.year == last.year ? "\(first) to \(end)" : "\(first) \(period.year) to \(end)"
  }

  private static func day(_ day: Day) -> String {
    "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
