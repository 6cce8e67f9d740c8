import Evidence
import TestSupport
import Testing

@testable import Importers

/// A published reference file, what it holds, and how it is read.
struct ReferenceFile: Sendable, CustomTestStringConvertible {
  let path: String
  /// The layout, or nil where the file is to be refused.
  let layout: String?
  /// Records, counted with Python's `csv` module.
  let rows: Int
  /// Records below the header that are not loaded.
  var others = 0
  var measure: String?

  var testDescription: String { path }
}

@Suite("A published reference file", .enabled(if: Reference.isPresent))
struct ReferenceFilesTests {
  static let files = [
    ReferenceFile(path: "deflators/gdp_deflator_2026-03.csv", layout: "deflator", rows: 77),
    ReferenceFile(path: "deflators/ons_ybgb.csv", layout: "deflator", rows: 366, others: 288),
    ReferenceFile(
      path: "population/dfe_mid-year_2012_to_2024.csv", layout: "population", rows: 2133),
    ReferenceFile(path: "population/population-count.csv", layout: "population", rows: 13_933),
    ReferenceFile(
      path: "population/median-age.csv", layout: "population", rows: 13_933,
      measure: "population.median_age"),
    ReferenceFile(
      path: "population/percentage-of-the-population-aged-0-to-15.csv", layout: "population",
      rows: 13_933, measure: "population.percent_0_15"),
    ReferenceFile(
      path: "population/percentage-of-the-population-aged-16-to-64.csv", layout: "population",
      rows: 13_933, measure: "population.percent_16_64"),
    ReferenceFile(
      path: "population/percentage-of-the-population-aged-65-plus.csv", layout: "population",
      rows: 13_933, measure: "population.percent_65_plus"),
    ReferenceFile(
      path: "population/single_year_of_age_mid-2020_lad20.csv", layout: "population", rows: 337),
    ReferenceFile(path: "population/esp2013.csv", layout: nil, rows: 20),
    ReferenceFile(path: "places/drkane/area_all_codes.csv", layout: "places", rows: 463),
    ReferenceFile(path: "places/drkane/la_all_codes.csv", layout: "places", rows: 416),
    ReferenceFile(path: "places/drkane/rgn_all_codes.csv", layout: "places", rows: 10),
    ReferenceFile(path: "places/drkane/utla_all_codes.csv", layout: "places", rows: 219),
    ReferenceFile(path: "places/humaniverse/lookup_ltla_ltla.csv", layout: "places", rows: 394),
    ReferenceFile(path: "places/humaniverse/imd2019_england_ltla23.csv", layout: nil, rows: 297),
    ReferenceFile(path: "places/humaniverse/ruc21_ltla24.csv", layout: nil, rows: 319),
    ReferenceFile(
      path: "places/mysociety/lookup_gss_to_registry.csv", layout: "places", rows: 484, others: 25),
    ReferenceFile(
      path: "places/mysociety/lookup_name_to_registry.csv", layout: "places", rows: 1775, others: 50
    ),
    ReferenceFile(
      path: "places/mysociety/uk_local_authorities_current.csv", layout: "places", rows: 471,
      others: 25),
    ReferenceFile(path: "places/ons/cluster-allocation.csv", layout: "places", rows: 362),
    ReferenceFile(path: "places/ons/global-neighbours.csv", layout: "places", rows: 398),
    ReferenceFile(path: "places/ons/lad25_cauth25.csv", layout: "places", rows: 107),
  ]

  @Test("is loaded or refused as it should be, and every row is accounted for", arguments: files)
  func loaded(file: ReferenceFile) throws {
    let path = "reference/\(file.path)"
    let chosen = options { $0.measure = file.measure }
    guard let layout = file.layout else {
      let error = refusal { () throws(ImportError) in try PublishedFolder.reading(path, chosen) }
      #expect(error?.kind == .notRecognised)
      return
    }
    let reading = try PublishedFolder.reading(path, chosen)
    let ledger = reading.extract.ledger
    #expect(reading.source.layout == layout)
    #expect(ledger.balances && ledger.read == file.rows)
    // What is left out: the header; quarters of the index; Northern Ireland's former districts,
    // which had ended before the register begins, each with its note.
    #expect(ledger.rejected == 0 && reading.extract.rejects.isEmpty)
    #expect(ledger.loaded == file.rows - 1 - file.others)
    let isList = layout == "places"
    #expect(reading.extract.notes.count == (isList ? file.others : 0))
    #expect(reading.extract.observations.isEmpty == isList)
    #expect((reading.extract.places != nil) == isList)
  }
}
