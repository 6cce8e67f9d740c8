import Testing

@testable import Importers

@Suite("An asset code")
struct AssetCodeTests {
  @Test(
    "names the measure of its column",
    arguments: [
      ("RSX-asc-net-cur-exp", "outturn.asc.net"), ("RSX-edu-empl", "outturn.edu.empl"),
      ("RSX-hous-tot-exp", "outturn.hou.gross"), ("RSX-totsx-tot-inc", "outturn.tot.income"),
      ("RO3-phsmkstp-net-cur-exp", "ro3.phsmkstp.net"), ("RO3-cscsr-run-exp", "ro3.cscsr.run"),
      ("RO3-cscsr-oth-inc", "ro3.cscsr.othinc"), ("RO3-cscsr-sfc", "ro3.cscsr.sfc"),
      ("RO2-a-b-net-cur-exp", "ro2.a_b.net"),
    ] as [(String, String?)])
  func measure(code: String, measure: String?) {
    #expect(OutturnColumns.measure(assetCode: code) == measure)
  }

  @Test(
    "is not taken from anything else",
    arguments: [
      "", "RSX", "RSX-asc", "RSX--net-cur-exp", "ABC-asc-net-cur-exp", "C1R190", "Row_no",
      "RSX-asc-net-cur-expo", "R-asc-empl",
    ])
  func other(text: String) {
    #expect(OutturnColumns.measure(assetCode: text) == nil)
  }
}
