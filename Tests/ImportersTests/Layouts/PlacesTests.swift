import Evidence
import Places
import Testing

@testable import Importers

@Suite("A list of places")
struct PlacesTests {
  @Test("in this product's own form is read by part")
  func ownForm() throws {
    for (text, part) in [
      ("name,code,source\nnortham town,E06000901,invented\n,E06000901,nameless\n", 1),
      ("place,rank,neighbour\nE06000901,1,E08000901\nE06000901,none,E08000901\n", 1),
    ] {
      let reading = try FileReading.of(text)
      #expect(reading.source.layout == "places")
      #expect(reading.extract.ledger.loaded == part && reading.extract.ledger.rejected == 1)
      #expect(reading.extract.rejects.map(\.line) == [3])
      #expect(reading.extract.ledger.balances)
    }
  }

  @Test(
    "as published is checked against the register, whatever year its headings bear",
    arguments: [
      "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE", "LAD25CD,LAD25NM,CAUTH25CD,CAUTH25NM",
      "ltla23_code,ltla23_name,ltla24_code,ltla24_name", "areacode,areaname,LADCD,LADNM",
      "\u{FEFF}AREACD,AREANM,Global,Economic", "RGNCD,RGNNM,CTRYCD,CTRYNM",
    ])
  func published(header: String) throws {
    let reading = try FileReading.of(
      header + "\nE06000901,Northam Town,a,b\nE06000899,Old Northam,a,b\nX99,Nowhere,a,b\n")
    #expect(reading.source.layout == "places")
    #expect(reading.extract.ledger.loaded == 2 && reading.extract.ledger.balances)
    #expect(reading.extract.ledger.skippedInWords == "1 header, 1 unused")
    #expect(reading.extract.notes.map(\.text) == ["the code 'X99' is not in the place register"])
    let spellings = try #require(reading.extract.places?.spellings)
    #expect(spellings.map(\.name) == ["Northam Town", "Old Northam"])
    #expect(spellings.allSatisfy { $0.place == "E06000901" })
  }

  @Test("of mySociety's letters gives spellings")
  func registry() throws {
    let reading = try FileReading.of(
      "la-name,local-authority-code\nNortham City Council,NTH\nNowhere Council,NWH\n")
    #expect(reading.extract.places?.spellings.map(\.name) == ["Northam City Council"])
    let codes = try FileReading.of("gss-code,local-authority-code\nE06000901,NTH\n")
    #expect(codes.extract.ledger.loaded == 1 && codes.extract.ledger.balances)
  }

  @Test("of neighbours is ranked by its columns, unknown places left out")
  func neighbours() throws {
    let ranks = (1...10).map(String.init).joined(separator: ",")
    let reading = try FileReading.of(
      "AREACD,\(ranks)\nE06000901,E08000901,W06000099,E09000901,,,,,,,\n")
    let found = try #require(reading.extract.places?.neighbours)
    #expect(found.map(\.rank) == [1, 3])
    #expect(found.map(\.neighbour) == ["E08000901", "E09000901"])
  }

  @Test(
    "with figures in it is not a list of places",
    arguments: [
      "areacd,areanm,value\nE06000901,Northam,5\n",
      "areacd,areanm,spend\nE06000901,Northam,\"£1,234\"\n",
      "LAD23CD,LAD23NM,indicator\nE06000901,Northam,health\n",
      "LAD23CD,LAD23NM,2023-24,2024-25\nE06000901,Northam,[x],[x]\nE06000902,Southam,1,2\n",
    ])
  func figures(text: String) throws {
    #expect(refusal { () throws(ImportError) in try .of(text) }?.kind == .notRecognised)
  }

  @Test("with row numbers in it is one")
  func rowNumbers() throws {
    let reading = try FileReading.of("LAD25CD,LAD25NM,ObjectId\nE06000901,Northam,1\n")
    #expect(reading.source.layout == "places" && reading.extract.ledger.loaded == 1)
  }
}
