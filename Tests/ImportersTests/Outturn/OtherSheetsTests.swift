import Evidence
import Testing

@testable import Importers

@Suite("A sheet of an outturn workbook without data")
struct OtherSheetsTests {
  @Test(
    "is refused with the reason",
    arguments: [
      (
        [
          ["", "", ""], ["", "", "General Fund Revenue Account Outturn"],
          ["", "", "RS - REVENUE OUTTURN SUMMARY 2011-12"],
        ],
        "front page"
      ),
      (
        [
          ["Notes", ""], ["This worksheet contains notes on the Revenue Outturn (RO) tables.", ""],
          ["Note number", "Note text"], ["[note 3]", "Excludes schools."],
        ],
        "notes sheet"
      ),
      (
        [
          ["", "Revenue Outturn (RO) 2017-18: Revenue Outturn Summary (RS) data for NORTHAM", ""],
          [
            "",
            "Select local authority by clicking on the box below and using the drop-down button:",
            "",
          ],
          ["", "NORTHAM", ""], ["190", "Education services", "500"],
        ],
        "drop-down"
      ),
    ])
  func refused(rows: [[String]], word: String) throws {
    let error = try #require(refusal { () throws(ImportError) in try .of(rows) })
    #expect(error.kind == .wrongSheet)
    #expect(error.message.contains(word), "\(error.message)")
    #expect(error.message.contains("save the sheet with the data as CSV"))
    #expect(error.path == "invented.csv")
  }
}
