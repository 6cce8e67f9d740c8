import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise adopt")
struct AdoptCommandTests {
  /// A sheet of a year not yet seen, in the arrangement of 2024-25 with invented amounts: asset
  /// codes in the last row.
  private static let sheet = """
    Worksheet 2: Revenue Outturn (RO) 2025-26: Service Expenditure Summary (RSX) data,,,,,,,,,,,,,
    This worksheet contains two tables. Data are reported in £ thousand.,,,,,,,,,,,,,
    E-code,ONS Code,Local authority,Notes,Class,Detailed Class,Certification,\
    Adult social care - Employees (C1),Adult social care - Running Expenses (C2),\
    Adult social care - Total Expenditure (C3 = C1 + C2),"Adult social care - Sales, Fees and Charges (C4)",\
    Adult social care - Other Income (C5),Adult social care - Total Income (C6 = C4 + C5),\
    Adult social care - Net Current Expenditure (C7 = C3 - C6)
    E4203,E08000003,Manchester,,MD,MD,N,100,200,300.5,10,20,30,270.5
    E4601,E08000025,Birmingham,M,MD,MD,[x],[x],[x],[x],[x],[x],[x],[x]
    Eng,E92000001,ENGLAND,,Eng,Eng,[Y],1000,2000,3000,100,200,300,2700
    ,,,,,,,RSX-asc-empl,RSX-asc-run-exp,RSX-asc-tot-exp,RSX-asc-sfc,RSX-asc-oth-inc,RSX-asc-tot-inc,RSX-asc-net-cur-exp

    """

  @Test("a new year enters without code, and its figures lead back to the publisher's cell")
  func adoptsNewYear() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("RSX_2025-26.csv", Self.sheet)
    let adopted = workspace.run(
      "adopt", workspace.path + "/RSX_2025-26.csv", "--dataset", "revenue-outturn",
      "--published", "2026-10-08")
    #expect(adopted.code == 0, "\(adopted.words)")
    let rows = try workspace.text("datasets/revenue-outturn/rsx-2025-26.csv").split(separator: "\n")
    #expect(rows[1] == "E08000003,Manchester,2025-04-01/P1Y,p,4,100,200,300.5,10,20,30,270.5")
    #expect(rows[2] == "E08000025,Birmingham,2025-04-01/P1Y,x,5,,,,,,,")
    let columns = try workspace.text("datasets/revenue-outturn/source-columns.csv")
    #expect(columns.contains("rsx-2025-26.csv,outturn.asc.net,14"))
    #expect(workspace.run("build").code == 0)
    let value = workspace.run(
      "sql",
      "SELECT value FROM observation WHERE place = 'E08000003' AND measure = 'outturn.asc.net' "
        + "AND period_start = '2025-04-01'", "--format", "csv")
    #expect(value.lines.last == "27050000.0" || value.lines.last == "27050000")
  }

  @Test("a later release of a year already held is a newer vintage, and the newest is used")
  func newerVintageWins() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("first.csv", Self.sheet)
    let later = Self.sheet.replacingOccurrences(of: ",10,20,30,270.5", with: ",12,18,30,270.5")
    try workspace.write("second.csv", later)
    func adopt(_ name: String, _ day: String, _ resource: String) -> Program {
      workspace.run(
        "adopt", "\(workspace.path)/\(name)", "--dataset", "revenue-outturn", "--published", day,
        "--name", resource)
    }
    #expect(adopt("second.csv", "2026-12-01", "later").code == 0)
    #expect(adopt("first.csv", "2026-10-08", "earlier").code == 0)
    #expect(workspace.run("build").code == 0)
    // £12 thousand of fees in £300.5 thousand spent: the later release, though loaded first.
    let fees = workspace.run(
      "values", "--indicator", "fees_share_asc", "--place", "Manchester", "--period", "2025-26",
      "--format", "csv")
    #expect(fees.lines.count == 2)
    #expect(fees.lines.last?.contains("2025-04-01/P1Y,4,") == true, "\(fees.output)")
  }
}
