import Evidence
import Testing

@testable import Indicators

@Suite("A footprint's figures")
struct FootprintFigureTests {
  typealias Land = InventedLand

  /// A county and its district until 2021, two councils in their place from then on.
  private static var figures: InventedFigures {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.oldshire, 2020, 1000)
    figures.keep("outturn.asc.net", Land.oldNorthTown, 2020, 0)
    figures.keep("outturn.env.net", Land.oldshire, 2020, 40, .provisional)
    figures.keep("outturn.env.net", Land.oldNorthTown, 2020, 60)
    figures.keep("outturn.asc.net", Land.northOld, 2021, 700)
    figures.keep("outturn.asc.net", Land.southOld, 2021, 400)
    return figures
  }

  @Test("are the sum of its councils of the day, on both sides of a reorganisation")
  func sums() throws {
    let figures = Self.figures
    #expect(try figures.said("outturn.asc.net", Land.oldGround, 2020) == "1000")
    #expect(try figures.said("outturn.env.net", Land.oldGround, 2020) == "100 p")
    #expect(try figures.said("outturn.asc.net", Land.oldGround, 2021) == "1100")
    // Neither of the new councils has a figure of its own for the year before.
    #expect(try figures.said("outturn.asc.net", Land.northOld, 2020) == "[x]")
    let figure = try figures.figure("outturn.asc.net", Land.oldGround, 2020)
    #expect(figure.coverage == 1 && !figure.isRestated)
  }

  @Test("are per head of people counted once, whichever councils they are published for")
  func rates() throws {
    // Residents are held for the councils of today in all years: 30 and 20.
    let figures = Self.figures
    #expect(try figures.said("outturn.asc.net per head", Land.oldGround, 2020) == "20")
    #expect(try figures.said("outturn.asc.net per head", Land.oldGround, 2021) == "22")
    let change = try figures.figure(
      "change(outturn.asc.net per head, from 2020-21)", Land.oldGround, 2021)
    #expect(change.value.map { ($0 * 1e9).rounded() / 1e9 } == 10)
  }

  @Test("are a lower bound where a council of the day has none, and give no rate")
  func partial() throws {
    var figures = Self.figures
    figures.keep("outturn.asc.net", Land.southOld, 2022, 300)
    figures.keep("outturn.asc.net", Land.northOld, 2022, nil)
    let figure = try figures.figure("outturn.asc.net", Land.oldGround, 2022)
    #expect(figure.value == 300 && figure.coverage == 0.4)
    #expect(try figures.said("outturn.asc.net per head", Land.oldGround, 2022) == "[x]")
  }

  @Test("are blank where addition is wrong: rates without their counts")
  func blanks() throws {
    var figures = Self.figures
    figures.keep("rate", Land.northOld, 2021, 3)
    figures.keep("rate", Land.southOld, 2021, 5)
    #expect(try figures.said("rate", Land.oldGround, 2021) == "[x]")
    let indicator = try Indicator(
      id: "a_rate", title: "", definition: "", formula: "rate", unit: "%", decimals: 1,
      polarity: .neutral, tier: "all", service: "", comparability: "none", outcome: "", theme: "",
      caveats: "", source: "")
    var catalogue = figures.catalogue
    catalogue.indicators = [indicator]
    let table = IndicatorRun(
      cube: figures.cube, catalogue: catalogue, register: Land.register
    ).run()
    let value = try #require(table.series("a_rate", Land.oldGround).last)
    #expect(value.value == nil && value.note == IndicatorValue.notAddedNote)
    #expect(table.series("a_rate", Land.northOld).last?.note == "")
  }

  @Test("are the same on today's boundaries and on those of publication")
  func boundaries() throws {
    let figures = Self.figures
    let indicator = try Indicator(
      id: "care", title: "", definition: "", formula: "outturn.asc.net per head", unit: "£",
      decimals: 0, polarity: .neutral, tier: "all", service: "asc", comparability: "none",
      outcome: "", theme: "", caveats: "", source: "")
    var catalogue = figures.catalogue
    catalogue.indicators = [indicator]
    let today = IndicatorRun(
      cube: figures.cube, catalogue: catalogue, register: Land.register
    ).run()
    let published = today.on(.published, Land.register)
    #expect(today.series("care", Land.oldGround).compactMap(\.value).count == 2)
    #expect(today.series("care", Land.oldGround) == published.series("care", Land.oldGround))
  }
}
