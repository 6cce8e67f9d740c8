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

  /// Files of which more than one row in a hundred is left out, and what those rows are.
  private static let leftOut = [
    "crime/ons_Table_C2_ye_dec2024.csv": "police forces as a whole; offences without a place",
    "crime/ons_Table_C3_ye_dec2024.csv": "police forces as a whole; offences without a place",
    "crime/ons_Table_C4_ye_dec2024.csv": "police forces as a whole; offences without a place",
    "crime/ons_Table_P1_ye_dec2024.csv": "Wales's forces and the railway police",
    "crime/ons_Table_P3_ye_dec2024.csv": "Wales's forces",
    "crime/ons_Table_P5_ye_dec2024.csv": "Wales's forces and the railway police",
    "explore-local/engagement-with-culture-and-heritage.csv": "European regions",
    "explore-local/homicide-offences.csv": "Welsh and other police forces",
    "fingertips-next/healthdata.csv": "general practices and health boards",
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

  @Test("every file loads by its own layout or holds no figures, and no row is lost")
  func everyFile() throws {
    let (readings, refused) = try ServiceFiles.readings.get()
    var tallies: [String: Tally] = [:]
    var order: [String] = []
    var leftOut: Set<String> = []
    for (name, reading) in readings {
      let ledger = reading.extract.ledger
      #expect(ledger.read == ledger.loaded + ledger.rejected + ledger.skipped, "\(name)")
      #expect(ledger.rejected <= 9, "\(name)")
      // What stands twice or adds up others is in the database already.
      let aside = ledger.skipped(.unused)
      if aside * 99 > ledger.loaded { leftOut.insert(name) }
      #expect(ledger.loaded * 100 >= (ledger.loaded + ledger.rejected) * 99, "\(name)")
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
    #expect(leftOut == Set(Self.leftOut.keys))
    #expect(readings.count == 167 && order.count == 11)
    Self.show(order, tallies, refused: refused.count)
    for name in leftOut.sorted() { print("not used in \(name): \(Self.leftOut[name] ?? "?")") }
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
