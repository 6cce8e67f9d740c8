import Foundation
import Tabular
import TestSupport

/// A figure of the public health profiles with what its publisher says of it.
struct ProfileFigure {
  /// The file and the line on which the record begins.
  let place: String
  /// Indicator, area, sex, age and category, which together make a series.
  let series: [String]
  /// The indicator, the sex and the age, which a benchmark must share.
  let subject: [String]
  let indicator: String
  let area: String
  /// The area that the publisher calls the parent.
  let parent: String
  let category: String
  let period: String
  /// The year in which the period begins.
  let year: Double?
  let value: Double?
  let lower: Double?
  let upper: Double?
  let count: Double?
  let denominator: Double?
  /// `Better`, `Similar`, `Not compared`; `""` in files without comparisons.
  let comparedToEngland: String
  /// The same against the region.
  let comparedToRegion: String
  /// `Increasing and getting worse`, `No significant change`; `""` beside all but the latest year.
  let trend: String

  /// The files with a comparison to England in each row.
  static let wide = [
    "fingertips/indicators-CountyUA.data.csv", "fingertips/indicators-DistrictUApre419.data.csv",
    "fingertips/la_hospital_admissions_2324.csv",
  ]
  /// The file of the new service, which has trends and no comparisons.
  static let star = "fingertips-next/healthdata.csv"

  /// The rows of a file below the folder of service use; none where the files are not there.
  static func read(_ name: String) throws -> [ProfileFigure] {
    guard let folder = Reference.folder?.appendingPathComponent("data/service-use") else {
      return []
    }
    var reader = try CSVReader(.file(folder.appendingPathComponent(name).path))
    var record = Record()
    guard try reader.next(&record) else { return [] }
    let columns = Columns(record.strings)
    var figures: [ProfileFigure] = []
    while try reader.next(&record) {
      figures.append(ProfileFigure(record, columns, "\(name):\(record.line)"))
    }
    return figures
  }

  /// Where the parts of a figure stand, by either service's names.
  private struct Columns {
    let header: [String]

    init(_ header: [String]) { self.header = header }

    func text(_ record: Record, _ names: String...) -> String {
      for name in names {
        if let index = header.firstIndex(of: name) {
          return index < record.count ? record.string(at: index) : ""
        }
      }
      return ""
    }
  }

  private init(_ record: Record, _ columns: Columns, _ place: String) {
    self.place = place
    indicator = columns.text(record, "Indicator ID", "IndicatorId")
    area = columns.text(record, "Area Code", "AreaCode")
    parent = columns.text(record, "Parent Code")
    category = columns.text(record, "Category")
    subject = [indicator, columns.text(record, "Sex"), columns.text(record, "Age")]
    series =
      subject + [
        area, columns.text(record, "Category Type", "CategoryType"), category,
      ]
    let sortable = columns.text(record, "Time period Sortable", "Year")
    period = columns.text(record, "Time period", "Year")
    year = Double(sortable.prefix(4))
    value = Double(columns.text(record, "Value"))
    lower = Double(columns.text(record, "Lower CI 95.0 limit", "LowerCI"))
    upper = Double(columns.text(record, "Upper CI 95.0 limit", "UpperCI"))
    count = Double(columns.text(record, "Count"))
    denominator = Double(columns.text(record, "Denominator"))
    comparedToEngland = columns.text(record, "Compared to England value or percentiles")
    comparedToRegion = columns.text(record, "Compared to Region value or percentiles")
    trend = columns.text(record, "Recent Trend", "Trend")
  }
}
