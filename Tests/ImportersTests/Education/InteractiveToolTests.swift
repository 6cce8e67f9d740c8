import Evidence
import Importers
import Places
import Testing

/// The interactive tool's long file, with invented figures.
@Suite struct InteractiveToolTests {
  private static let header =
    "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"

  private static func read(_ rows: String...) throws -> Published.Reading {
    try Published.read(text: header + rows.joined(separator: "\n") + "\n")
  }

  @Test("spending has the ids of the outturn tables, other measures their own")
  func measures() throws {
    let reading = try Self.read(
      "SureStartFinance,Sure Start (finance),2016-17 (OT),Manchester,16073146,352,North West",
      "16-17 NEET,NA,2018,Manchester,4.3,352,North West")
    #expect(reading.layout == "dfe-lait")
    let money = try #require(reading.figure("E08000003", "s251.sure_start.gross"))
    #expect(money.value == 1_607_314_600)
    #expect(money.period == .financialYear(2016))
    #expect(reading.figure("E08000003", "lait.16_17_neet")?.value == 4.3)
    let measure = try #require(
      reading.extract.measures.first { $0.id == "lait.16_17_neet" })
    #expect(measure.polarity == .low && measure.unit == .percent)
    #expect((money.line, money.field) == (2, 5))
  }

  @Test(
    "years mean what the dictionary says",
    arguments: [
      ("LAC", "2025", "2024-04-01/P1Y"), ("InfMort", "2023", "2023-01-01/P1Y"),
      ("TotAbs", "2016", "2015-09-01/P1Y"), ("TotPermEx", "2015/16", "2015-09-01/P1Y"),
      ("PriFSM", "2016", "2016-01-01/P1M"), ("Work_Force_Vac_Rate", "2016", "2015-10-01/P1Y"),
      ("RTA", "2014-16", "2014-01-01/P3Y"),
      ("Hosp_Adm_Alc_<18yrs", "2013/14-15/16", "2013-04-01/P3Y"),
      ("Premium", "2016-17", "2016-04-01/P1Y"),
      ("TotalLACFinance", "2016-17 (OT)", "2016-04-01/P1Y"),
    ])
  func years(_ short: String, _ year: String, _ expected: String) throws {
    let reading = try Self.read("\(short),NA,\(year),Manchester,12,352,North West")
    #expect(reading.extract.observations.first?.period.iso == expected)
  }

  @Test(
    "years that are none of a measure's are refused",
    arguments: [
      ("TotalLACFinance", "2025-26 (B)"), ("RTA", "2014/15"), ("LAC", "mid-2016"), ("LAC", "16"),
      ("Hosp_Adm_Alc_<18yrs", "2013/14-14/16"),
    ])
  func badYears(_ short: String, _ year: String) throws {
    let reading = try Self.read("\(short),NA,\(year),Manchester,12,352,North West")
    #expect(reading.extract.rejects.map(\.field) == [3])
    #expect(reading.extract.observations.isEmpty)
  }

  @Test("a dash is a figure that is not available, never 0")
  func markers() throws {
    let reading = try Self.read(
      "LAC,NA,2016,City of London,-,201,Inner London",
      "LAC,NA,2016,Camden,c,202,Inner London", "LAC,NA,2016,Barnet,many,302,Outer London")
    #expect(reading.figure("E09000001", "lait.lac")?.status == .notAvailable)
    #expect(reading.figure("E09000007", "lait.lac")?.status == .confidential)
    #expect(reading.extract.rejects.map(\.line) == [4])
    #expect(reading.extract.ledger.loaded == 2 && reading.extract.ledger.balances)
  }

  @Test("numbers of areas and of councils that came later are places of the register")
  func places() throws {
    let numbers = [
      ("970", "E92000001"), ("986", "E12000007"), ("987", "E13000001"), ("990", "E12000009"),
      ("835", "E10000009"), ("838", "E06000059"), ("815", "E06000065"), ("942", "E06000063"),
    ]
    for (number, code) in numbers {
      let reading = try Self.read("LAC,NA,2016,Somewhere,60,\(number),NA")
      #expect(reading.extract.observations.first?.place == code)
    }
    let joint = try Self.read("LAC,NA,2016,Northamptonshire,60,940 / 941,East Midlands")
    #expect(joint.extract.rejects.first?.reason.contains("joint return") ?? false)
  }

  /// Nine regions and two authorities.
  private static func rates(england: Double) -> String {
    var rows = [
      "FirstYJS,NA,2016,Manchester,500,352,North West", "FirstYJS,NA,2016,Leeds,340,383,Yorkshire",
      "FirstYJS,NA,2016,England,\(england),970,NA",
    ]
    for number in [980, 981, 982, 983, 984, 985, 986, 989, 990] {
      rows.append("FirstYJS,NA,2016,A region,\(330 + number % 10),\(number),NA")
    }
    return rows.joined(separator: "\n")
  }

  @Test("England's sum of rates is refused with its reason, a rate is kept")
  func sumsOfRates() throws {
    // The nine regional rates are 330 + 0 to 6, 9 and 0: 3,000 in all.
    let wrong = try Self.read(Self.rates(england: 3000))
    #expect(wrong.figure("E92000001", "lait.firstyjs") == nil)
    #expect(wrong.extract.rejects.first?.line == 4)
    #expect(
      wrong.extract.rejects.first?.reason.contains("the sum of its 9 regions' rates") ?? false)
    #expect(wrong.extract.ledger.rejected == 1 && wrong.extract.ledger.balances)
    let right = try Self.read(Self.rates(england: 333))
    #expect(right.value("E92000001", "lait.firstyjs") == 333)
  }

  @Test("a total that leaves out an authority is said to be a lower bound")
  func gaps() throws {
    let reading = try Self.read(
      "SureStartFinance,NA,2023-24 (OT),Manchester,10,352,NA",
      "SureStartFinance,NA,2023-24 (OT),Wandsworth,20,212,NA",
      "SureStartFinance,NA,2023-24 (OT),England,530,970,NA",
      "SureStartFinance,NA,2024-25 (OT),Manchester,10,352,NA",
      "SureStartFinance,NA,2024-25 (OT),Wandsworth,-,212,NA",
      "SureStartFinance,NA,2024-25 (OT),England,10,970,NA")
    let notes = reading.extract.notes.map(\.text)
    #expect(
      notes.contains(
        "SureStartFinance 2024-25 (OT): no figure of Wandsworth, so England's is a lower bound"))
    #expect(
      notes.contains(
        "SureStartFinance 2023-24 (OT): England's figure differs from the sum of its authorities "
          + "by £500"))
  }

  @Test("measures that are not read are counted and named")
  func unused() throws {
    let reading = try Self.read(
      "Teapots,NA,2016,Manchester,1,352,NA", "Teapots,NA,2016,Leeds,1,383,NA",
      "LAC,NA,2016,Leeds,70,383,NA")
    #expect(reading.extract.ledger.skippedInWords == "1 header, 2 unused")
    #expect(
      reading.extract.notes.map(\.text)
        == ["the measure 'Teapots' is not one that is read: 2 rows not used"])
  }

  @Test("the dictionary of measures is named as such")
  func dictionary() {
    let text = "Measure_code,Topic,Measure_short,Polarity\n4,Health,InfMort,Low\n"
    let error = #expect(throws: ImportError.self) { try Published.read(text: text) }
    #expect(error?.kind == .wrongSheet)
  }
}
