import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite(
  "Figures against the cells of their files",
  .enabled(if: Reference.isPresent && OtherReader.isPresent))
struct CellTests {
  /// Files of every publisher, old and new arrangements.
  static let files = [
    "fingertips/la_hospital_admissions_2324.csv", "fingertips/indicators-CountyUA.data.csv",
    "fingertips-next/healthdata.csv", "explore-local/personal-wellbeing-estimates.csv",
    "explore-local/preventable-cardiovascular-mortality-england.csv",
    "dfe/la_care_leavers_activity.csv", "dfe/cla_number_and_rate_per_10k_children.csv",
    "dfe/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv",
    "dfe/UD_NEETNK_LA_dashboard_2023_final.csv", "homelessness/hclic_201809_TA1.csv",
    "homelessness/hclic_202403_A3.csv", "homelessness/hclic_202509_A1.csv",
    "adult-care/ascof_2024_25_Table_5a_2.csv", "adult-care/ascof_2024_25_Table_2c.csv",
    "crime/ons_Table_C2_ye_dec2024.csv", "crime/ons_Table_P3_ye_dec2024.csv",
    "libraries/services.csv", "oflog/ASC_data.csv",
  ]

  @Test("twenty cells chosen by a seed hold what was loaded", arguments: files)
  func cells(path: String) throws {
    let figures = try ServiceFiles.read(path).extract.observations.filter(Self.isPrinted)
    var choice = SeededChoice(seed: 2024)
    let chosen = (0..<20).compactMap { _ in figures.randomElement(using: &choice) }
    let file = try #require(ServiceFiles.folder?.appendingPathComponent(path))
    let read = try OtherReader.cells(of: file, at: chosen.map { ($0.line, $0.field) })
    let cells = try #require(read)
    #expect(chosen.count == 20)
    for figure in chosen {
      let text = try #require(cells["\(figure.line):\(figure.field)"], "\(path) \(figure)")
      let scale = figure.measure.hasSuffix("households_in_area") ? 1000.0 : 1
      // A carers' survey has a second result in brackets.
      let first = text.split(separator: "(").first.map { $0.replacing(" ", with: "") } ?? ""
      let number = Double(first.replacing(",", with: "")).map { $0 * scale }
      if let value = figure.value {
        let printed = try #require(number, "\(path) \(figure): '\(text)'")
        #expect(abs(value - printed) <= abs(printed) * 1e-12 + (scale > 1 ? 0.5 : 0), "\(figure)")
      } else {
        #expect(number == nil && !figure.status.isEmpty, "\(path) \(figure): '\(text)'")
      }
    }
  }

  /// Figures that were joined from several cells or stand for a part of one are not printed.
  private static func isPrinted(_ figure: Observation) -> Bool {
    !figure.measure.hasSuffix(".previous_population")
      && !(figure.measure.hasPrefix("crime.") && joined.contains(figure.place))
  }

  /// Councils of several partnerships, and those that share one.
  private static let joined: Set<String> = Set(
    Partnerships.councils.values.joined() + [
      "E06000058", "E06000060", "E06000061", "E06000062", "E07000244",
    ])

