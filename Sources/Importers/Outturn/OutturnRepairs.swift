import Evidence

/// Errors of the publisher in the codes of outturn sheets, repaired and noted.
enum OutturnRepairs {
  /// RO3 2022-23 swaps the asset codes of two income columns of carers' support.
  ///
  /// The headings and every other year have total income before net expenditure for adults aged
  /// 18 to 64 first; in 2022-23 the two codes stand in each other's column. The swap shows in the
  /// sheet itself: the code's line is not that of its neighbours.
  static func unswapped(
    _ columns: [OutturnStructure.Column], notes: inout [Note], line: Int
  ) -> [OutturnStructure.Column] {
    var columns = columns
    let adults = "ro3.ascsclcrradl.income"
    let older = "ro3.ascsclcrrold.income"
    guard let first = columns.firstIndex(where: { $0.measure == adults }),
      let second = columns.firstIndex(where: { $0.measure == older }),
      isMisplaced(columns, first, line: "ro3.ascsclcrrold"),
      isMisplaced(columns, second, line: "ro3.ascsclcrradl")
    else { return columns }
    let firstColumn = columns[first]
    let secondColumn = columns[second]
    columns[first] = .init(index: firstColumn.index, measure: older, unitIsMoney: true)
    columns[second] = .init(index: secondColumn.index, measure: adults, unitIsMoney: true)
    notes.append(
      Note(line: line, "asset codes of \(adults) and \(older) stood in each other's column"))
    return columns
  }

  /// True where both neighbours of a column belong to another line of the form.
  private static func isMisplaced(
    _ columns: [OutturnStructure.Column], _ index: Int, line: String
  ) -> Bool {
    guard index > 0, index + 1 < columns.count else { return false }
    return columns[index - 1].measure.hasPrefix(line + ".")
      && columns[index + 1].measure.hasPrefix(line + ".")
  }
}
