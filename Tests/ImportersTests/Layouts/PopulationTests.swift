import Evidence
import Testing

@testable import Importers

@Suite("Residents by place and year")
struct PopulationTests {
  @Test("are read as Explore Local Statistics gives them, areas unknown to the register counted")
  func explore() throws {
    let reading = try FileReading.of(
      """
      areacd,areanm,year,population,lci_95,uci_95
      E06000901,Northam,2023,100500,,
      E06000901,Northam,2024,101250,,
      E06000899,Northam (old code),2022,99000,,
      W06000099,Elsewhere,2024,5,,

      E10000901,Mereshire,2024,x,,
      E10000901,Mereshire,24,700,,
      E10000901,Mereshire,2024,-1,,
      E10000901,Mereshire,2024

      """)
    #expect(reading.source.layout == "population")
    #expect(reading.said("E06000901", "population.all", .midYear(2024)) == "101250")
    #expect(reading.said("E06000901", "population.all", .midYear(2022)) == "99000")
    #expect(reading.extract.observations.count == 3)
    #expect(reading.extract.rejects.map(\.line) == [7, 8, 9, 10])
    #expect(reading.extract.rejects.map(\.field) == [4, 3, 4, 4])
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.read == 10)
    #expect(ledger.skippedInWords == "1 header, 1 blank, 1 unused")
  }

  @Test("as a share of an age say what they measure only where they are told")
  func share() throws {
    let text = """
      areacd,areanm,year,value,lci_95,uci_95
      E06000901,Northam,2024,18.25,,

      """
    let error = try #require(refusal { () throws(ImportError) in try .of(text) })
    #expect(error.kind == .incomplete && error.line == 1)
    #expect(error.message.contains("--measure population.percent_0_15"))
    let reading = try FileReading.of(text, options { $0.measure = "population.percent_0_15" })
    #expect(reading.said("E06000901", "population.percent_0_15") == "18.25")
  }

  @Test("are read as the Department for Education gives them, children only")
  func education() throws {
    let header =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
      + "region_name,old_la_code,new_la_code,la_name,age_group,population_estimate\n"
    let children = "Children aged 0 to 17 years"
    let reading = try FileReading.of(
      header + """
        2024,Reporting year,National,E92000001,England,,,,,,\(children),12000
        2024,Reporting year,Local authority,E92000001,England,,,900,E06000901,Northam,\(children),250
        2023,Reporting year,Local authority,E92000001,England,,,900,E06000901,Northam,\(children),x
        2022,Reporting year,Local authority,E92000001,England,,,900,E06000901,Northam,\(children),z
        2024,Reporting year,Local authority,E92000001,England,,,900,E06000901,Northam,All ages,990
        2024,Reporting year,Local authority,E92000001,England,,,,,,\(children),300
        2024,Reporting year,Local authority,E92000001,England,,,999,E06000999,Nowhere,\(children),1
        2021,Reporting year,Local authority,E92000001,England,,,900,E06000901,Northam,\(children),?

        """)
    #expect(reading.said("E92000001", "population.children") == "12000")
    #expect(reading.said("E06000901", "population.children", .midYear(2024)) == "250")
    #expect(reading.said("E06000901", "population.children", .midYear(2023)) == "[x]")
    #expect(reading.said("E06000901", "population.children", .midYear(2022)) == "[z]")
    #expect(reading.extract.rejects.map(\.line) == [7, 8, 9])
    #expect(reading.extract.ledger.balances)
    #expect(reading.extract.ledger.skippedInWords == "1 header, 1 unused")
  }

  @Test("by single year of age take the year from the heading or from what is said")
  func singleYear() throws {
    func text(_ code: String) -> String {
      """
      "\(code)_code","\(code)_name","total_population","0","1","10","90+"
      "E06000901","Northam",60,10,20,25,5
      "E06000999","Nowhere",60,10,20,25,5
      "E10000901","Mereshire",60,10,x,25,5

      """
    }
    let reading = try FileReading.of(text("ltla20"))
    let found = reading.extract.observations
    #expect(
      found.map(\.measure).map { $0.replacing("population.single_year.", with: "") }
        == ["all", "00", "01", "10", "90_plus"])
    #expect(found.compactMap(\.value) == [60, 10, 20, 25, 5])
    #expect(found.allSatisfy { $0.period == .midYear(2020) && $0.place == "E06000901" })
    #expect(found.map(\.field) == [3, 4, 5, 6, 7])
    #expect(reading.extract.rejects.map { "\($0.line):\($0.field)" } == ["3:1", "4:5"])
    #expect(reading.extract.ledger.loaded == 1 && reading.extract.ledger.balances)

    let error = try #require(refusal { () throws(ImportError) in try .of(text("ltla")) })
    #expect(error.kind == .incomplete && error.message.contains("--period mid-2020"))
    let said = try FileReading.of(text("ltla"), options { $0.period = .midYear(2019) })
    #expect(said.extract.observations.allSatisfy { $0.period == .midYear(2019) })
  }

  @Test(
    "are recognised through a byte order mark that was written twice",
    arguments: ["\u{FEFF}\u{FEFF}", "ï»¿"])
  func doubledMark(mark: String) throws {
    let reading = try FileReading.of(
      "\(mark)areacd,areanm,year,population\nE06000901,Northam,2024,7\n")
    #expect(reading.said("E06000901", "population.all") == "7")
  }
}
