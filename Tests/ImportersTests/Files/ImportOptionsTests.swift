import Evidence
import Testing

@testable import Importers

@Suite("Import options")
struct ImportOptionsTests {
  @Test("are one text in fixed order, the same for the same options")
  func text() {
    #expect(ImportOptions().text == "")
    let all = options {
      $0.layout = "mapped"
      $0.published = "2025-01-01"
      $0.part = "codes"
      $0.place = "E06000901"
      $0.period = .financialYear(2024)
      $0.scale = .thousands
      $0.measure = "visits"
      $0.columns = ["value": "Total", "place": "Area"]
    }
    #expect(
      all.text
        == "part=codes place=E06000901 period=2024-04-01/P1Y units=thousands measure=visits "
        + "column.place=Area column.value=Total")
  }

  @Test(
    "name a period in words",
    arguments: [
      ("2024-25", "2024-04-01/P1Y"), ("2024", "2024-01-01/P1Y"), ("mid-2024", "2024-06-30/P0D"),
      ("2024-04-01/P3M", "2024-04-01/P3M"), ("2024-04", nil), ("mid-", nil), ("24", nil),
      ("", nil), ("2024-25-26", nil), ("mid-000861293337707602834", nil), ("mid-20240", nil),
    ] as [(String, String?)])
  func period(text: String, iso: String?) {
    #expect(ImportOptions.period(named: text)?.iso == iso)
  }

  @Test("name a unit of money by its word")
  func scale() {
    for scale in [Money.Scale.pounds, .thousands, .millions] {
      #expect(ImportOptions.scale(named: ImportOptions.name(of: scale)) == scale)
    }
    #expect(ImportOptions.scale(named: "£000") == .thousands)
    #expect(ImportOptions.scale(named: "dollars") == nil)
  }
}
