import Evidence
import Places
import Testing

@testable import Indicators

/// Figures that analysis.md worked from the publishers' own files, found again in ours.
@Suite("The shipped data")
struct KnownFiguresTests {
  private static let england = "E92000001"
  private static let manchester = "E08000003"
  private static let birmingham = "E08000025"
  private static let greaterManchester = "E47000001"
  private static let westMidlands = "E47000007"
  private static let eastMidlands = "E47000013"

  @Test("are read whole: every catalogue row is understood and every data set is there")
  func whole() throws {
    let held = try ShippedFigures.held.get()
    #expect(held.files >= 69 && held.figures > 500_000)
    let catalogue = ShippedCatalogue.catalogue
    #expect(catalogue.indicators.count == ShippedTable("catalogue/indicators.csv").records.count)
    #expect(catalogue.measures.count == ShippedTable("catalogue/measures.csv").records.count)
    #expect(catalogue.breaks.rows.count == ShippedTable("catalogue/breaks.csv").records.count)
    let duties = ShippedTable("catalogue/duties.csv")
    #expect(duties.records.allSatisfy { PlaceKind(rawValue: $0[1]) != nil })
    for line in catalogue.prevention.lines {
      #expect(abs(line.shares.reduce(0, +) - 1) < 1e-9, "\(line.scheme) \(line.line)")
    }
  }

  @Test("name a service as the list of duties does, wherever they name one")
  func services() {
    let known = Set(ShippedTable("catalogue/duties.csv").records.map { $0[0] })
    let catalogue = ShippedCatalogue.catalogue
    for measure in catalogue.measures where !measure.service.isEmpty {
      // Adults' and children's care stood under one heading in 2010-11.
      #expect(known.contains(measure.service) || measure.service == "sc", "\(measure.id)")
    }
    for indicator in catalogue.indicators where !indicator.service.isEmpty {
      #expect(known.contains(indicator.service), "\(indicator.id)")
    }
  }

  @Test("say of a county's housing that it is not its to run")
  func housing() throws {
    let lancashire = try ShippedFigures.figure("outturn.hou.net", "E10000017", 2010)
    #expect(lancashire.isNotApplicable)
  }

