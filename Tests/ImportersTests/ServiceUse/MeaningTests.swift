import Evidence
import Foundation
import Places
import TestSupport
import Testing

@testable import Importers

/// Figures against what another program finds in the publisher's file: not only the number in the
/// cell, but the place its row names, the heading above it, the period and the subject.
@Suite("What a figure means", .enabled(if: Reference.isPresent && Python.isPresent))
struct MeaningTests {
  /// Every publisher, and homelessness before and after its headings changed.
  static let files = [
    "fingertips/la_hospital_admissions_2324.csv", "fingertips/indicators-CountyUA.data.csv",
    "fingertips-next/healthdata.csv", "explore-local/personal-wellbeing-estimates.csv",
    "explore-local/early-years.csv", "dfe/la_care_leavers_activity.csv",
    "dfe/cla_number_and_rate_per_10k_children.csv", "dfe/UD_NEETNK_LA_dashboard_2023_final.csv",
    "dfe-lait/bds_long_selected.csv", "homelessness/hclic_201809_A1.csv",
    "homelessness/hclic_202509_A1.csv", "homelessness/hclic_201906_P1.csv",
    "homelessness/hclic_202503_P1.csv", "homelessness/hclic_201809_R1.csv",
    "homelessness/hclic_202503_R1.csv", "homelessness/hclic_201812_TA1.csv",
    "homelessness/hclic_202409_TA1.csv", "adult-care/ascof_2024_25_Table_2c.csv",
    "adult-care/ascof_2024_25_Table_5a_2.csv", "crime/ons_Table_C2_ye_dec2024.csv",
    "libraries/services.csv", "oflog/ASC_data.csv",
  ]

  @Test("forty figures chosen by a seed mean what their rows and headings say", arguments: files)
  func meaning(path: String) throws {
    let figures = try ServiceFiles.read(path).extract.observations.filter(Self.isOfOneRow)
    var seeded = Seeded(15)
    let chosen = (0..<40).map { _ in figures[seeded.below(figures.count)] }
    let file = try #require(ServiceFiles.folder?.appendingPathComponent(path))
    let findings = try #require(
      try MeaningScript.findings(in: file, at: chosen.map { ($0.line, $0.field) }))
    var compared = 0
    for (figure, found) in zip(chosen, findings) {
      let what = "\(path):\(figure.line):\(figure.field) \(figure) \(found)"
      #expect(Self.hasValue(figure, found), "\(what)")
      #expect(Self.isPlace(figure, found), "\(what)")
      #expect(Self.isPeriod(figure.period, found.period), "\(what)")
      #expect(ExpectedMeasure.fits(figure.measure, found), "\(what)")
      compared += 1
    }
    #expect(compared == 40)
  }

  /// Crime of councils with several partnerships, or with a share of one, stands in no one cell.
  private static func isOfOneRow(_ figure: Observation) -> Bool {
    !figure.measure.hasSuffix(".previous_population")
      && !(figure.measure.hasPrefix("crime.") && joined.contains(figure.place))
  }

  private static let joined: Set<String> = Set(
    Partnerships.councils.values.joined() + [
      "E06000058", "E06000060", "E06000061", "E06000062", "E07000244",
    ])

  private static func hasValue(_ figure: Observation, _ found: MeaningScript.Finding) -> Bool {
    // Of two results in a cell the second, in brackets, is another measure.
    let text = found.text.prefix { $0 != "(" }.filter { $0 != "," && $0 != " " }
    let factor =
      figure.measure.hasSuffix("households_in_area") ? 1000.0 : ExpectedMeasure.factor(figure)
    guard let value = figure.value else {
      let letters = ["c", "x", "z", "u", "k"].filter { figure.status.text.contains($0) }.joined()
      return markers[found.text, default: []].contains(letters)
    }
    guard let printed = Double(text) else { return false }
    let rounding = figure.measure.hasSuffix("households_in_area") ? 0.5 : 0
    return abs(value - printed * factor) <= rounding + abs(value) * 1e-12
      && !figure.status.isBlank
  }

  /// What a marker may be read as.
  private static let markers: [String: Set<String>] = [
    "": ["x", "c"], "c": ["c"], "[c]": ["c"], "x": ["x"], "[x]": ["x"], "..": ["x"], "z": ["z"],
    "[z]": ["z"], "-": ["z", "c", "x"], "u": ["xu"], "k": ["k"], "low": ["k"],
  ]

  private static func isPlace(_ figure: Observation, _ found: MeaningScript.Finding) -> Bool {
    let register = ServiceFiles.register
    if found.code.utf8.count == 3 {
      // A number of the Department for Education: the place's name stands beside it.
      guard let name = found.subject.last, let place = register[figure.place] else { return false }
      let plain: (String) -> String = { ExpectedMeasure.words($0.replacing("&", with: "and")) }
      return plain(place.name).contains(plain(name)) || plain(name).contains(plain(place.name))
        || register.resolve(name).place?.code == figure.place || place.tier == .region
    }
    if ["E67000001", "E67000002"].contains(found.code) {
      return figure.status.contains(.estimated)
    }
    return found.code == figure.place || register.currentCode(for: found.code) == figure.place
  }

  private static func isPeriod(_ period: Period, _ found: String) -> Bool {
    guard found.hasPrefix("about ") else { return period.iso == found }
    guard let year = Int(found.dropFirst(6)) else { return false }
    // A year may be named by its end, and the last quarter of a financial year is the next year's.
    let start = period.start
    return start.year == year || start.year == year - 1
      || (start.year == year + 1 && start.month == 1 && period.months == 3)
  }
}
