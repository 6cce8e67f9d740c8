import Evidence
import Importers
import Places
import TestSupport
import Testing

/// The four published outturn tables.
@Suite(.enabled(if: Reference.isPresent)) struct Section251PublishedTests {
  struct File: CustomTestStringConvertible {
    let name: String
    let year: Int
    let rows: Int
    let authorities: Int
    var path: String { "council-spending/section-251/" + name }
    var testDescription: String { name }
  }

  static let files = [
    File(name: "outturn_0809.csv", year: 2008, rows: 7050, authorities: 150),
    File(name: "outturn_0910.csv", year: 2009, rows: 6688, authorities: 152),
    File(name: "outturn_1213.csv", year: 2012, rows: 5320, authorities: 152),
    File(name: "outturn_1314.csv", year: 2013, rows: 5472, authorities: 152),
  ]

  @Test("every row is loaded, the ledger balances and England is their sum", arguments: files)
  func loads(_ file: File) throws {
    let reading = try Published.read(file.path, period: .financialYear(file.year))
    let ledger = reading.extract.ledger
    #expect(reading.layout == "section-251")
    #expect(ledger.balances)
    #expect(ledger.loaded == file.rows && ledger.rejected == 0 && ledger.skipped == 1)
    #expect(reading.extract.rejects.isEmpty)
    let england = "E92000001"
    let gross = reading.extract.observations.filter {
      $0.measure == "s251.looked_after.gross" && $0.place != england
    }
    #expect(gross.count == file.authorities)
    let sum = gross.compactMap(\.value).reduce(0, +)
    #expect(reading.value(england, "s251.looked_after.gross") == sum)
  }

  @Test("twenty cells are what an independent reading finds", arguments: files)
  func cells(_ file: File) throws {
    let reading = try Published.read(file.path, period: .financialYear(file.year))
    let records = try Independent.records(file.path)
    let lines = records.keys.sorted().dropFirst()
    var seeded = Independent.Seeded(UInt64(file.year))
    var checked = 0
    while checked < 20 {
      let line = lines[lines.startIndex + seeded.below(lines.count)]
      let record = try #require(records[line])
      let field = seeded.below(record.count)
      guard let number = Double(record[field]),
        let figure = reading.extract.observations.first(where: {
          $0.line == line && $0.field == field + 1
        })
      else { continue }
      #expect(figure.value == (number * 100).rounded(.toNearestOrAwayFromZero))
      let numbers = Published.register.otherCodes(of: figure.place)
        .filter { $0.scheme == .education }.map(\.value)
      #expect(numbers.contains(record[0]))
      checked += 1
    }
  }

  /// Early help, published totals: `research` of the files, England 33.6%, Manchester and
  /// Birmingham 28.5% in 2012-13.
  @Test("early help's share in 2012-13 is the known one")
  func earlyHelp() throws {
    let reading = try Published.read(Self.files[2].path, period: .financialYear(2012))
    for (place, expected) in [("E92000001", 33.6), ("E08000003", 28.5), ("E08000025", 28.5)] {
      let parts = ["sure_start", "family_support", "young_people"].compactMap {
        reading.value(place, "s251.\($0).gross")
      }
      let total = try #require(reading.value(place, "s251.total_children.gross"))
      #expect(parts.count == 3)
      let share = 100 * parts.reduce(0, +) / total
      #expect(abs(share - expected) < 0.05, "\(place): \(share)")
    }
  }

  @Test("outside providers took 46.2% of spending on children looked after, 67% of homes")
  func external() throws {
    let reading = try Published.read(Self.files[2].path, period: .financialYear(2012))
    for (line, expected) in [("looked_after", 46.2), ("residential", 67.0)] {
      let parts = ["private", "other_public", "voluntary"].compactMap {
        reading.value("E92000001", "s251.\(line).\($0)")
      }
      let gross = try #require(reading.value("E92000001", "s251.\(line).gross"))
      #expect(parts.count == 3)
      #expect(abs(100 * parts.reduce(0, +) / gross - expected) < 0.05)
    }
  }
}
