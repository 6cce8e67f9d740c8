import Foundation
import TestSupport
import Testing

@testable import Places

/// Every row of every outturn sheet that names a body must lead to one place.
@Suite("Published outturn sheets", .enabled(if: Reference.isPresent))
struct OutturnTests {
  let register = Shipped.register

  struct Row: Hashable, CustomStringConvertible {
    let sheet: String
    let day: Day
    let ecode: String
    let code: String
    let name: String
    var description: String { "\(sheet): \(ecode) \(code) \(name)" }
  }

  @Test("name only bodies of the register, each row one that existed in the year")
  func bodies() throws {
    let rows = try published()
    // 10 years; 444 authorities in 2010-11 and some 420 in the later years.
    #expect(Set(rows.map(\.day)).count == 10)
    #expect(rows.count > 4_000)
    for row in rows {
      let place = register.identify(ecode: row.ecode, code: row.code, name: row.name, on: row.day)
      guard let place else {
        Issue.record("\(row) is not found")
        continue
      }
      #expect(place.tier.isCouncil || place.tier == .body, "\(row)")
      #expect(place.existed(on: row.day), "\(row) is \(place)")
    }
    // No two rows of a sheet are the same body.
    for (sheet, rows) in Dictionary(grouping: rows, by: \.sheet) {
      let places = Set(
        rows.compactMap {
          register.identify(ecode: $0.ecode, code: $0.code, name: $0.name, on: $0.day)?.code
        })
      #expect(places.count == rows.count, "\(sheet)")
    }
  }

  @Test("name every body so that the name alone finds it")
  func names() throws {
    for row in try published() {
      let place = register.identify(ecode: row.ecode, code: row.code, name: row.name, on: row.day)
      let named = register.resolve(row.name, on: row.day)
      if row.name == "Newcastle" {
        // Short for Newcastle upon Tyne, but one cannot know.
        #expect(named.place == nil && place?.code == "E08000021")
      } else {
        #expect(named.place == place, "\(row) is \(named)")
      }
    }
  }

  @Test("name every council in section 251 returns by its number and its name")
  func section251() throws {
    let folder = try #require(Reference.folder)
      .appendingPathComponent("data/council-spending/section-251")
    let day = [
      "outturn_0809.csv": "2009-03-31", "outturn_0910.csv": "2010-03-31",
      "outturn_1213.csv": "2013-03-31", "outturn_1314.csv": "2014-03-31",
    ]
    for (file, text) in day {
      let day = try #require(Day(text))
      let records = PlainCSV.records(at: folder.appendingPathComponent(file))
      let councils = Set(records.dropFirst().compactMap { $0.count > 1 ? [$0[0], $0[1]] : nil })
      let numbered = councils.filter { $0[0].utf8.count == 3 }
      #expect(numbered.count >= 148, "\(file)")
      for council in numbered {
        let place = register.place(.education, council[0], on: day)
        #expect(place?.tier.isCouncil == true, "\(file) \(council)")
        // The names of 2008-09 are those of councils that others replaced a day later.
        #expect(register.resolve(council[1]).place != nil, "\(file) \(council)")
      }
    }
  }

  private func published() throws -> [Row] {
    let folder = try #require(Reference.folder)
      .appendingPathComponent("data/council-spending/outturn")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var rows: [Row] = []
    for file in files where file.contains("LA_Data") && file.hasSuffix(".values.csv") {
      let records = PlainCSV.records(at: folder.appendingPathComponent(file))
      guard let header = records.firstIndex(where: { $0.first == "E-code" }) else { continue }
      let columns = records[header]
      let name = columns.firstIndex { $0.hasPrefix("Local") } ?? 1
      let code = columns.firstIndex(of: "ONS Code")
      let start = file.range(of: "20[0-9][0-9]-[0-9][0-9]", options: .regularExpression)
      let year = try #require(start.flatMap { Int(file[$0].prefix(4)) })
      let day = try #require(Day(year: year + 1, month: 3, day: 31))
      var seen: Set<String> = []
      for record in records[(header + 1)...] {
        guard record.count > name, record[0].utf8.count == 5, record[0].first == "E",
          Int(record[0].dropFirst()) != nil, seen.insert(record[0]).inserted
        else { continue }
        rows.append(
          Row(
            sheet: file, day: day, ecode: record[0], code: code.map { record[$0] } ?? "",
            name: record[name]))
      }
    }
    return rows
  }
}
