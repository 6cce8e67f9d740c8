import Foundation
import Tabular
import TestSupport

/// One row of a published Fingertips file, numbers as they are written.
struct PublishedRow {
  let indicator: String
  let area: String
  let count: Double?
  let denominator: Double?
  /// The 95% limits, as written.
  let limits: [String]
  /// The 99.8% limits, as written; none where the file has no such columns.
  let wideLimits: [String]

  /// All rows of the Fingertips files; none where the files are not there.
  static func all() throws -> [PublishedRow] {
    guard let folder = Reference.folder?.appendingPathComponent("data/service-use") else {
      return []
    }
    let files = [
      "fingertips/indicators-CountyUA.data.csv", "fingertips/indicators-DistrictUApre419.data.csv",
      "fingertips/la_hospital_admissions_2324.csv", "fingertips-next/healthdata.csv",
    ]
    return try files.flatMap { try read(folder.appendingPathComponent($0).path) }
  }

  private static func read(_ path: String) throws -> [PublishedRow] {
    var reader = try CSVReader(.file(path))
    var record = Record()
    guard try reader.next(&record) else { return [] }
    let header = record.strings
    func column(_ names: String...) -> Int? {
      names.compactMap { header.firstIndex(of: $0) }.first
    }
    let indicator = column("Indicator ID", "IndicatorId")
    let area = column("Area Code", "AreaCode")
    let (count, denominator) = (column("Count"), column("Denominator"))
    let limits = [
      column("Lower CI 95.0 limit", "LowerCI"), column("Upper CI 95.0 limit", "UpperCI"),
    ]
    let wide = [column("Lower CI 99.8 limit"), column("Upper CI 99.8 limit")]
    var rows: [PublishedRow] = []
    while try reader.next(&record) {
      func text(_ index: Int?) -> String { index.map { record.string(at: $0) } ?? "" }
      rows.append(
        PublishedRow(
          indicator: text(indicator), area: text(area), count: Double(text(count)),
          denominator: Double(text(denominator)), limits: limits.map(text),
          wideLimits: wide.map(text)))
    }
    return rows
  }
}
