import Evidence
import TestSupport
import Testing

@testable import Importers

/// Rules: GOV.UK; traps: data-sick-pay.md section 1.
@Suite("The rules of sick pay by tax year")
struct SickPayRulesTests {
  private static let header =
    "tax_year,start_date,end_date,ssp_weekly_rate_gbp,lel_weekly_gbp,lel_is_ssp_test,"
    + "waiting_days,earnings_replacement_pct"
  private static let years = [
    "2024-25,2024-04-06,2025-04-05,116.75,123,yes,3,",
    "2025-26,2025-04-06,2026-04-05,118.75,125,yes,3,",
    "2026-27,2026-04-06,2027-04-05,123.25,129,no,0,80",
  ]

  private static func text(_ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test("are read by year, in pence")
  func read() throws {
    let reading = try FileReading.of(Self.text(Self.years))
    #expect(reading.source.layout == "sick-pay-rules" && reading.extract.ledger.loaded == 3)
    func said(_ measure: String, _ year: Int) -> String {
      reading.said("K02000001", "sick_pay.\(measure)", .financialYear(year))
    }
    #expect(said("weekly_rate", 2025) == "11875" && said("lower_limit", 2025) == "12500")
    #expect(said("limit_is_test", 2025) == "1" && said("limit_is_test", 2026) == "0")
    #expect(said("waiting_days", 2025) == "3" && said("waiting_days", 2026) == "0")
    #expect(said("share_of_earnings", 2025) == "[z]" && said("share_of_earnings", 2026) == "80")
  }

  @Test(
    "what cannot be is refused with its line",
    arguments: [
      // A block that begins a year early, as one public file has it.
      ("2025-26,2024-04-06,2026-04-05,118.75,125,yes,3,", "first day"),
      ("2024-25,2024-04-06,2025-04-05,118.75,125,yes,3,", "before 2024-25 on line 2 has ended"),
      ("2026-27,2026-04-06,2027-04-05,123.25,129,no,0,80", "a tax year is missing"),
      // The rate printed as the limit, as one page had it in 2025.
      ("2025-26,2025-04-06,2026-04-05,118.75,118.75,yes,3,", "looks like the rate"),
      ("2025-26,2025-04-06,2026-04-05,125,118,yes,3,", "look exchanged"),
      ("2025-26,2025-04-06,2026-04-05,123,125,yes,3,", "the lower earnings limit of 2024-25"),
      ("2025-26,2025-04-06,2026-04-05,118.75,125,maybe,3,", "yes or no"),
      ("2025-26,2025-04-06,2026-04-05,,125,yes,3,", "an amount in pounds"),
      ("2025-26,2025-04-06,2026-04-05,118.755,125,yes,3,", "an amount in pounds"),
      ("2025-26,2025-04-06,2026-04-05,118.75,125,yes,x,", "number of days"),
      ("2025-26,2025-04-06,2026-04-05,118.75,125,yes,3,180", "percentage"),
    ])
  func refusals(row: String, words: String) {
    let error = refusal { () throws(ImportError) in
      try FileReading.of(Self.text([Self.years[0], row]))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "read")")
    #expect(error?.line == 3)
  }

  @Test(
    "from 2010-11 to 2026-27 are read from the reference file", .enabled(if: Reference.isPresent))
  func published() throws {
    let reading = try PublishedFolder.reading("sick-pay/ssp_parameters.csv")
    #expect(reading.extract.ledger.loaded == 17)
    #expect(
      reading.said("K02000001", "sick_pay.weekly_rate", .financialYear(2010)) == "7915")
  }
}
