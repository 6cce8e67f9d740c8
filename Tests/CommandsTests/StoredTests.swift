import Foundation
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("sources, rejects, values, indicators, verify and forget")
struct StoredTests {
  private static let homes =
    "areacd,indicator,period,observation\nE08000003,local.homes,2024-25,120\n"
    + "E08000035,local.homes,2024-25,many\n"

  @Test("the ledger adds up, rejects keep line and text, and forgetting leaves no trace")
  func ledgerAndForget() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let other = try desk.file(
      "other.csv", "areacd,indicator,period,observation\nE08000003,local.trees,2024-25,7\n")
    #expect(desk.run("import", other).code == 0)
    let digest = "SELECT name, rows, sha256 FROM content_digest WHERE name <> 'build_input'"
    let before = desk.run("sql", digest, "--format", "csv").output
    #expect(desk.run("import", try desk.file("homes.csv", Self.homes)).code == 3)
    let sources = desk.run("sources", "--format", "csv")
    #expect(sources.lines.count == 3)
    #expect(sources.lines[2].hasPrefix("2,homes,"))
    #expect(sources.words.contains("2 files: 5 rows read = 2 loaded + 1 rejected + 2 skipped"))
    let rejects = desk.run("rejects", "homes", "--skipped", "--format", "csv")
    #expect(rejects.lines[1].contains(",3,4,rejected,\"found 'many', expected a number"))
    #expect(rejects.lines[1].hasSuffix(",\"E08000035,local.homes,2024-25,many\""))
    #expect(rejects.lines[2].hasSuffix(",skipped,1 header,"))
    #expect(desk.run("forget", "nothing").code == 2)
    #expect(desk.run("verify").code == 0)
    #expect(desk.run("forget", "homes.csv").code == 0)
    #expect(desk.run("sql", digest, "--format", "csv").output == before)
    #expect(desk.run("verify").code == 0)
  }

  @Test("notes are listed when asked for")
  func notes() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let bytes: [UInt8] =
      Array("areacd,areanm,indicator,period,observation\nW06000001,Ynys M".utf8) + [0xF4]
      + Array("n,local.homes,2024-25,1\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: desk.path("old.csv")))
    #expect(desk.run("import", desk.path("old.csv")).code == 0)
    #expect(desk.run("rejects", "1").output.contains("Windows-1252") == false)
    #expect(desk.run("rejects", "1", "--notes").output.contains("Windows-1252"))
  }

  @Test("verify finds a changed row, a missing table and a file that is no database")
  func verify() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    #expect(desk.run("import", try desk.file("homes.csv", Self.homes)).code == 3)
    do {
      let connection = try Connection(path: desk.database, mode: .readWrite)
      try connection.execute("UPDATE observation SET value = 121")
    }
    let changed = desk.run("verify", "--format", "csv")
    #expect(changed.code == 1)
    #expect(changed.output.contains("table observation has 1 rows, of which some were changed"))
    do {
      let connection = try Connection(path: desk.database, mode: .readWrite)
      try connection.execute("CREATE TABLE stray (a)")
    }
    #expect(desk.run("verify").output.contains("unexpected table stray"))
    _ = try desk.file("test.db", String(repeating: "no database", count: 100))
    #expect(desk.run("verify").code == 5)
  }

  @Test("indicators are listed by theme and explained one by one")
  func indicators() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    #expect(desk.run("indicators", "--format", "csv").lines.count > 100)
    let one = desk.run("indicators", "csc_share")
    #expect(one.code == 0)
    #expect(one.output.contains("formula"))
    #expect(one.output.contains("Sure Start"), "the break of 2014-15 is named")
    #expect(desk.run("indicators", "csc_shre").words.contains("did you mean 'csc_share'?"))
  }

  @Test("values come as tidy rows, and a place without any is told what there is")
  func values() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let rows = workspace.run(
      "values", "--indicator", "asc_net_head_real", "--place", "Manchester", "--format", "csv")
    #expect(rows.code == 0)
    #expect(
      rows.lines[0].hasPrefix(
        "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
      ))
    // Manchester's adult social care per resident, 2024-25: £488.41.
    #expect(
      rows.lines.last?.hasPrefix(
        "E08000003,Manchester,metropolitan-district,asc_net_head_real,2024-04-01/P1Y,488.41,")
        == true)
    let group = workspace.run(
      "values", "--indicator", "asc_share", "--among", "core-cities", "--period", "latest",
      "--format", "json")
    #expect(group.lines.count == 10)
    let none = workspace.run("values", "--indicator", "asc_share", "--place", "Cardiff")
    #expect(none.code == 0)
    #expect(none.words.contains("Cardiff"))
    #expect(none.words.contains("population.all"))
    #expect(workspace.run("values", "--indicator", "asc_shar").code == 2)
    #expect(workspace.run("values", "--period", "then").code == 2)
    #expect(workspace.run("forget", "revenue-outturn").words.contains("every build loads anew"))
  }

  @Test("an import marks the build as out of date, and stays through the next")
  func importAndBuild() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    try workspace.write("homes.csv", Self.homes)
    let path = workspace.scratch.url.appendingPathComponent("homes.csv").path
    #expect(workspace.run("import", path).code == 3)
    #expect(workspace.run("verify").code == 0)
    #expect(!workspace.run("build").words.contains("nothing has changed"))
    #expect(workspace.run("sources", "--user", "--format", "csv").lines.count == 2)
    #expect(workspace.run("forget", "homes.csv").code == 0)
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("sources", "--user", "--format", "csv").lines.count == 1)
  }
}
