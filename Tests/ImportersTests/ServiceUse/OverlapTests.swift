import Evidence
import Foundation
import Places
import Tabular
import TestSupport
import Testing

@testable import Importers

/// Periods that hold or overlap others: pooled years, and months beside quarters beside years.
@Suite("Periods that overlap", .enabled(if: Reference.isPresent))
struct OverlapTests {
  @Test("pooled years keep their length, and none is a sum of others")
  func pooled() throws {
    var counts: [String: Int] = [:]
    var overlapping = 0
    for (name, reading) in try ServiceFiles.readings.get().read {
      let pooled = reading.extract.observations.filter { $0.period.months > 12 }
      guard !pooled.isEmpty else { continue }
      for figure in pooled { counts["\(figure.period.months / 12) years", default: 0] += 1 }
      var starts: [String: [Int]] = [:]
      for figure in pooled {
        starts["\(figure.place) \(figure.measure)", default: []].append(figure.period.start.year)
        #expect(figure.period.months % 12 == 0)
      }
      for years in starts.values {
        let sorted = years.sorted()
        overlapping += zip(sorted, sorted.dropFirst()).count { $1 - $0 < 5 }
      }
      // A count pooled over years would add up with single years under one measure.
      let single = Set(
        reading.extract.observations.lazy.filter { $0.period.months == 12 }.map(\.measure))
      let mixed = Set(pooled.map(\.measure)).intersection(single)
      let ratios = Set(reading.extract.measures.filter { $0.kind == .ratio }.map(\.id))
      #expect(mixed.subtracting(ratios).isEmpty, "\(name): \(mixed)")
      #expect(Set(pooled.map(\.measure)).subtracting(ratios).isEmpty, "\(name)")
    }
    print(
      "Pooled:", counts.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" },
      "of which \(overlapping) follow another within five years")
    #expect(counts == Self.expected)
  }

  private static let expected = ["3 years": 16_232, "5 years": 5276]

  /// Nine services give loans by month and by quarter, others by the year: each as it was given.
  @Test("months, quarters and years of library loans are added up only among themselves")
  func loans() throws {
    let path = "libraries/loans.csv"
    var printed: [String: Double] = [:]
    var services: [String: Set<Int>] = [:]
    for row in try ServiceFiles.rows(path, where: { $0.contains("/P") }).values {
      let place = try #require(ServiceFiles.register.currentCode(for: row[0]))
      printed["\(place) \(row[3])", default: 0] += Double(row[4]) ?? 0
    }
    var loaded: [String: Double] = [:]
    for figure in try ServiceFiles.read(path).extract.observations {
      loaded["\(figure.place) \(figure.period.iso)", default: 0] += figure.value ?? 0
      services[figure.place, default: []].insert(figure.period.months)
    }
    #expect(printed == loaded)
    let several = services.values.count { $0.count > 1 }
    print(
      "Library loans: \(loaded.count) sums by service and period; \(several) services with "
        + "periods of several lengths")
    #expect(several == 9)
  }

  @Test("quarters that the file does not name are told apart and never stand for their year")
  func quarters() throws {
    let reading = try ServiceFiles.read("fingertips-next/healthdata.csv")
    let figures = reading.extract.observations.filter { $0.measure.hasPrefix("fingertips.91040") }
    #expect(!figures.isEmpty && figures.allSatisfy { $0.period.months == 3 })
    let manchester = figures.filter {
      $0.place == "E08000003" && $0.period.financialYearStart == 2019
    }
    // 10,354, 18,181, 12,396 and 19,927 people: four rows of 2019.
    #expect(manchester.map(\.count) == [10_354, 18_181, 12_396, 19_927])
    #expect(Set(manchester.map(\.period)).count == 4)
    print("Quarters: \(figures.count) figures")
  }
}

extension Period {
  /// The year in which the financial year of the period's first day begins.
  fileprivate var financialYearStart: Int { start.month < 4 ? start.year - 1 : start.year }
}
