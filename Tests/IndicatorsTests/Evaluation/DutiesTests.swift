import Evidence
import Places
import Testing

@testable import Indicators

@Suite("A service that a council does not run")
struct DutiesTests {
  typealias Land = InventedLand

  @Test("is z and not nothing, unless it reports money for it")
  func zero() throws {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.keepWest, 2024, 0)
    figures.keep("outturn.asc.net", Land.keepEast, 2024, 7)
    figures.keep("outturn.asc.net", Land.keepshire, 2024, 0)
    figures.keep("outturn.hou.net", Land.keepshire, 2024, 0)
    #expect(try figures.said("outturn.asc.net", Land.keepWest, 2024) == "[z]")
    #expect(try figures.said("outturn.asc.net", Land.keepEast, 2024) == "7")
    #expect(try figures.said("outturn.asc.net", Land.keepshire, 2024) == "0")
    #expect(try figures.said("outturn.hou.net", Land.keepshire, 2024) == "[z]")
    #expect(try figures.said("outturn.asc.net per head", Land.keepWest, 2024) == "[z]")
  }

  @Test("is z as well where its cell says not available")
  func missing() throws {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.keepWest, 2024, nil)
    figures.keep("outturn.asc.net", Land.keepshire, 2024, nil)
    #expect(try figures.said("outturn.asc.net", Land.keepWest, 2024) == "[z]")
    #expect(try figures.said("outturn.asc.net", Land.keepshire, 2024) == "[x]")
  }

  @Test("adds nothing to a sum of services")
  func sums() throws {
    var figures = InventedFigures()
    figures.keep("outturn.asc.net", Land.keepWest, 2024, 0)
    figures.keep("outturn.hou.net", Land.keepWest, 2024, 12)
    figures.keep("outturn.env.net", Land.keepWest, 2024, 30)
    let formula = "outturn.asc.net + outturn.hou.net + outturn.env.net"
    #expect(try figures.said(formula, Land.keepWest, 2024) == "42")
    #expect(try figures.said("outturn.*.net", Land.keepWest, 2024) == "42")
    #expect(try figures.said("outturn.hou.net - outturn.asc.net", Land.keepWest, 2024) == "12")
  }

  @Test("depends on the year: public health came in 2013")
  func since() throws {
    var figures = InventedFigures()
    figures.keep("outturn.phs.net", Land.northam, 2012, 0)
    figures.keep("outturn.phs.net", Land.northam, 2013, 0)
    #expect(try figures.said("outturn.phs.net", Land.northam, 2012) == "[z]")
    #expect(try figures.said("outturn.phs.net", Land.northam, 2013) == "0")
  }

  @Test("does not make England's own figure z")
  func england() throws {
    var figures = InventedFigures()
    figures.keep("outturn.phs.net", Land.england, 2012, 0)
    #expect(try figures.said("outturn.phs.net", Land.england, 2012) == "0")
  }

  @Test("of which no duty is known is taken as it is")
  func unknown() throws {
    var figures = InventedFigures()
    figures.keep("outturn.tot.net", Land.keepWest, 2024, 0)
    #expect(try figures.said("outturn.tot.net", Land.keepWest, 2024) == "0")
    #expect(Land.duties.holds("zoo", .district, on: Period.financialYear(2024).start))
  }
}
