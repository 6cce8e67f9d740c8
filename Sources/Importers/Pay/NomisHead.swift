import Places
import Evidence
import Tabular

/// What stands above the data of a percentile table from Nomis.
///
/// Lines of `name,value` (date, sex, pay, confidence) below a title, then two header rows: the
/// geography and the statistics, and under each `number` and `conf %`.
struct NomisHead {
  /// A statistic with the columns of its figure and of its standard error.
  struct Column: Hashable {
    let statistic: String
    let value: Int
    let error: Int?
  }

  /// The first of the two header rows.
  let header: Int
  /// The statistics that are read.
  private(set) var columns: [Column] = []
  /// Headings that are not read.
  private(set) var unused: [String] = []
  private var lines: [String: String] = [:]
  /// The title.
  let title: String
  /// The day on which the file was taken, ISO, or `""`.
  private(set) var published = ""

  /// Finds the head; nil where a sheet has none.
  init?(_ sheet: Table) {
    let found = sheet.rows.indices.prefix(20).first { index in
      let next = index + 1 < sheet.rows.count ? sheet.rows[index + 1].fields : []
      return next.contains { CellText.key($0) == "number" }
        && sheet.rows[index].fields.dropFirst(2).contains {
          PayMeasure.statistic(CellText.key($0)) != nil
        }
    }
    guard let found else { return nil }
    header = found
    title = sheet.rows.first.map { CellText.trimmed($0[0]) } ?? ""
    for row in sheet.rows[..<found] {
      let key = CellText.key(row[0])
      if row.count > 1, !row[1].isEmpty { lines[key] = CellText.trimmed(row[1]) }
      if row[0].contains("from Nomis on"),
        let day = Day(words: row[0].replacing("[", with: " ").replacing("]", with: " "))
      {
        published = day.iso
      }
    }
    find(sheet.rows[found], sheet.rows[found + 1])
  }

  private mutating func find(_ top: Row, _ below: Row) {
    for index in top.fields.indices.dropFirst(2) {
      let heading = CellText.key(top[index])
      guard !heading.isEmpty, CellText.key(below[index]) == "number" else { continue }
      guard let statistic = PayMeasure.statistic(heading) else {
        unused.append(CellText.trimmed(top[index]))
        continue
      }
      let hasError = top[index + 1].isEmpty && CellText.key(below[index + 1]).hasPrefix("conf")
      columns.append(
        Column(
          statistic: statistic, value: index, error: hasError && isStandardError ? index + 1 : nil))
    }
  }

  /// True where the columns of confidence hold standard errors in per cent.
  var isStandardError: Bool {
    let key = CellText.key(lines["confidence"] ?? "")
    return key.hasPrefix("standard error") && key.contains("percentage")
  }

  /// What the columns of confidence are said to hold.
  var confidence: String { lines["confidence"] ?? "" }

  /// The year of the survey.
  var year: Int? {
    (lines["date"] ?? "").split { !$0.isWholeNumber }.compactMap { Int($0) }
      .first { (1990...2100).contains($0) }
  }

  /// Whose jobs and which pay.
  ///
  /// - Throws: `ImportError` where a line of the head is missing or says what is not read.
  func measure() throws(ImportError) -> PayMeasure {
    func refuse(_ what: String) -> ImportError { ImportError(.incomplete, line: 1, what) }
    let key = CellText.key(title)
    guard let analysis = PayMeasure.Analysis.allCases.first(where: { key.contains($0.rawValue) })
    else {
      throw refuse(
        "the title '\(title)' does not say whether jobs are counted by home or by workplace; "
          + "expected 'resident analysis' or 'workplace analysis'")
    }
    let pay = CellText.key(lines["pay"] ?? "")
    guard let span = PayMeasure.Span.allCases.first(where: { pay == "\($0.rawValue) pay gross" })
    else {
      throw refuse(
        "found the pay '\(lines["pay"] ?? "")', expected annual, weekly or hourly pay - gross")
    }
    let sex = lines["sex"] ?? ""
    guard let group = PayMeasure.group(sex) else {
      throw refuse("found the sex '\(sex)', expected Total, Male, Female or full- or part-time")
    }
    return PayMeasure(analysis: analysis, span: span, group: group)
  }
}
