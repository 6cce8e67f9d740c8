import Evidence
import Places
import TestSupport
import Testing

@testable import Importers

/// data-council-spending.md section 2, "Reconciliation".
@Suite("England's published row", .enabled(if: Reference.isPresent))
struct EnglandTotalsTests {
  private static let england = "E92000001"

  /// The authorities' sum less England's row, by measure, in pence.
  private func differences(_ sheet: PublishedSheet) throws -> [String: Double] {
    var differences: [String: Double] = [:]
    for figure in try PublishedFolder.reading(sheet.path).extract.observations {
      guard let value = figure.value else { continue }
      differences[figure.measure, default: 0] += figure.place == Self.england ? -value : value
    }
    return differences
  }

  /// The names of authorities without a figure of a measure.
  private func missing(_ sheet: PublishedSheet, _ measure: String) throws -> [String] {
    try PublishedFolder.reading(sheet.path).extract.observations
      .filter { $0.measure == measure && $0.value == nil }
      .compactMap { PublishedFolder.register[$0.place]?.name }.sorted()
  }

  @Test(
    "is the sum of its authorities within £1, measure by measure, to 2015-16",
    arguments: PublishedSheet.summaries.filter { $0.year <= 2015 })
  func exact(sheet: PublishedSheet) throws {
    let differences = try differences(sheet)
    #expect(differences.count == sheet.measures)
    for (measure, difference) in differences {
      #expect(abs(difference) <= 100, "\(measure) differs by \(difference) pence")
    }
  }

  @Test(
    "holds bodies in 2016-17 and 2017-18 that are shown as missing",
    arguments: [
      (2016, ["Dorset Police", "Isles of Scilly"]), (2017, ["Copeland"]),
    ])
  func missing(year: Int, names: [String]) throws {
    let sheet = try #require(PublishedSheet.summaries.first { $0.year == year })
    let missing = try missing(sheet, "outturn.tot.net")
    #expect(missing == names)
    let difference = try #require(try differences(sheet)["outturn.tot.net"]) / 100
    print("\(year): \(missing) missing; sum less England £\(Int(difference))")
    // Small bodies: England's row holds them still, so the sum is the smaller.
    #expect(difference < -1_000_000 && difference > -200_000_000)
  }

  @Test(
    "is grossed up for authorities without a return from 2022-23",
    arguments: [(2022, 23, -3.21), (2023, 44, -9.15), (2024, 9, -3.17)])
  func grossedUp(year: Int, count: Int, billions: Double) throws {
    let sheet = try #require(PublishedSheet.services.first { $0.year == year })
    let missing = try missing(sheet, "outturn.tot.net")
    #expect(missing.count == count && missing.contains("Birmingham"))
    let difference = try #require(try differences(sheet)["outturn.tot.net"]) / 100
    print(
      "\(year): sum less England £\(Int(difference)); missing: \(missing.joined(separator: ", "))")
    #expect(abs(difference / 1e9 - billions) < 0.005)
  }
}