  @Test("reads every measure that a formula names, or a family that has members")
  func measures() throws {
    let cube = try ShippedFigures.held.get().cube
    // Figures of pay are computed and kept in the cube by the build.
    let computed = Set(PayFigures(ShippedPay.estimates).all.map(\.measure))
    for indicator in ShippedCatalogue.catalogue.indicators {
      for pattern in indicator.expression.measures {
        #expect(
          computed.contains(pattern) || !cube.columns(fitting: pattern).isEmpty,
          "\(indicator.id): \(pattern)")
      }
    }
  }

  @Test(
    "tell what Greater Manchester's bodies spend outside education: analysis.md section 1, row 10",
    arguments: [
      // 2024-25, £ million.
      ("money_councils", 3331.5), ("money_combined_authority", 4193.6 - 3331.5),
      ("money_police", 5116.2 - 4193.6), ("money_all", 5116.2),
    ])
  func greaterManchester(indicator: String, millions: Double) throws {
    let figure = try ShippedFigures.value(indicator, Self.greaterManchester, 2024)
    #expect(try #require(figure.value) / 1e6 == Rounded(millions, 0.11))
    #expect(figure.coverage == nil || figure.coverage == 1)
  }

  @Test(
    "tell what adult care costs in Manchester for each resident: analysis.md section 3, row 5",
    arguments: [(2011, 494.0), (2014, 419), (2024, 488)])
  func adultCare(year: Int, pounds: Double) throws {
    let value = try ShippedFigures.value("asc_net_head_real", Self.manchester, year).value
    #expect(try #require(value).rounded() == pounds)
  }

  @Test("tell that Manchester's adult care fell or rose by the base year: section 1, row 3")
  func endPoints() throws {
    let fall = try ShippedFigures.figure(
      "change(real(outturn.asc.net) per head, from 2011-12)", Self.manchester, 2023)
    #expect(try #require(fall.value).rounded() == -6)
    let rise = try ShippedFigures.figure(
      "change(real(outturn.asc.net) per head, from 2014-15)", Self.manchester, 2024)
    #expect(try #require(rise.value).rounded() == 16)
  }

  @Test(
    "tell England's prevention share by scheme: analysis.md section 1, row 7",
    arguments: [("prevention_csc", 20.5), ("prevention_csc_strict", 5.9)])
  func prevention(indicator: String, percent: Double) throws {
    let value = try ShippedFigures.value(indicator, Self.england, 2024).value
    #expect(try #require(value) == Rounded(percent, 0.05))
  }

  @Test(
    "tell the early-help share of children's services: analysis.md section 1, row 7",
    arguments: [
      ("E92000001", 33.6, 18.4), ("E08000003", 28.5, 16.4), ("E08000025", 28.5, 18.8),
    ])
  func earlyHelp(place: String, first: Double, last: Double) throws {
    let before = try ShippedFigures.value("early_help_share_long", place, 2012).value
    let after = try ShippedFigures.value("early_help_share_long", place, 2024).value
    #expect(try #require(before) == Rounded(first, 0.05))
    #expect(try #require(after) == Rounded(last, 0.05))
  }

  @Test("tell of the West Midlands' adult care a lower bound only: analysis.md section 1, row 11")
  func westMidlands() throws {
    let care = try ShippedFigures.figure("outturn.asc.net", Self.westMidlands, 2024)
    #expect(try #require(care.value) / 1e8 == Rounded(785.5, 0.05))
    #expect(try #require(care.coverage) == Rounded(0.61, 0.005))
    #expect(care.isPartial && care.status.contains(.notAvailable))
    let rate = try ShippedFigures.value("asc_net_head_real", Self.westMidlands, 2024)
    #expect(rate.value == nil && rate.status.contains(.notAvailable))
    // With Birmingham's return of 2017-18 it was whole.
    let before = try ShippedFigures.figure("outturn.asc.net", Self.westMidlands, 2017)
    #expect(before.coverage == 1)
  }

  @Test("tell of the East Midlands' adult care a whole, though two districts sent nothing")
  func eastMidlands() throws {
    let care = try ShippedFigures.figure("outturn.asc.net", Self.eastMidlands, 2024)
    #expect(care.coverage == 1 && !care.status.contains(.notAvailable))
    let homes = try ShippedFigures.figure("outturn.hou.net", Self.eastMidlands, 2024)
    #expect(homes.isPartial)
  }

  @Test("tell that Birmingham has published nothing since 2022-23", arguments: 2022...2024)
  func birmingham(year: Int) throws {
    for measure in ["outturn.asc.net", "outturn.tot.net", "ro3.csctot.gross"] {
      let figure = try ShippedFigures.figure(measure, Self.birmingham, year)
      #expect(figure.value == nil && figure.status == .notAvailable)
    }
    #expect(try ShippedFigures.figure("outturn.asc.net", Self.birmingham, 2017).value != nil)
  }

  @Test("do not chain children's services over their break: analysis.md section 1, row 1")
  func childrensBreak() throws {
    let chained = try ShippedFigures.figure(
      "change(real(outturn.csc.net), from 2012-13)", Self.england, 2024)
    #expect(chained.value == nil && chained.status == [.notAvailable, .seriesBreak])
    // What chaining would say: +68%.
    let before = try #require(
      try ShippedFigures.figure("real(outturn.csc.net)", Self.england, 2012).value)
    let after = try #require(
      try ShippedFigures.figure("real(outturn.csc.net)", Self.england, 2024).value)
    #expect(100 * (after / before - 1) == Rounded(68, 0.5))
    // From 2014-15, behind the break: £8,091,346 thousand to £15,556,137 thousand with the
    // deflator from 74.0662 to 100, as printed in RS 2014-15, RSX 2024-25 and the Treasury's table.
    let behind = try ShippedFigures.figure(
      "change(real(outturn.csc.net), from 2014-15)", Self.england, 2024)
    #expect(try #require(behind.value) == Rounded(42.4, 0.05))
  }

  @Test("do not chain public health over its breaks: analysis.md section 1, row 2")
  func publicHealthBreak() throws {
    let chained = try ShippedFigures.figure(
      "change(real(outturn.phs.net), from 2014-15)", Self.england, 2024)
    #expect(chained.value == nil && chained.status == [.notAvailable, .seriesBreak])
    let before = try #require(
      try ShippedFigures.figure("real(outturn.phs.net)", Self.england, 2014).value)
    let after = try #require(
      try ShippedFigures.figure("real(outturn.phs.net)", Self.england, 2024).value)
    #expect(100 * (after / before - 1) == Rounded(11.8, 0.05))
    let behind = try ShippedFigures.figure(
      "change(real(outturn.phs.net), from 2016-17)", Self.england, 2024)
    #expect(behind.value != nil && !behind.status.contains(.seriesBreak))
  }

  @Test(
    "tell volume and cost of children looked after apart: analysis.md section 1, row 17",
    arguments: [("E92000001", 1.2, 33.2), ("E08000003", -6.6, 46.8)])
  func lookedAfter(place: String, children: Double, cost: Double) throws {
    let volume = try ShippedFigures.value("looked_after_number_change", place, 2024).value
    #expect(try #require(volume) == Rounded(children, 0.06))
    let price = try ShippedFigures.value("looked_after_cost_change", place, 2024).value
    #expect(try #require(price) == Rounded(cost, 0.06))
  }

  @Test("tell what a child in care costs: analysis.md section 1, row 17, and section 4, row 5")
  func unitCost() throws {
    let first = try ShippedFigures.value("looked_after_cost_real", Self.england, 2020).value
    #expect(try #require(first) == Rounded(82_241, 60))
    let last = try ShippedFigures.value("looked_after_cost_real", Self.england, 2024).value
    #expect(try #require(last) == Rounded(109_520, 60))
  }

  @Test("tell how many people live in Manchester: analysis.md section 3, row 3")
  func residents() throws {
    let now = try #require(try ShippedFigures.value("residents", Self.manchester, 2024).value)
    let then = try #require(try ShippedFigures.value("residents", Self.manchester, 2014).value)
    #expect(now == 589_670)
    #expect((100 * (now / then - 1)).rounded() == 14)
  }
}

/// A number with what it may differ by.
struct Rounded: CustomStringConvertible {
  let value: Double
  let tolerance: Double

  init(_ value: Double, _ tolerance: Double) {
    self.value = value
    self.tolerance = tolerance
  }

  var description: String { "\(value) ± \(tolerance)" }

  static func == (number: Double, rounded: Rounded) -> Bool {
    abs(number - rounded.value) <= rounded.tolerance
  }
}
