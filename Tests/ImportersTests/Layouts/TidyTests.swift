import Evidence
import Testing

@testable import Importers

@Suite("A tidy file")
struct TidyTests {
  private static let header =
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,"
    + "notes,count,denominator\n"

  @Test("needs four columns, in any order")
  func fewest() throws {
    let reading = try FileReading.of(
      "period,observation,indicator,areacd\n2024-04-01/P1Y,12.5,health,E06000901\n")
    #expect(reading.source.layout == "tidy")
    #expect(reading.said("E06000901", "health", .financialYear(2024)) == "12.5")
    #expect(reading.figure("E06000901", "health")?.field == 2)
    #expect(reading.extract.measures.map(\.unit) == [.rate])
  }

  @Test("that states a figure twice is loaded with a note: the last line counts")
  func twice() throws {
    let rows = (2...8).map { "E06000901,health,2024,\($0)\n" }.joined()
    let reading = try FileReading.of(
      "areacd,indicator,period,observation\n" + rows + "E06000901,health,2023,1\n")
    #expect(reading.extract.ledger.loaded == 8)
    let notes = reading.extract.notes.map(\.text)
    #expect(notes.contains("check: 6 figures stand twice"))
    #expect(
      notes.count {
        $0.hasSuffix("health: stands on an earlier line as well; the last line counts")
      }
        == 5, "the first five are named")
  }

  @Test("keeps limits, counts, denominators and marks")
  func whole() throws {
    let reading = try FileReading.of(
      Self.header + """
        E06000901,Northam,unitary,health,2024-01-01/P1Y,12.5,a,%,11,14.25,pr,,17,136
        E08000901,Millbridge,x,health,mid-2024,"1,234",a,%,,,,,,

        """)
    let figure = try #require(reading.figure("E06000901", "health"))
    #expect(
      figure
        == Observation(
          place: "E06000901", period: .calendarYear(2024), measure: "health", value: 12.5,
          status: [.provisional, .revised], line: 2, field: 6, lower: 11, upper: 14.25, count: 17,
          denominator: 136))
    #expect(reading.said("E08000901", "health", .midYear(2024)) == "1234")
    #expect(reading.extract.measures.first?.unit == .percent)
  }

  @Test(
    "keeps a marker as a value with a reason",
    arguments: [
      ("", "", "[x]"), ("", "c", "[c]"), ("", "z", "[z]"), ("", "x", "[x]"), ("", "p", "[xp]"),
      ("", "k", "[k]"), ("", "u", "[u]"), ("[c]", "", "[c]"), ("[x]", "p", "[xp]"),
      ("-", "", "[z]"), ("[low]", "", "[k]"), ("…", "", "[x]"), ("0", "c", "0 c"),
      ("5", "u", "5 u"),
    ])
  func markers(cell: String, status: String, said: String) throws {
    let reading = try FileReading.of(
      "areacd,indicator,period,observation,status\nE06000901,health,2024,\(cell),\(status)\n")
    #expect(reading.said("E06000901", "health") == said)
    #expect(reading.extract.ledger.loaded == 1)
  }

  @Test(
    "keeps money in pence",
    arguments: [
      ("£", "1234.56", "123456"), ("£ thousand", "8168.73015", "816873015"),
      ("£000", "2", "200000"),
      ("£ million", "3331.5", "333150000000"), ("£m", "0.01", "1000000"), ("GBP", "£5", "500"),
      ("", "5", "5"), ("%", "5", "5"),
    ])
  func money(unit: String, cell: String, said: String) throws {
    let reading = try FileReading.of(
      "areacd,indicator,period,observation,unit\nE06000901,spend,2024-25,\(cell),\(unit)\n")
    #expect(reading.said("E06000901", "spend") == said)
  }

  @Test(
    "rejects a row that is not understood, with its column",
    arguments: [
      ("E06000999,health,2024,5,", 1), ("E06000901,health,soon,5,", 3),
      ("E06000901,health,2024-04,5,", 3), ("E06000901,health,2024,about 5,", 4),
      ("E06000901,health,2024,5,q", 5), ("E06000901,health,2024,5", 5),
      ("E06000901,health,2024,5,,more", 6), ("E06000901,health,2024,\"1,23\",", 4),
      ("E06000901,health,2024,\"1,234.5,6\",", 4),
    ])
  func rejected(row: String, field: Int) throws {
    let reading = try FileReading.of("areacd,indicator,period,observation,status\n\(row)\n")
    #expect(reading.extract.rejects.map { [$0.line, $0.field] } == [[2, field]])
    #expect(reading.extract.observations.isEmpty)
    #expect(reading.extract.ledger.rejected == 1 && reading.extract.ledger.balances)
  }

  @Test("with two of its four columns is named as the nearest layout")
  func near() throws {
    let text = "areacd,areanm,indicator,amount\nE06000901,Northam,health,5\n"
    let error = try #require(refusal { () throws(ImportError) in try .of(text) })
    #expect(error.kind == .notRecognised)
    #expect(error.message.contains("nearest: tidy (lacks period, observation)"))
    #expect(error.message.contains("first row: areacd, areanm, indicator, amount"))
  }
}
