import Evidence
import Places

/// Reads the years of the local authority interactive tool.
enum InteractiveToolYears {
  /// What a text such as `2016-17 (OT)`, `2025`, `2014-16` or `2013/14-15/16` means.
  ///
  /// Nil where it is none of these or speaks of a budget instead of what was spent.
  static func read(
    _ text: String, _ year: InteractiveToolMeasure.Year
  ) -> (period: Period, status: Status)? {
    var name = CellText.trimmed(text)
    var status: Status = []
    if let mark = name.firstIndex(of: "("), name.hasSuffix(")") {
      switch name[mark...].lowercased() {
      case "(ot)", "(final)", "(f)": break
      case "(rev)", "(r)": status = .revised
      case "(prov)", "(p)": status = .provisional
      default: return nil
      }
      name = CellText.trimmed(String(name[..<mark]))
    }
    return (single(name, year) ?? span(name, year)).map { ($0, status) }
  }

  private static func single(_ name: String, _ year: InteractiveToolMeasure.Year) -> Period? {
    if let split = Period(financialYear: name) {
      switch year {
      case .financial: return split
      case .academic: return months(12, from: 9, of: split.year)
      case .calendar, .september, .january: return nil
      }
    }
    guard name.utf8.count == 4, let number = Int(name), (1990...2100).contains(number) else {
      return nil
    }
    return switch year {
    case .financial: .financialYear(number - 1)
    case .calendar: .calendarYear(number)
    case .academic: months(12, from: 9, of: number - 1)
    case .september: months(12, from: 10, of: number - 1)
    case .january: months(1, from: 1, of: number)
    }
  }

  /// Several years pooled: `2014-16`, `2013/14-15/16`.
  private static func span(_ name: String, _ year: InteractiveToolMeasure.Year) -> Period? {
    let halves = name.split(separator: "-")
    guard halves.count == 2, let first = Int(halves[0].prefix(4)), (1990...2100).contains(first)
    else { return nil }
    let parts = halves[1].split(separator: "/")
    guard let text = parts.last, text.utf8.count == 2, let digits = Int(text) else { return nil }
    var last = first - first % 100 + digits
    if last < first { last += 100 }
    switch year {
    case .calendar where parts.count == 1 && halves[0].utf8.count == 4:
      guard (first + 1...first + 9).contains(last) else { return nil }
      return months(12 * (last - first + 1), from: 1, of: first)
    case .financial where parts.count == 2 && Period(financialYear: String(halves[0])) != nil:
      guard (first + 2...first + 9).contains(last), Int(parts[0]) == digits - 1 else { return nil }
      return months(12 * (last - first), from: 4, of: first)
    default: return nil
    }
  }

  private static func months(_ months: Int, from month: Int, of year: Int) -> Period {
    Period(start: Day(year: year, firstOfMonth: month), months: months)
  }
}
