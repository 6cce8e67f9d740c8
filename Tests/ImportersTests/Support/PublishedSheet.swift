import Evidence
import Testing

/// A sheet of the revenue outturn with what was counted in it.
///
/// Rows, authorities and authorities without figures were counted with Python's `csv` module.
struct PublishedSheet: Sendable, CustomTestStringConvertible {
  let file: String
  let year: Int
  /// The measure that the sheet holds, or `""` where it holds all.
  let kind: String
  let rows: Int
  let authorities: Int
  /// Columns that are loaded.
  let measures: Int
  /// Authorities whose cells hold `[x]` or `…`.
  let silent: Int

  var testDescription: String { "\(year) \(kind.isEmpty ? String(file.prefix(3)) : kind)" }
  var path: String { "council-spending/outturn/\(file).values.csv" }
  var shownPath: String { "council-spending/outturn/\(file).shown.csv" }
  var isService: Bool { file.hasPrefix("RO3") }
  var isSummary: Bool { file.hasPrefix("R") && kind != "" }

  private init(
    _ file: String, _ year: Int, _ kind: String, rows: Int, authorities: Int, measures: Int,
    silent: Int = 0
  ) {
    self.file = file
    self.year = year
    self.kind = kind
    self.rows = rows
    self.authorities = authorities
    self.measures = measures
    self.silent = silent
  }

  private static func summary(_ rest: String) -> String {
    "Revenue_Outturn_Summary__RS__data_" + rest
  }
  private static let first = summary("2010-11_by_LA_-_27-Nov-2012-v2__RS_LA_Data_2010-11_")
  private static let second = summary("2011-12_by_LA_-_Revised_28-Nov-2013__RS_LA_Data_2011-12_")
  private static let third = summary("2012-13_by_LA__Revised__-_18-Feb-2014__RS_LA_Data_2012-13_")
  private static let fourth = summary("2014-15_by_LA_-_02-Feb-2016__RS_LA_Data_2014-15_")

  /// Sheets of the form RS, to 2017-18.
  static let summaries = [
    PublishedSheet(first + "1_", 2010, "net", rows: 469, authorities: 444, measures: 35),
    PublishedSheet(first + "2_", 2010, "capital", rows: 469, authorities: 444, measures: 15),
    PublishedSheet(first + "3_", 2010, "total_cost", rows: 470, authorities: 444, measures: 15),
    PublishedSheet(second + "1_", 2011, "net", rows: 469, authorities: 444, measures: 36),
    PublishedSheet(second + "2_", 2011, "capital", rows: 469, authorities: 444, measures: 16),
    PublishedSheet(second + "3_", 2011, "total_cost", rows: 470, authorities: 444, measures: 16),
    PublishedSheet(third + "1_", 2012, "net", rows: 472, authorities: 444, measures: 36),
    PublishedSheet(third + "2_", 2012, "capital", rows: 472, authorities: 444, measures: 16),
    PublishedSheet(third + "3_", 2012, "total_cost", rows: 472, authorities: 444, measures: 13),
    PublishedSheet(fourth + "1_", 2014, "net", rows: 470, authorities: 444, measures: 37),
    PublishedSheet(fourth + "2_", 2014, "reserves", rows: 470, authorities: 444, measures: 4),
    PublishedSheet(
      "RS_2015-16_data_by_LA_-_Revision__RS_LA_Data_2015-16", 2015, "net", rows: 469,
      authorities: 444, measures: 42),
    PublishedSheet(
      "RS_2016-17_data_by_LA__RS_LA_Data_2016-17", 2016, "net", rows: 471, authorities: 446,
      measures: 40,
      silent: 2),
    PublishedSheet(
      "RS_2017-18_data_by_LA__RS_LA_Data_2017-18", 2017, "net", rows: 476, authorities: 445,
      measures: 42,
      silent: 1),
  ]

  /// Sheets of the form RSX.
  static let services = [
    PublishedSheet(
      "RSX_2022-23_data_by_LA__RSX_LA_Data_2022-23", 2022, "", rows: 450, authorities: 426,
      measures: 98,
      silent: 23),
    PublishedSheet(
      "RSX_2023-24_data_by_LA__RSX_LA_Data_2023-24", 2023, "", rows: 435, authorities: 411,
      measures: 98,
      silent: 44),
    PublishedSheet(
      "RSX_LA_Data_2024-25_data_by_LA__RSX_LA_Data_202425", 2024, "", rows: 431, authorities: 410,
      measures: 98,
      silent: 9),
  ]

  /// Sheets of the form RO3.
  static let lines = [
    PublishedSheet(
      "RO3_2022-23_data_by_LA__RO3_LA_Data_2022-23", 2022, "", rows: 451, authorities: 426,
      measures: 518,
      silent: 23),
    PublishedSheet(
      "RO3_2023-24_data_by_LA__RO3_LA_Data_2023-24", 2023, "", rows: 436, authorities: 411,
      measures: 518,
      silent: 44),
    PublishedSheet(
      "RO3_LA_Data_2024-25_data_by_LA__RO3_LA_Data_202425", 2024, "", rows: 431, authorities: 410,
      measures: 490,
      silent: 9),
  ]

  static let all = summaries + services + lines
}
