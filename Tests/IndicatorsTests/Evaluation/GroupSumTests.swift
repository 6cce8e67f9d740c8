import Evidence
import Testing

@testable import Indicators

@Suite("A group of councils")
struct GroupSumTests {
  typealias Land = InventedLand

  private static func care(
    northam: Double? = 10, millbridge: Double? = 20, keepshire: Double? = 30
  ) -> InventedFigures {
    var figures = InventedFigures()
    for (place, value) in [
      (Land.northam, northam), (Land.millbridge, millbridge), (Land.keepshire, keepshire),
    ] {
      figures.keep("outturn.asc.net", place, 2024, value)
    }
    figures.keep("outturn.asc.net", Land.keepWest, 2024, 0)
    return figures
  }

  @Test("is the sum of its members that have the duty, complete without its districts")
  func complete() throws {
    let figure = try Self.care().figure("outturn.asc.net", Land.threeParts, 2024)
    #expect(figure.value == 60 && figure.coverage == 1 && figure.status.isEmpty)
    // 60 for 100 + 300 + 600 residents, counted once: the districts' are the county's.
    let rate = try Self.care().figure("outturn.asc.net per head", Land.threeParts, 2024)
    #expect(rate.numerator == 60 && rate.denominator == 1000)
  }

  @Test("with a member missing is a lower bound, with the share of people whose council is in it")
  func partial() throws {
    let figures = Self.care(millbridge: nil)
    let figure = try figures.figure("outturn.asc.net", Land.threeParts, 2024)
    // 100 and 600 of 1,000 residents of councils that have the duty.
    #expect(figure.value == 40 && figure.status == .notAvailable)
    #expect(figure.coverage.map { ($0 * 1e9).rounded() / 1e9 } == 0.7)
    for formula in [
      "outturn.asc.net per head", "100 * outturn.asc.net / outturn.asc.net",
      "change(outturn.asc.net, 1)",
    ] {
      #expect(try figures.figure(formula, Land.threeParts, 2024).value == nil)
    }
  }

  @Test("with no word at all of a member that has the duty is partial as well")
  func silent() throws {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.northam, 2024, 10)
    figures.keep("outturn.asc.net", Land.keepshire, 2024, 30)
    let figure = try figures.figure("outturn.asc.net", Land.threeParts, 2024)
    #expect(figure.value == 40 && figure.isPartial)
  }

  @Test("is partial also for a year without residents, whose shares cannot be weighed by people")
  func withoutResidents() throws {
    var figures = InventedFigures(years: 2010...2023)
    for (place, value) in [(Land.northam, 10.0), (Land.keepshire, 30)] {
      figures.keep("outturn.asc.net", place, 2024, value)
    }
    figures.keep("outturn.asc.net", Land.millbridge, 2024, nil)
    let figure = try figures.figure("outturn.asc.net", Land.threeParts, 2024)
    #expect(figure.value == 40 && figure.isPartial && figure.status.contains(.notAvailable))
    figures.keep("outturn.asc.net", Land.millbridge, 2024, 5)
    let whole = try figures.figure("outturn.asc.net", Land.threeParts, 2024)
    #expect(whole.value == 45 && whole.coverage == 1)
  }

  @Test("of which no member has a figure has none")
  func none() throws {
    let figures = Self.care(northam: nil, millbridge: nil, keepshire: nil)
    let figure = try figures.figure("outturn.asc.net", Land.threeParts, 2024)
    #expect(figure.value == nil && figure.status.contains(.notAvailable))
    #expect(try figures.said("outturn.csc.net", Land.threeParts, 2024) == "[x]")
  }

  @Test("needs no figure of members that need not run a service")
  func some() throws {
    var figures = InventedFigures()
    figures.keep("outturn.oth.net", Land.northam, 2024, 5)
    let figure = try figures.figure("outturn.oth.net", Land.threeParts, 2024)
    #expect(figure.value == 5 && figure.coverage == 1)
  }

  @Test("sums numerator and denominator before it divides them")
  func rates() throws {
    var figures = Self.care()
    for (place, value) in [(Land.northam, 40.0), (Land.millbridge, 60), (Land.keepshire, 100)] {
      figures.keep("outturn.csc.net", place, 2024, value)
    }
    #expect(
      try figures.said("100 * outturn.asc.net / outturn.csc.net", Land.threeParts, 2024) == "30")
  }

  @Test("has restated members, and says so")
  func restated() throws {
    var rows = InventedFigures()
    rows.keep("outturn.asc.net", Land.northam, 2024, 1)
    #expect(try rows.figure("outturn.asc.net", Land.threeParts, 2024).isRestated == false)
  }

  @Test("prefers a figure of its own that was published")
  func published() throws {
    var figures = Self.care()
    figures.keep("outturn.asc.net", Land.threeParts, 2024, 61)
    #expect(try figures.said("outturn.asc.net", Land.threeParts, 2024) == "61")
  }

  @Test("has no sum of rates, and of scores the mean weighted by residents, marked estimated")
  func means() throws {
    var figures = InventedFigures()
    for (place, value) in [
      (Land.northam, 10.0), (Land.millbridge, 20), (Land.keepWest, 30), (Land.keepEast, 40),
    ] {
      figures.keep("score", place, 2024, value)
      figures.keep("rate", place, 2024, value)
    }
    // (10·100 + 20·300 + 30·200 + 40·400) / 1,000 residents.
    #expect(try figures.said("score", Land.threeParts, 2024) == "29 e")
    #expect(try figures.said("score", Land.keepshire, 2024) == "36.666667 e")
    #expect(try figures.said("rate", Land.threeParts, 2024) == "[x]")
    figures.keep("score", Land.keepEast, 2024, nil)
    #expect(try figures.said("score", Land.threeParts, 2024) == "[x]")
  }
}

@Suite("Bodies that serve a place")
struct BodySumTests {
  typealias Land = InventedLand

  private static var figures: InventedFigures {
    var figures = InventedFigures()
    for (place, value) in [
      (Land.police, 100.0), (Land.fire, 40), (Land.threePartsBody, 25), (Land.northam, 10),
      (Land.millbridge, 20), (Land.keepshire, 30), (Land.keepWest, 1), (Land.keepEast, 2),
    ] {
      figures.keep("outturn.tot.net", place, 2024, value)
      figures.keep("outturn.tot.net", place, 2012, value)
    }
    return figures
  }

  @Test(
    "are summed by kind where they serve it whole and nowhere else",
    arguments: [
      ("bodies(police, outturn.tot.net)", "100"),
      ("bodies(combined_authority_body, outturn.tot.net)", "25"),
      // It serves Seaport as well, so it cannot be cut to the place.
      ("bodies(fire, outturn.tot.net)", "[x]"),
      // There is none.
      ("bodies(waste, outturn.tot.net)", "[z]"),
      ("outturn.tot.net", "63"),
      ("outturn.tot.net + bodies(police, outturn.tot.net)", "163"),
      ("outturn.tot.net + bodies(waste, outturn.tot.net)", "63"),
      ("outturn.tot.net + bodies(fire, outturn.tot.net)", "[x]"),
    ])
  func group(formula: String, said: String) throws {
    #expect(try Self.figures.said(formula, Land.threeParts, 2024) == said)
  }

  @Test("are not given to one council of several that they serve")
  func council() throws {
    #expect(try Self.figures.said("bodies(police, outturn.tot.net)", Land.northam, 2024) == "[x]")
  }

  @Test("are those of the year")
  func year() throws {
    let formula = "bodies(combined_authority_body, outturn.tot.net)"
    #expect(try Self.figures.said(formula, Land.threeParts, 2012) == "[z]")
  }
}
