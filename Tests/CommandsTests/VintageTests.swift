import Evidence
import Foundation
import Places
import TestSupport
import Testing

@testable import Commands

@Suite("--as-of and freshness")
struct VintageTests {
  /// Two releases of one invented year of spending: £10 thousand of fees, revised to £12 thousand.
  static func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    for (name, fees, day) in [("first", "10,20", "2026-10-08"), ("second", "12,18", "2026-12-01")] {
      try workspace.write("\(name).csv", sheet.replacingOccurrences(of: "10,20", with: fees))
      let adopted = workspace.run(
        "adopt", "\(workspace.path)/\(name).csv", "--dataset", "revenue-outturn", "--published",
        day, "--name", name)
      #expect(adopted.code == 0, "\(adopted.words)")
    }
    return workspace
  }

  static let sheet = """
    Worksheet 2: Revenue Outturn (RO) 2025-26: Service Expenditure Summary (RSX) data,,,,,,,,,,,,,
    This worksheet contains two tables. Data are reported in £ thousand.,,,,,,,,,,,,,
    E-code,ONS Code,Local authority,Notes,Class,Detailed Class,Certification,\
    Adult social care - Employees (C1),Adult social care - Running Expenses (C2),\
    Adult social care - Total Expenditure (C3 = C1 + C2),"Adult social care - Sales, Fees and Charges (C4)",\
    Adult social care - Other Income (C5),Adult social care - Total Income (C6 = C4 + C5),\
    Adult social care - Net Current Expenditure (C7 = C3 - C6)
    E4203,E08000003,Manchester,,MD,MD,N,100,200,300,10,20,30,270
    E4206,E08000006,Salford,,MD,MD,N,100,200,300,10,20,30,270
    Eng,E92000001,ENGLAND,,Eng,Eng,[Y],1000,2000,3000,100,200,300,2700
    ,,,,,,,RSX-asc-empl,RSX-asc-run-exp,RSX-asc-tot-exp,RSX-asc-sfc,RSX-asc-oth-inc,RSX-asc-tot-inc,RSX-asc-net-cur-exp

    """

  private func fees(_ workspace: SmallWorkspace, _ more: [String]) -> String {
    let told = Program(
      [
        "values", "--indicator", "fees_share_asc", "--place", "Manchester", "--period", "2025-26",
        "--format", "csv", "--workspace", workspace.path,
      ] + more)
    #expect(told.code == 0, "\(told.words)")
    guard told.lines.count > 1 else { return "none" }
    return told.lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)[5]
  }

  @Test("figures are those of the newest release published by the day")
  func looksBack() throws {
    let workspace = try Self.workspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    // £12 thousand of £300 thousand, and £10 thousand of it before.
    #expect(fees(workspace, []) == "4")
    #expect(fees(workspace, ["--as-of", "2026-12-01"]) == "4")
    #expect(fees(workspace, ["--as-of", "2026-11-30"]) == "3.3")
    #expect(fees(workspace, ["--as-of", "2026-10-08"]) == "3.3")
    #expect(fees(workspace, ["--as-of", "2026-10-07"]) == "none")
    let explained = workspace.run(
      "explain", "Manchester", "fees_share_asc", "2025-26", "--as-of", "2026-11-30")
    #expect(explained.output.contains("revenue-outturn/first.csv"))
    #expect(!explained.output.contains("second.csv"))
    let report = workspace.run("report", "Manchester", "--as-of", "2026-11-30")
    #expect(report.output.contains("as known on 2026-11-30"))
    let wrong = workspace.run("values", "--as-of", "2026-13-01")
    #expect(wrong.code == 2)
    #expect(wrong.words.contains("expected a day such as 2025-01-31"))
  }

  @Test("build --as-of gives the reports that the data sets of the day gave")
  func buildsThePast() throws {
    let workspace = try Self.workspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build", "--as-of", "2026-11-30").code == 0)
    let table = try workspace.text("reports/tables/fees_share_asc.csv")
    #expect(
      table.contains(
        "E08000003,Manchester,metropolitan-district,fees_share_asc,2025-04-01/P1Y,3.3,"))
    #expect(workspace.run("build", "--check", "--as-of", "2026-11-30").code == 0)
    #expect(workspace.run("build", "--check").code == 1)
    // The same tables as from data sets that have no later release.
    try FileManager.default.removeItem(atPath: workspace.path + "/placewise.db")
    let text = try workspace.text("datasets/revenue-outturn/datapackage.json")
    try workspace.write(
      "datasets/revenue-outturn/datapackage.json",
      text.replacingOccurrences(
        of: "\"published\" : \"2026-12-01\"", with: "\"published\" : \"2027-01-01\""))
    #expect(workspace.run("build", "--as-of", "2026-12-31").code == 0)
    #expect(try workspace.text("reports/tables/fees_share_asc.csv") == table)
  }

  @Test("a figure of a file without a day counts from the end of its period")
  func waitsForTheEnd() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    func held(_ day: String) -> String? {
      workspace.run(
        "sql", "SELECT count(*) FROM observation WHERE measure = 'outturn.asc.net'", "--as-of", day,
        "--format", "csv"
      ).lines.last
    }
    #expect(held("2025-03-30") == "0")
    #expect(held("2025-03-31") != "0")
  }

  @Test(
    "the last day of a period",
    arguments: [
      ("2024-04-01/P1Y", "2025-03-31"), ("2024-06-30/P0D", "2024-06-30"),
      ("2024-10-01/P3M", "2024-12-31"), ("2010-04-06/P1Y", "2011-04-05"),
      ("2023-03-01/P1Y", "2024-02-29"), ("2023-12-01/P1M", "2023-12-31"),
    ])
  func endsPeriods(_ period: String, _ day: String) throws {
    #expect(try #require(Period(iso: period)).lastDay.iso == day)
  }

  @Test(
    "days between two days",
    arguments: [
      ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
      ("2000-01-01", "2026-11-25", 9825), ("2026-01-02", "2026-01-01", -1),
    ])
  func countsDays(_ first: String, _ last: String, _ days: Int) throws {
    #expect(try #require(Day(last)).days(since: #require(Day(first))) == days)
  }

  @Test(
    "a data set is judged on the day that is given, and on none without one",
    arguments: [
      ("", 0, "deflators,1,2026-03-31,,100,400,"),
      ("2026-04-30", 0, "deflators,1,2026-03-31,30,100,400,fresh"),
      ("2026-08-01", 0, "deflators,1,2026-03-31,123,100,400,late"),
      ("2027-06-01", 1, "deflators,1,2026-03-31,427,100,400,overdue"),
      ("2026-03-30", 0, "deflators,1,,,100,400,undated"),
    ])
  func judgesFreshness(_ day: String, _ code: Int32, _ row: String) throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let name = "datasets/deflators/datapackage.json"
    var package =
      try JSONSerialization.jsonObject(with: Data(workspace.text(name).utf8)) as? [String: Any]
      ?? [:]
    package["placewise"] = ["freshness": ["warnAfter": 100, "errorAfter": 400]]
    try JSONSerialization.data(withJSONObject: package)
      .write(to: URL(fileURLWithPath: workspace.path + "/" + name))
    let asked = ["sources", "--freshness", "--format", "csv", "--workspace", workspace.path]
    let told = Program(asked + (day.isEmpty ? [] : ["--as-of", day]))
    #expect(told.code == code, "\(told.words)")
    #expect(told.lines.contains(row), "\(told.output)")
    if row.hasSuffix("overdue") {
      #expect(told.words.contains("is 427 days old on 2027-06-01; at most 400 are expected"))
      #expect(workspace.run("build", "--as-of", day).code == 0, "a build says it and goes on")
      #expect(workspace.run("build", "--check", "--as-of", day).code == 1)
    }
  }
}
