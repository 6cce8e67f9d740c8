import Foundation
import TestSupport
import Testing

@testable import Places

/// Places in published files other than outturn sheets.
@Suite("Published files", .enabled(if: Reference.isPresent))
struct PublishedPlacesTests {
  let register = Shipped.register

  private func records(_ path: String) throws -> [[String]] {
    let folder = try #require(Reference.folder)
    return PlainCSV.records(at: folder.appendingPathComponent("data/\(path)"))
  }

  /// ONS, crime by community safety partnership, year to December 2024, table C2: columns police
  /// force area, its name, partnership, its name, local authority, its name.
  @Test("of crime agree with the police areas of the register")
  func policeAreas() throws {
    let day = try #require(Day("2024-05-06"))
    let rows = try records("service-use/crime/ons_Table_C2_ye_dec2024.csv").filter { row in
      row.count > 5 && row[0].hasPrefix("E23") && row[4].utf8.count == 9
    }
    #expect(rows.count > 280)
    for row in rows {
      let codes = [row[4]] + register.successors(of: row[4]).map(\.code)
      let bodies = codes.flatMap {
        register.bodies(serving: register.currentCode(for: $0) ?? $0, on: day)
      }
      let police = Set(bodies.filter { $0.service == "pol" }.map(\.body))
      // London's two forces have no return of their own.
      let expected = ["E23000001": "E61000001", "E23000034": "E09000001"][row[0]] ?? row[0]
      #expect(police == [expected], "\(row[0...5])")
    }
  }

  @Test("of ONS indicators use only codes of the register")
  func exploreLocal() throws {
    let folder = try #require(Reference.folder)
      .appendingPathComponent("data/service-use/explore-local")
    var seen: [String: String] = [:]
    for file in ["children-in-relative-poverty.csv", "library-walk.csv", "cigarette-smokers.csv"] {
      for row in PlainCSV.records(at: folder.appendingPathComponent(file)).dropFirst() {
        seen[row[0]] = row[1]
      }
    }
    #expect(seen.count > 300)
    for (code, name) in seen.sorted(by: { $0.key < $1.key }) {
      let place = register.place(code: code)
      #expect(place != nil, "\(code) \(name)")
      if let place, !name.contains("(") {
        let named = register.resolve(name, on: place.end)
        switch named {
        // Lancashire is a county and a combined authority: the name alone means the county.
        case .found(let found): #expect(found.name == place.name, "\(code) \(name)")
        case .ambiguous(let several): #expect(several.contains(place), "\(code) \(name)")
        case .unknown: Issue.record("\(code) \(name) is not found by its name")
        }
      }
    }
  }

  /// MHCLG, homelessness quarterly tables: code and name in the first two columns.
  @Test(
    "of homelessness name councils that resolve",
    arguments: ["hclic_201809_A1.csv", "hclic_202203_A1.csv", "hclic_202509_A1.csv"])
  func homelessness(file: String) throws {
    let rows = try records("service-use/homelessness/\(file)").filter { row in
      row.count > 1 && row[0].utf8.count == 9 && (row[0].hasPrefix("E0") || row[0].hasPrefix("E1"))
    }
    #expect(rows.count > 290)
    for row in rows {
      let place = register.place(code: row[0])
      #expect(place != nil, "\(row[0...1])")
      let named = register.resolve(row[1], on: place?.end)
      #expect(named.place == place || named.place == nil, "\(row[0...1]) is \(named)")
    }
  }
}
