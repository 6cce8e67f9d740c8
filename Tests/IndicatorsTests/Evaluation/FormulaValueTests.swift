import Evidence
import Testing

@testable import Indicators

@Suite("The value of a formula")
struct FormulaValueTests {
  typealias Land = InventedLand

  private static var figures: InventedFigures {
    var figures = InventedFigures()
    for (year, value) in [(2012, 40.0), (2014, 50), (2019, 90), (2024, 200)] {
      figures.keep("outturn.asc.net", Land.northam, year, value)
      figures.keep("outturn.csc.net", Land.northam, year, -value)
    }
    figures.keep("outturn.edu.net", Land.northam, 2014, 0)
    figures.keep("outturn.edu.net", Land.northam, 2024, 10)
    figures.keep("ro3.csca.net", Land.northam, 2024, 30)
    figures.keep("ro3.cscb.net", Land.northam, 2024, 70)
    return figures
  }

  @Test(
    "is worked as written",
    arguments: [
      ("outturn.asc.net", 2024, "200"), ("outturn.asc.net / 4", 2024, "50"),
      ("outturn.asc.net per head", 2024, "2"),
      ("outturn.asc.net per 1000 population.all", 2024, "2000"),
      ("outturn.asc.net / (outturn.asc.net - 200)", 2024, "[x]"),
      ("-outturn.asc.net", 2024, "-200"), ("ro3.*.net", 2024, "100"),
      ("ro3.csc*.net", 2024, "100"), ("ro3.x*.net", 2024, "[z]"), ("ro3.cscc.net", 2024, "[x]"),
      // A form that a year does not have adds nothing to it.
      ("ro3.*.net", 2014, "[z]"), ("outturn.asc.net + ro3.*.net", 2014, "50"),
      ("outturn.asc.net", 2013, "[x]"), ("nonsense", 2024, "[x]"),
      // Prices of 2014-15 are half those of 2024-25.
      ("real(outturn.asc.net)", 2014, "100"), ("real(outturn.asc.net)", 2024, "200"),
      ("real(outturn.asc.net) per head", 2019, "1.2"),
    ])
  func worked(formula: String, year: Int, said: String) throws {
    #expect(try Self.figures.said(formula, Land.northam, year) == said)
  }

  @Test(
    "of a change is given in per cent since a year, or since so many years",
    arguments: [
      ("change(outturn.asc.net, 10)", 2024, "300"),
      ("change(outturn.asc.net, from 2014-15)", 2024, "300"),
      ("change(outturn.asc.net, from 2014-15)", 2019, "80"),
      ("change(real(outturn.asc.net), from 2014-15)", 2024, "100"),
      ("change(real(outturn.asc.net) per head, 10)", 2024, "100"),
      // No figure, no base, no change against itself or backwards.
      ("change(outturn.asc.net, 9)", 2024, "[x]"), ("change(outturn.asc.net, 10)", 2023, "[x]"),
      ("change(outturn.asc.net, from 2024-25)", 2024, "[x]"),
      ("change(outturn.asc.net, from 2024-25)", 2014, "[x]"),
      // A percentage of income or of nothing says nothing.
      ("change(outturn.csc.net, 10)", 2024, "[x]"), ("change(outturn.edu.net, 10)", 2024, "[x]"),
    ])
  func change(formula: String, year: Int, said: String) throws {
    #expect(try Self.figures.said(formula, Land.northam, year) == said)
  }

