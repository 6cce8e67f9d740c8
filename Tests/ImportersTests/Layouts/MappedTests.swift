import Evidence
import Testing

@testable import Importers

@Suite("A file whose columns are named by its user")
struct MappedTests {
  private static func named(_ columns: [String: String]) -> ImportOptions {
    options {
      $0.layout = "mapped"
      $0.columns = columns
    }
  }

  @Test("is read by those columns, below whatever stands above them")
  func columns() throws {
    let text = """
      Visits to libraries,,,,
      ,,,,
      Area,Year,Total,Low,Mark
      Northam Council,2024-25,"1,234",1200,
      E08000901,2023-24,[c],,r
      Thornwick,2024-25,,,
      ,,,,

      """
    var options = Self.named([
      "place": "Area", "value": "Total", "period": "Year", "lower": "Low", "status": "Mark",
    ])
    options.measure = "visits"
    let reading = try FileReading.of(text, options)
    #expect(reading.said("E06000901", "visits", .financialYear(2024)) == "1234")
    #expect(reading.figure("E06000901", "visits")?.lower == 1200)
    #expect(reading.said("E08000901", "visits", .financialYear(2023)) == "[cr]")
    #expect(reading.said("E09000901", "visits") == "[x]")
    #expect(reading.extract.ledger.skippedInWords == "1 preamble, 1 header, 2 blank")
    #expect(reading.extract.ledger.balances && reading.extract.ledger.loaded == 3)
  }

  @Test("takes what is the same in all rows from the options, money in its unit")
  func constants() throws {
    var options = Self.named(["place": "Area", "value": "Net"])
    options.measure = "spend"
    options.period = .financialYear(2024)
    options.scale = .thousands
    let reading = try FileReading.of("Area,Net\nNortham,(12.5)\nMillbridge,£3m\n", options)
    #expect(reading.said("E06000901", "spend") == "-1250000")
    #expect(reading.said("E08000901", "spend") == "300000000000")
  }

  @Test("rejects what it does not understand")
  func rejected() throws {
    var options = Self.named(["place": "Area", "value": "Total", "period": "Year"])
    options.measure = "visits"
    let reading = try FileReading.of(
      "Area,Year,Total\nNowhere,2024,5\nNortham,soon,5\nNortham,2024,five\nNortham,2024\n", options)
    #expect(
      reading.extract.rejects.map { [$0.line, $0.field] } == [[2, 1], [3, 2], [4, 3], [5, 3]])
    #expect(reading.extract.ledger.rejected == 4 && reading.extract.ledger.balances)
  }

  @Test("is refused where a column or what is measured is missing, with what to say")
  func incomplete() throws {
    let text = "Area,Year,Total\nNortham,2024,5\n"
    let unnamed = refusal { () throws(ImportError) in try .of(text, Self.named([:])) }
    #expect(unnamed?.kind == .incomplete && unnamed?.message.contains("--column") == true)
    let missing = refusal { () throws(ImportError) in
      try .of(text, Self.named(["place": "Area", "value": "Sum", "period": "Year"]))
    }
    #expect(missing?.kind == .incomplete && missing?.message.contains("Sum") == true)
    #expect(missing?.message.contains("Area, Year, Total") == true)
    let unmeasured = refusal { () throws(ImportError) in
      try .of(text, Self.named(["place": "Area", "value": "Total", "period": "Year"]))
    }
    #expect(unmeasured?.kind == .incomplete && unmeasured?.message.contains("--measure") == true)
  }

  @Test("is never recognised by itself")
  func recognised() {
    #expect(
      refusal { () throws(ImportError) in try .of("Area,Total\nNortham,5\n") }?.message
        .contains("--layout mapped") == true)
  }
}
