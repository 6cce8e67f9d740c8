import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

/// All files of all folders, as a user would load them: with no option.
@Suite("Every file of service use", .enabled(if: Reference.isPresent))
struct EveryFileTests {
  /// What is refused, and why: there is no figure of a place in it.
  private static let refused = [
    "adult-care/ascof_2024_25_Comparability_over_time_log.csv": "which years compare, in words",
    "adult-care/ascof_2024_25_Contents.csv": "the list of tables",
    "adult-care/ascof_2024_25_Cover.csv": "the cover",
    "adult-care/ascof_2024_25_Notes.csv": "the notes",
    "crime/ons_Notes_CSP_ye_dec2024.csv": "the notes of the partnerships' tables",
    "crime/ons_Notes_PFA_ye_dec2024.csv": "the notes of the police forces' tables",
    "crime/ons_Table_C1_ye_dec2024.csv": "which councils make a partnership",
    "dfe-lait/lait_data_dictionary.csv": "the dictionary of the tool's measures",
    "fingertips-next/agedata.csv": "the list of ages",
    "fingertips-next/categories.csv": "the list of categories",
    "fingertips-next/fingertips_indicator_metadata.csv": "units and methods of indicators",
    "fingertips-next/indicators.csv": "names and polarities of indicators",
  ]

  /// The rows of a folder.
  private struct Tally {
    var files = 0
    var rows = 0
    var loaded = 0
    var rejected = 0
    var aside = 0
    var figures = 0
  }

  @Test(
    "of every file at least 99 in 100 rows of data load, or it holds no figures; no row is lost")
  func everyFile() throws {
    let (readings, refused) = try ServiceFiles.readings.get()
    var tallies: [String: Tally] = [:]
    var order: [String] = []
    for (name, reading) in readings {
      let ledger = reading.extract.ledger
      #expect(ledger.read == ledger.loaded + ledger.rejected + ledger.skipped, "\(name)")
      #expect(ledger.rejected <= 9, "\(name)")
      // What stands twice is in the database already; headers, notes and blank rows are no data.
      let aside = ledger.skipped(.unused) + ledger.skipped(.total)
      let data = ledger.loaded + ledger.rejected + aside
      #expect(ledger.loaded * 100 >= data * 99, "\(name): \(ledger.loaded) of \(data)")
      if tallies[reading.source.layout] == nil { order.append(reading.source.layout) }
      var tally = tallies[reading.source.layout] ?? Tally()
      tally.files += 1
      tally.rows += ledger.read
      tally.loaded += ledger.loaded
      tally.rejected += ledger.rejected
      tally.aside += aside
      tally.figures += reading.extract.observations.count
      tallies[reading.source.layout] = tally
    }
    #expect(refused == Self.refused.keys.sorted())
    #expect(readings.count == 167 && order.count == 11)
    Self.show(order, tallies, refused: refused.count)
  }

  private static func show(_ order: [String], _ tallies: [String: Tally], refused: Int) {
    func line(_ cells: [String]) {
      print(
        zip(cells, [18, 6, 8, 8, 9, 9, 8]).map { text, width in
          String(repeating: " ", count: max(0, width - text.count)) + text
        }.joined())
    }
    line(["layout", "files", "rows", "loaded", "rejected", "not used", "figures"])
    for layout in order {
      guard let tally = tallies[layout] else { continue }
      line(
        [layout]
          + [
            tally.files, tally.rows, tally.loaded, tally.rejected, tally.aside, tally.figures,
          ].map(String.init))
    }
    print("refused, without figures: \(refused) files")
  }
}