  @Test("of a change is not given across a break, and is from the break on")
  func breaks() throws {
    var figures = Self.figures
    figures.catalogue.breaks = SeriesBreaks([
      .init(measure: "outturn.asc.*", period: .financialYear(2014), reason: "defined anew")
    ])
    figures.keep("outturn.asc.net", Land.northam, 2014, 50, .seriesBreak)
    #expect(
      try figures.said("change(outturn.asc.net, from 2012-13)", Land.northam, 2024) == "[xb]")
    #expect(
      try figures.said("change(outturn.asc.net, from 2012-13)", Land.northam, 2014) == "[xb]")
    // The break is behind the base year: its mark goes.
    #expect(
      try figures.said("change(outturn.asc.net, from 2014-15)", Land.northam, 2024) == "300")
    #expect(
      try figures.said(
        "change(outturn.asc.net + outturn.edu.net, from 2012-13)", Land.northam, 2019)
        == "[xb]")
    #expect(try figures.said("outturn.asc.net", Land.northam, 2014) == "50 b")
    #expect(try figures.said("change(outturn.csc.net, from 2012-13)", Land.northam, 2024) == "[x]")
  }

  @Test("keeps a mark of either year of a change")
  func marks() throws {
    var figures = Self.figures
    figures.keep("outturn.asc.net", Land.northam, 2024, 200, .provisional)
    #expect(try figures.said("change(outturn.asc.net, 10)", Land.northam, 2024) == "300 p")
  }

  @Test("without an index of prices for the year is none")
  func noPrices() throws {
    var figures = InventedFigures(years: 2014...2024)
    figures.keep("outturn.asc.net", Land.northam, 2012, 40)
    #expect(try figures.said("real(outturn.asc.net)", Land.northam, 2012) == "[x]")
  }
}

@Suite("A share by scheme")
struct ShareTests {
  typealias Land = InventedLand

  private static func line(
    _ scheme: String, _ line: String, _ service: String, _ shares: [Double]
  ) -> PreventionScheme.Line {
    .init(
      scheme: scheme, line: line, service: service, shares: shares, confidence: "high", basis: "",
      source: "", isRingFenced: service == "phs")
  }

  private static var figures: InventedFigures {
    var figures = InventedFigures()
    // foundational, primary, secondary, tertiary, acute, unclassified.
    figures.catalogue.prevention = PreventionScheme([
      line("default", "ro3.csca", "csc", [0, 0.5, 0.5, 0, 0, 0]),
      line("default", "ro3.cscb", "csc", [0, 0, 0.25, 0, 0.75, 0]),
      line("default", "ro3.ph", "phs", [0, 1, 0, 0, 0, 0]),
      line("strict", "ro3.csca", "csc", [0, 0, 0, 1, 0, 0]),
      line("strict", "ro3.cscb", "csc", [0, 0, 0, 0, 1, 0]),
    ])
    figures.keep("ro3.csca.net", Land.northam, 2024, 40)
    figures.keep("ro3.cscb.net", Land.northam, 2024, 60)
    figures.keep("ro3.ph.net", Land.northam, 2024, 100)
    return figures
  }

  @Test(
    "weighs each line by its part at the levels",
    arguments: [
      ("share(primary + secondary, default, csc)", "55"), ("share(primary, default, csc)", "20"),
      ("share(acute, default, csc)", "45"), ("share(primary + secondary, strict, csc)", "0"),
      ("share(tertiary, strict, csc)", "40"),
      // Of all services, and of one service among all.
      ("share(primary + secondary, default, all)", "77.5"),
      ("share(primary, default, phs.all)", "50"),
      ("share(primary, default, asc)", "[x]"), ("share(primary, none, csc)", "[x]"),
      (
        "share(foundational + primary + secondary + tertiary + acute + unclassified, default, all)",
        "100"
      ),
    ])
  func weighed(formula: String, said: String) throws {
    #expect(try Self.figures.said(formula, Land.northam, 2024) == said)
  }

  @Test("of a year without the form is none, and of a group is made of its sums")
  func places() throws {
    var figures = Self.figures
    let formula = "share(primary + secondary, default, csc)"
    #expect(try figures.said(formula, Land.northam, 2014) == "[x]")
    for (place, a, b) in [(Land.millbridge, 0.0, 100.0), (Land.keepshire, 60, 40)] {
      figures.keep("ro3.csca.net", place, 2024, a)
      figures.keep("ro3.cscb.net", place, 2024, b)
    }
    // 100 of line a and a quarter of 200 of line b, of 300.
    #expect(try figures.said(formula, Land.threeParts, 2024) == "50")
    figures.keep("ro3.cscb.net", Land.keepshire, 2024, nil)
    #expect(try figures.figure(formula, Land.threeParts, 2024).value == nil)
  }
}
