import Evidence
import Testing

@testable import Importers

@Suite("A deflator")
struct DeflatorTests {
  @Test("of the Treasury is read by financial year, forecasts marked")
  func treasury() throws {
    let reading = try FileReading.of(
      """
      year,deflator_index,source
      2023-24,96.1117,HMT March 2026 QNA (outturn)
      2024-25,100,HMT March 2026 QNA (outturn)
      2025-26,103.239,OBR March 2026 forecast
      2024-04,100,not a year
      2026-27,-,not a number
      2027-28,0,not positive

      """)
    #expect(reading.source.layout == "deflator")
    #expect(reading.said("K02000001", "deflator.gdp", .financialYear(2023)) == "96.1117")
    #expect(reading.said("K02000001", "deflator.gdp", .financialYear(2024)) == "100")
    #expect(reading.said("K02000001", "deflator.gdp", .financialYear(2025)) == "103.239 f")
    #expect(reading.extract.rejects.map(\.line) == [5, 6, 7])
    #expect(reading.extract.ledger.balances && reading.extract.ledger.loaded == 3)
  }

  @Test("of the Office for National Statistics is read by calendar year, quarters left out")
  func series() throws {
    let reading = try FileReading.of(
      """
      "Title","Gross domestic product at market prices:Implied deflator:SA"
      "CDID","YBGB"
      "Source dataset ID","UKEA"
      "PreUnit","£"
      "Unit","m"
      "Release date","30-06-2025"
      "Next release","30 September 2025"
      "Important notes",
      "2023","95.1"
      "2024","98.5"
      "2024 Q1","97.9"
      "2024 Q2","98.2"

      """)
    #expect(reading.said("K02000001", "deflator.ybgb", .calendarYear(2024)) == "98.5")
    #expect(reading.extract.observations.count == 2)
    #expect(reading.source.published == "2025-06-30")
    #expect(reading.source.title.hasPrefix("Gross domestic product"))
    #expect(reading.extract.ledger.skippedInWords == "8 preamble, 2 unused")
    #expect(reading.extract.ledger.balances && reading.extract.ledger.read == 12)
  }

  @Test("of another series is not taken for it")
  func other() throws {
    let text = "\"Title\",\"Something\"\n\"CDID\",\"ABMI\"\n\"2024\",\"1\"\n"
    #expect(refusal { () throws(ImportError) in try .of(text) }?.kind == .notRecognised)
  }
}
