import Evidence
import TestSupport
import Testing

@testable import Importers

/// Shape: data-sick-pay.md section 3 (d); figures invented.
@Suite("A table of pay percentiles")
struct PayTableTests {
  private static let text = """
    measure,group,code,name,median,mean,p10,p20,p90
    annual,all,E92000001,"England",32890,40269,11425,18560,69381
    weekly,all,E92000001,"England",642.5,757.5,227.4,376.7,x
    weekly,female_ft,E92000001,"England",600,700,200,300,900
    hours,all,E92000001,"England",37,37,16,20,40
    weekly,young,E92000001,"England",600,700,200,300,900

    """

  @Test("is read with the year and place of counting that the user gives")
  func read() throws {
    let reading = try FileReading.of(
      Self.text,
      options {
        $0.period = .calendarYear(2025)
        $0.measure = "ashe.workplace"
      })
    #expect(reading.source.layout == "pay-percentiles")
    #expect(reading.said("E92000001", "ashe.workplace.weekly.all.p10") == "22740")
    #expect(reading.said("E92000001", "ashe.workplace.weekly.all.p90") == "[x]")
    #expect(reading.said("E92000001", "ashe.workplace.weekly.female_full_time.p50") == "60000")
    #expect(reading.said("E92000001", "ashe.workplace.annual.all.mean") == "4026900")
    let ledger = reading.extract.ledger
    #expect(ledger.loaded == 3 && ledger.rejected == 1 && ledger.skipped(.unused) == 1)
  }

  @Test("is refused until year and place of counting are said")
  func refused() {
    let noYear = refusal { () throws(ImportError) in try FileReading.of(Self.text) }
    #expect(noYear?.description.contains("--period 2025") == true)
    let noPlace = refusal { () throws(ImportError) in
      try FileReading.of(Self.text, options { $0.period = .calendarYear(2025) })
    }
    #expect(noPlace?.description.contains("--measure ashe.workplace") == true)
  }

  @Test("of 2025 by region is read", .enabled(if: Reference.isPresent))
  func published() throws {
    let reading = try PublishedFolder.reading(
      "sick-pay/ashe_2025_region_percentiles.csv",
      options {
        $0.period = .calendarYear(2025)
        $0.measure = "ashe.workplace"
      })
    #expect(reading.said("E12000007", "ashe.workplace.weekly.all.p10") == "28940")
    #expect(reading.said("K02000001", "ashe.workplace.weekly.all.p20") == "37670")
    #expect(reading.extract.ledger.rejected == 0)
  }
}
