import Evidence
import Testing

@testable import Importers

/// RS sheets to 2017-18: columns known by their headings.
@Suite("An RS sheet")
struct SummaryHeadingsTests {
  @Test("is read by its headings, past its unnamed columns and blank rows")
  func headings() throws {
    let rows = SummaryFixture.sheet()
    let reading = try FileReading.of(rows)
    #expect(reading.source.layout == "outturn-summary")
    #expect(reading.said("E06000901", "outturn.edu.net") == "50000000")
    #expect(reading.said("E06000901", "outturn.csc.net") == "7000000")
    #expect(reading.said("E06000901", "outturn.asc.net") == "8000000")
    #expect(reading.said("E06000901", "outturn.tot.net") == "71000000")
    #expect(reading.said("E31000901", "outturn.frs.net") == "4000000")
    #expect(reading.said("E92000001", "outturn.tot.net") == "171000000")
    #expect(reading.figure("E06000901", "outturn.asc.net")?.field == 9)
    #expect(reading.figure("E06000901", "outturn.asc.net")?.line == Sheet.line(of: 7, in: rows))
    #expect(reading.extract.observations.allSatisfy { $0.period == .financialYear(2011) })
  }

  @Test("counts its title, group row, header, class totals and footnotes")
  func ledger() throws {
    let ledger = try FileReading.of(SummaryFixture.sheet()).extract.ledger
    #expect(ledger.balances && ledger.read == 23)
    #expect(ledger.loaded == 4 && ledger.rejected == 0)
    #expect(
      ledger.skippedInWords == "3 preamble, 1 header, 8 blank, 5 note, 2 total")
  }

  @Test("loads precepts, reserves and revenue expenditure, and names the columns it does not use")
  func others() throws {
    let reading = try FileReading.of(SummaryFixture.sheet())
    #expect(reading.said("E06000901", "rs.parish_precepts") == "500000")
    #expect(reading.said("E06000901", "rs.net_current") == "100500000")
    #expect(reading.said("E06000901", "rs.revenue_expenditure") == "110000000")
    #expect(reading.said("E06000901", "rs.reserves_earmarked_start") == "2000000")
    #expect(reading.said("E06000901", "rs.reserves_earmarked_end") == "3000000")
    let unused = reading.extract.notes.filter { $0.text.hasPrefix("column not used") }.map(\.text)
    #expect(
      unused == [
        "column not used: Revenue expenditure funded from capital by statute",
        "column not used: Something else",
      ])
    let stock = reading.extract.measures.first { $0.id == "rs.reserves_earmarked_end" }
    #expect(stock?.kind == .stock)
  }

  @Test(
    "of another measure with the same headings is told apart by its title",
    arguments: [
      ("Net current expenditure (£ thousand)", "net"), ("Capital items (£ thousand)", "capital"),
      ("Capital charges (£ thousand)", "capital"),
      ("Net total cost excluding specific grants (£ thousand)", "total_cost"),
    ])
  func measures(title: String, kind: String) throws {
    let reading = try FileReading.of(SummaryFixture.sheet(measure: title, extra: false))
    #expect(reading.said("E06000901", "outturn.asc.\(kind)") == "8000000")
    #expect(Set(reading.extract.observations.map(\.measure)).count == 13)
    #expect(reading.extract.notes.isEmpty)
  }

  @Test("of reserves takes the levels only, from columns that hold anything")
  func reserves() throws {
    var rows = SummaryFixture.sheet(measure: "Financial reserves levels (£ thousand)")
    for index in [7, 8, 10, 12, 15, 16] {
      for column in 5..<18 { rows[index][column] = "" }
    }
    let reading = try FileReading.of(rows)
    #expect(Set(reading.extract.observations.map(\.measure)) == ["rs.reserves_earmarked_end"])
    #expect(reading.said("E06000901", "rs.reserves_earmarked_end") == "2000000")
  }

  @Test("without the measure in its title is refused, since its columns cannot be told apart")
  func noMeasure() throws {
    let rows = SummaryFixture.sheet(measure: "£ thousand")
    let error = try #require(refusal { () throws(ImportError) in try .of(rows) })
    #expect(error.kind == .incomplete && error.line == 6)
    #expect(error.message.contains("net current expenditure"))
  }

  @Test(
    "without a year or a unit is refused with what to say",
    arguments: [
      ("Revenue Outturn Summary (RS)", "Net current expenditure (£ thousand)", "--period"),
      (SummaryFixture.title, "Net current expenditure", "--units"),
    ])
  func incomplete(title: String, measure: String, advice: String) throws {
    let rows = SummaryFixture.sheet(title: title, measure: measure)
    let error = try #require(refusal { () throws(ImportError) in try .of(rows) })
    #expect(error.kind == .incomplete && error.message.contains(advice))
  }

  @Test("lists a row whose services do not add up to its total")
  func differences() throws {
    var rows = SummaryFixture.sheet(extra: false)
    rows[7][17] = "712"
    let notes = try FileReading.of(rows).extract.notes
    #expect(notes.map(\.line) == [Sheet.line(of: 7, in: rows)])
    #expect(notes.first?.text.contains("outturn.tot.net differs from its services") == true)
    #expect(notes.first?.text.hasSuffix("£2000.00: rounding") == true)
  }

  @Test("with decimals is read to the penny")
  func decimals() throws {
    var rows = SummaryFixture.sheet(extra: false)
    // As RS 2015-16 to 2017-18 hold them.
    rows[7][8] = "8168.730153777793"
    rows[8][8] = "…"
    let reading = try FileReading.of(rows)
    #expect(reading.said("E06000901", "outturn.asc.net") == "816873015")
    #expect(reading.said("E10000901", "outturn.asc.net") == "[x]")
  }
}