  /// Figures looked up by hand in the published files.
  static let known:
    [(path: String, place: String, period: String, measure: String, value: Double)] =
      [
        // Table 2c, line of Devon: 1364 of 221728, 615.2 per 100,000.
        (
          "adult-care/ascof_2024_25_Table_2c.csv", "E10000008", "2024-04-01/P1Y", "ascof.2c", 615.2
        ),
        // Table A1, July to September 2018, England: prevention duty owed 37,850.
        (
          "homelessness/hclic_201809_A1.csv", "E92000001", "2018-07-01/P3M",
          "homelessness.a1.prevention_duty", 37850
        ),
        // Table TA1, 31 March 2025, England: families over 6 weeks in bed and breakfast 2,300.
        (
          "homelessness/hclic_202503_TA1.csv", "E92000001", "2025-03-31/P0D",
          "homelessness.ta1.bed_and_breakfast.over_6_weeks", 2300
        ),
        // Table TA1, September 2018, Adur: 28.185 thousand households.
        (
          "homelessness/hclic_201809_TA1.csv", "E07000223", "2018-09-30/P0D",
          "homelessness.ta1.households_in_area", 28185
        ),
        // Reporting year 2025 ends on 31 March 2025; Waltham Forest, children ceasing: 139.
        (
          "dfe/cla_number_and_rate_per_10k_children.csv", "E09000031", "2024-04-01/P1Y",
          "children.looked_after_ceased", 139
        ),
        // Table C2: Swindon, violence against the person 6,347, year to December 2024.
        (
          "crime/ons_Table_C2_ye_dec2024.csv", "E06000030", "2024-01-01/P1Y",
          "crime.violence_against_the_person", 6347
        ),
        // Table P1: England, total recorded crime 5,008,534.
        (
          "crime/ons_Table_P1_ye_dec2024.csv", "E92000001", "2024-01-01/P1Y", "crime.total",
          5_008_534
        ),
        // Fingertips 90284, England 2010/11: 115.2166797 per 10,000.
        (
          "fingertips/la_hospital_admissions_2324.csv", "E92000001", "2010-04-01/P1Y",
          "fingertips.90284.under_15", 115.2166797
        ),
        // 91040, England 2018: four rows in order, the fourth 4.756048158.
        (
          "fingertips-next/healthdata.csv", "E92000001", "2019-01-01/P3M", "fingertips.91040.40_74",
          4.756048158
        ),
        // Participation of 16 and 17 year olds 2025, York: 2.5% NEET or not known.
        (
          "dfe/UD_NEETNK_LA_dashboard_final.csv", "E06000014", "2025-01-01/P1Y",
          "dfe.neet.neet_not_known_percent", 2.5
        ),
        // Library visits 2023/2024, Barnsley under its old code: 578,334.
        (
          "libraries/services.csv", "E08000038", "2023-04-01/P1Y", "libraries.visits", 578_334
        ),
        // ASC5, Manchester 2021-22: 37.5.
        ("oflog/ASC_data.csv", "E08000003", "2021-04-01/P1Y", "oflog.asc5", 37.5),
        // Cornwall and Isles of Scilly stand in a joint row in 2024 to 2025: 20.2 for both.
        (
          "adult-care/ascof_2024_25_Table_6a.csv", "E06000053", "2024-04-01/P1Y", "ascof.6a",
          20.200000000000003
        ),
      ]

  @Test("figures looked up by hand are loaded with their place, period and measure")
  func byHand() throws {
    for (path, place, period, measure, value) in Self.known {
      let found = try ServiceFiles.read(path).extract.observations.filter {
        $0.place == place && $0.period.iso == period && $0.measure == measure
      }
      #expect(found.map(\.value) == [value], "\(path) \(place) \(measure)")
    }
  }

  @Test("four partnerships of one council add up, and one of several councils has no count")
  func partnerships() throws {
    let counts = try ServiceFiles.read("crime/ons_Table_C2_ye_dec2024.csv").extract.observations
    let rates = try ServiceFiles.read("crime/ons_Table_C4_ye_dec2024.csv").extract.observations
    func find(_ figures: [Observation], _ place: String, _ measure: String) -> Observation? {
      figures.first { $0.place == place && $0.measure == measure }
    }
    // Corby, East Northamptonshire, Kettering, Wellingborough in table C2: 5733 + 5530 + 8112 + 7324.
    let total = try #require(find(counts, "E06000061", "crime.total")?.value)
    #expect(total == Self.northNorthamptonshire)
    let shared = try #require(find(counts, "E07000042", "crime.total"))
    #expect(shared.value == nil && shared.status == .notAvailable)
    let rate = try #require(find(rates, "E07000042", "crime.total.rate"))
    #expect(rate.value == find(rates, "E07000040", "crime.total.rate")?.value)
    #expect(rate.status == .estimated)
  }

  private static let northNorthamptonshire = 26_699.0
}
