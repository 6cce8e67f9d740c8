import Evidence
import Foundation
import Importers
import Tabular
import TestSupport
import Testing

/// Shipped figures against the cells of the publishers' files that they name.
@Suite(.enabled(if: Reference.isPresent)) struct ShippedAgainstPublishedTests {
  private static let folders = [
    "council-spending/section-251", "service-use/dfe-lait", "service-use/dfe",
  ]
  private static let dataset = Reference.package.appendingPathComponent(
    "datasets/childrens-services")

  private static func rows(_ name: String) throws -> [[String]] {
    let bytes = try Data(contentsOf: dataset.appendingPathComponent(name))
    return try Table([UInt8](bytes)).rows.map(\.fields)
  }

  @Test("twenty figures of every file stand where the file says")
  func cells() throws {
    let root = try #require(Reference.folder)
    let columns = try Self.rows("source-columns.csv").dropFirst()
    var files: [String: [Int: [String]]] = [:]
    for source in try Self.rows("sources.csv").dropFirst() {
      let (resource, publisherFile) = (source[0], source[1])
      if files[publisherFile] == nil {
        let path = try #require(
          Self.folders.map { "\($0)/\(publisherFile)" }.first {
            FileManager.default.fileExists(atPath: root.appendingPathComponent("data/\($0)").path)
          })
        files[publisherFile] = try Independent.records(path)
      }
      let records = try #require(files[publisherFile])
      let sheet = try Self.rows(resource)
      var seeded = Independent.Seeded(UInt64(resource.utf8.count))
      var checked = 0
      while checked < 20 {
        let row = sheet[1 + seeded.below(sheet.count - 1)]
        let at = 5 + seeded.below(row.count - 5)
        let line = try #require(Int(row[4]))
        // England of the outturn tables is a sum, which stands in no line.
        guard line > 0, let shipped = Double(row[at]) else { continue }
        let column = try #require(
          columns.first { $0[0] == resource && $0[1] == sheet[0][at] }.flatMap { Int($0[2]) })
        let published = try #require(records[line].flatMap { Double($0[column - 1]) })
        let isMoney = sheet[0][at].hasPrefix("s251.")
        let expected = isMoney ? (published * 100).rounded(.toNearestOrAwayFromZero) : published
        #expect(abs(shipped * (isMoney ? 100_000 : 1) - expected) < 1e-3, "\(resource):\(row)")
        checked += 1
      }
    }
  }
}
