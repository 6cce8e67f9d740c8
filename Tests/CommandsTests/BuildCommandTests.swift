import Foundation
import Indicators
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("placewise build")
struct BuildCommandTests {
  @Test("writes reports, tables and an index, and the same bytes a second time")
  func buildsTwiceAlike() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let first = workspace.run("build")
    #expect(first.code == 0, "\(first.words)")
    let reports = try workspace.reports()
    #expect(reports["places/manchester/report.md"] != nil)
    #expect(reports["places/greater-manchester/figures/who-spends.svg"] != nil)
    #expect(reports["tables/asc_net_adult_real.csv"] != nil)
    #expect(reports["tables/asc_net_adult_real.csv-metadata.json"] != nil)
    #expect(reports["README.md"] != nil)
    let unchanged = workspace.run("build")
    #expect(unchanged.code == 0)
    #expect(unchanged.words.contains("nothing has changed"))
    #expect(workspace.run("build", "--fresh").code == 0)
    #expect(try workspace.reports() == reports)
    #expect(workspace.run("verify").code == 0)
  }

  @Test("--check names a figure that moved with its old and new value")
  func checkNamesDrift() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("build", "--check").code == 0)
    // Manchester's adult social care per resident, 2024-25: research/analysis.md section 3, £488.
    let table = "reports/tables/asc_net_head_real.csv"
    let text = try workspace.text(table)
    #expect(text.contains(",488.41,"))
    try workspace.write(table, text.replacingOccurrences(of: ",488.41,", with: ",499.41,"))
    let check = workspace.run("build", "--check")
    #expect(check.code == 1)
    #expect(check.output.contains("E08000003 asc_net_head_real 2024-04-01/P1Y: 499.41"))
    #expect(check.output.contains("→ 488.41"))
    #expect(try workspace.text(table).contains("499.41"), "the check changes nothing")
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("build", "--check").code == 0)
  }

  @Test("a changed input is refused by its hash and leaves everything as it was")
  func refusesChangedInput() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let before = try workspace.reports()
    let name = "datasets/revenue-outturn/rsx-2024-25.csv"
    try workspace.write(name, try workspace.text(name) + "\n")
    let refused = workspace.run("build")
    #expect(refused.code == 4)
    #expect(refused.words.contains("rsx-2024-25.csv"))
    #expect(try workspace.reports() == before)
    #expect(workspace.run("sources").code == 0)
  }

  @Test("a mistaken formula is refused with file, line and column")
  func refusesMistakenFormula() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let name = "datasets/catalogue/indicators.csv"
    let text = try workspace.text(name)
    let mistaken = text.replacingOccurrences(
      of: ",population.all,people,", with: ",population.all +,people,")
    try workspace.write(name, mistaken)
    let refused = workspace.run("build")
    #expect(refused.code == 4)
    #expect(refused.words.contains("indicators.csv:2"))
    #expect(refused.words.contains("column 17"))
  }

  @Test("what a user imported stays through a build and goes with --fresh")
  func keepsUserImports() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    try workspace.write(
      "own.csv",
      "areacd,areanm,geography,indicator,period,observation\n"
        + "E08000003,Manchester,,own.visits,2024-04-01/P1Y,12\n")
    #expect(workspace.run("import", workspace.path + "/own.csv").code == 0)
    let query = "SELECT count(*) AS n FROM observation WHERE measure = 'own.visits'"
    #expect(workspace.run("sql", query, "--format", "csv").lines.last == "1")
    let deflators = "datasets/catalogue/outcomes.csv"
    try workspace.write(deflators, try workspace.text(deflators) + "other,Other,none\n")
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("sql", query, "--format", "csv").lines.last == "1")
    #expect(workspace.run("build", "--fresh").code == 0)
    #expect(workspace.run("sql", query, "--format", "csv").lines.last == "0")
  }

  @Test("a database of an earlier version is built anew with what a user imported into it")
  func buildsFromEarlier() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    try workspace.write(
      "own.csv",
      "areacd,areanm,geography,indicator,period,observation\n"
        + "E08000003,Manchester,,own.visits,2024-04-01/P1Y,12\n")
    #expect(workspace.run("import", workspace.path + "/own.csv").code == 0)
    try takeBackLastStep(workspace.path + "/placewise.db")
    let query = "SELECT count(*) AS n FROM observation WHERE measure = 'own.visits'"
    let refused = workspace.run("sql", query)
    #expect(refused.code == 5)
    #expect(refused.words.contains("run 'placewise build'"))
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("sql", query, "--format", "csv").lines.last == "1")
  }

  /// Makes a database look as before the last step of the indicators' schema.
  private func takeBackLastStep(_ path: String) throws {
    let steps = IndicatorsSchema.part.migrations
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute(
      "DELETE FROM schema_migration WHERE part = 'indicators'; DROP VIEW v_spend_per_head; "
        + "DROP VIEW v_indicator; DROP TABLE indicator; DROP TABLE indicator_value")
    for step in steps.dropLast() {
      try connection.execute(step.sql)
      try connection.execute(
        "INSERT INTO schema_migration (part, name, sha256) VALUES ('indicators', '\(step.name)', "
          + "'\(SHA256.hex(of: step.sql))')")
    }
  }

  @Test("a named place is written anew and nothing else is removed")
  func buildsOnePlace() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("build", "Leeds").code == 0)
    let reports = try workspace.reports()
    #expect(reports["places/leeds/report.md"] != nil)
    #expect(reports["places/manchester/report.md"] != nil)
    #expect(workspace.run("build", "Machester").code == 2)
  }

  @Test("a folder without data sets is refused with what to do")
  func refusesEmptyFolder() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let refused = Program(["build", "--workspace", desk.scratch.url.path])
    #expect(refused.code == 4)
    #expect(refused.words.contains("--workspace"))
  }
}
