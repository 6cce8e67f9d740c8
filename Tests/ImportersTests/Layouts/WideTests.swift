import Evidence
import Testing

@testable import Importers

@Suite("A wide file")
struct WideTests {
  private static let header = "areacd,areanm,period,status,source_line,a.net,b.net\n"

  @Test("holds a figure, a reason or nothing in each cell")
  func cells() throws {
    let reading = try FileReading.of(
      Self.header + """
        E06000901,Northam,2024-04-01/P1Y,p,8,12.5,[x]
        E08000901,Millbridge,2024-04-01/P1Y,x,9,,
        E09000901,Thornwick,2024-04-01/P1Y,,10,,[cp]

        """, options { $0.scale = .thousands })
    #expect(reading.source.layout == "wide")
    #expect(reading.said("E06000901", "a.net") == "1250000 p")
    #expect(reading.said("E06000901", "b.net") == "[x]")
    #expect(reading.said("E08000901", "a.net") == "[x]")
    #expect(reading.said("E08000901", "b.net") == "[x]")
    #expect(reading.said("E09000901", "a.net") == "none")
    #expect(reading.said("E09000901", "b.net") == "[cp]")
    #expect(reading.extract.ledger.loaded == 3 && reading.extract.ledger.balances)
  }

  @Test("without a unit holds plain numbers")
  func numbers() throws {
    let reading = try FileReading.of(
      Self.header + "E06000901,Northam,2024-06-30/P0D,,8,-0.125,1e3\n")
    #expect(reading.said("E06000901", "a.net") == "-0.125")
    #expect(reading.said("E06000901", "b.net") == "1000")
  }

  @Test(
    "rejects a row that is not understood, with its column",
    arguments: [
      ("E06000999,Nowhere,2024-04-01/P1Y,,8,1,2", 1), ("E06000901,Northam,2024-25,,8,1,2", 3),
      ("E06000901,Northam,2024-04-01/P1Y,q,8,1,2", 4),
      ("E06000901,Northam,2024-04-01/P1Y,,8,1,two", 7), ("E06000901,Northam,2024-04-01/P1Y", 4),
      ("E06000901,Northam,2024-04-01/P1Y,,8,[],2", 6),
    ])
  func rejected(row: String, field: Int) throws {
    let reading = try FileReading.of(Self.header + row + "\n")
    #expect(reading.extract.rejects.map { [$0.line, $0.field] } == [[2, field]])
    #expect(reading.extract.ledger.rejected == 1 && reading.extract.ledger.balances)
  }
}
