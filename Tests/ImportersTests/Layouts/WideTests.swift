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

  @Test("holds limits, numerator and denominator beside a value, and only beside a value")
  func parts() throws {
    let header = "areacd,areanm,period,status,source_line,a:lower,a,a:lower,a:upper,a:count,"
    let reading = try FileReading.of(
      header + """
        a:denominator,b
        E06000901,Northam,2024-04-01/P1Y,,8,1,12.5,11,14.5,25,200,3
        E08000901,Millbridge,2024-04-01/P1Y,,9,,[x],,,,,4
        E09000901,Thornwick,2024-04-01/P1Y,u,10,,7,,8,,,

        """)
    let figures = reading.extract.observations
    func figure(_ place: String) -> Observation? {
      figures.first { $0.place == place && $0.measure == "a" }
    }
    let full = try #require(figure("E06000901"))
    #expect(full.value == 12.5 && full.lower == 11 && full.upper == 14.5)
    #expect(full.count == 25 && full.denominator == 200)
    let blank = try #require(figure("E08000901"))
    #expect(blank.value == nil && blank.lower == nil && blank.status == .notAvailable)
    let half = try #require(figure("E09000901"))
    #expect(half.lower == nil && half.upper == 8 && half.status == .unreliable)
    // What stands before its measure is a measure of that name.
    #expect(reading.said("E06000901", "a:lower") == "1" && reading.said("E06000901", "b") == "3")
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
