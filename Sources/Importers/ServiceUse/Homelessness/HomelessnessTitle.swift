import Evidence
import Places
import Tabular

/// The sheets that are read.
enum HomelessnessTable: String {
  /// Assessments and duties owed.
  case a1
  /// Support needs.
  case a3
  /// How prevention duties ended.
  case p1
  /// Where prevention duties ended with accommodation.
  case p2
  /// How relief duties ended.
  case r1
  /// Where relief duties ended with accommodation.
  case r2
  /// Households in temporary accommodation at the end of the quarter.
  case ta1

  /// True where figures are of the last day of a quarter.
  var isStock: Bool { self == .ta1 }
}

/// The title in the first cell: `Table A1 - …`, then `England, July to September 2018`.
struct HomelessnessTitle {
  /// The table's number in lower case.
  let table: String
  /// The title on one line.
  let text: String
  private let when: String

  /// Finds the title; nil where the sheet begins with none.
  init?(_ sheet: Table) {
    guard let first = sheet.rows.first.map({ $0[0] }), first.hasPrefix("Table") else { return nil }
    let words = CellText.key(first).split(separator: " ")
    guard words.count > 4, words[0] == "table", words.contains("households"),
      words.contains("england"), let england = first.firstRange(of: "England,")
    else { return nil }
    table = String(words[1])
    when = String(first[england.upperBound...])
    text = CellText.trimmed(first.split { $0.isNewline }.joined(separator: ", "))
  }

  /// The quarter, or its last day for a count of that day.
  func period(of table: HomelessnessTable) -> Period? {
    // `30th June 2019`, `31st March 2025`, `30 September 2024`.
    if let day = Day(words: when) { return Period(start: day, months: 0) }
    guard let quarter = PublishedPeriod(when)?.period else { return nil }
    guard table.isStock else { return quarter }
    let next = Day(year: quarter.start.year, firstOfMonth: quarter.start.month + quarter.months)
    return Period(start: next.previous, months: 0)
  }
}
