import Evidence
import Tabular

extension OutturnStructure {
  /// Columns by their headings, for sheets without asset codes.
  ///
  /// A sheet repeats the headings of the whole workbook but fills only the columns of its own
  /// measure, so a column without a single cell is left out. A heading counts where it stands
  /// first: the 2010-11 sheets list the services a second time on another accounting basis.
  static func columns(
    byHeadingsIn sheet: Table, headerRow: Int, keys: Keys, kind: String
  ) -> (columns: [Column], unused: [String]) {
    let header = sheet.rows[headerRow]
    let groups = groupHeadings(above: headerRow, in: sheet, width: header.fields.count)
    let filled = filledColumns(below: headerRow, in: sheet, width: header.fields.count)
    var columns: [Column] = []
    var seen: Set<String> = []
    var unused: [String] = []
    for (index, field) in header.fields.enumerated()
    where filled[index] && !keys.contains(index) {
      let key = CellText.key(field)
      guard !key.isEmpty else { continue }
      guard let measure = measure(key: key, group: groups[index], kind: kind),
        seen.insert(measure).inserted
      else {
        unused.append(field.split(whereSeparator: \.isNewline).joined(separator: " "))
        continue
      }
      columns.append(Column(index: index, measure: measure, unitIsMoney: true))
    }
    return (columns, unused)
  }

  private static func measure(key: String, group: String, kind: String) -> String? {
    if kind != "reserves",
      let service = OutturnColumns.services.first(where: { matches(key, $0.heading) })
    {
      return "outturn.\(service.service).\(kind)"
    }
    guard kind == "net" || key.contains("reserves level"),
      let other = OutturnColumns.others.first(where: { matches(key, $0.heading) })
    else { return nil }
    guard other.measure.hasPrefix("rs.reserves") else { return other.measure }
    return other.measure + (isEndOfYear(key: key, group: group, kind: kind) ? "_end" : "_start")
  }

  /// A heading matches where it is the whole key or the key goes on in brackets or with a dash.
  private static func matches(_ key: String, _ heading: String) -> Bool {
    guard key.hasPrefix(heading) else { return false }
    let rest = key.dropFirst(heading.count)
    return rest.isEmpty || rest.hasPrefix(" ") && !isAnotherHeading(key, heading)
  }

  /// `revenue expenditure funded from capital` is not `revenue expenditure`.
  private static func isAnotherHeading(_ key: String, _ heading: String) -> Bool {
    heading.hasSuffix("revenue expenditure") && !key.contains("total of lines")
      || heading == "net current expenditure" && key.contains("non ias19")
      || heading == "interest and investment income" && key.contains("fair value")
  }

  /// The level at the end of the year: said by the heading, the group above it or the sheet.
  private static func isEndOfYear(key: String, group: String, kind: String) -> Bool {
    key.contains("31 march") || group.contains("31 march") || kind == "reserves"
  }

  /// The heading of the group that each column belongs to: the nearest to the left in the row
  /// above the header that holds words.
  private static func groupHeadings(above headerRow: Int, in sheet: Table, width: Int) -> [String] {
    var groups = [String](repeating: "", count: width)
    for offset in 1...3 where headerRow - offset >= 0 {
      let row = sheet.rows[headerRow - offset]
      let words = row.fields.filter { CellText.key($0).contains { $0.isLetter } }
      guard words.count > 1 else { continue }
      var last = ""
      for index in 0..<width {
        let key = CellText.key(row[index])
        if !key.isEmpty { last = key }
        groups[index] = last
      }
      return groups
    }
    return groups
  }

  private static func filledColumns(below headerRow: Int, in sheet: Table, width: Int) -> [Bool] {
    var filled = [Bool](repeating: false, count: width)
    for row in sheet.rows.dropFirst(headerRow + 1) {
      for index in 0..<min(width, row.fields.count) where !row.fields[index].isEmpty {
        filled[index] = true
      }
    }
    return filled
  }
}
