import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Areas that the register lacks")
struct OtherAreaTests {
  /// A European region, a health board and a council that is in no list.
  private static let file = """
    areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes
    TLC1,Tees Valley and Durham,ITL Level 2,Arts,2023-04-01/P1Y,71.5,Percentage,%,70,73,,
    E38000014,,NHS,Arts,2023-04-01/P1Y,70,Percentage,%,69,71,,
    TLD,North West,ITL Level 1,Arts,2023-04-01/P1Y,72,Percentage,%,71,73,,
    E08000003,Manchester,Metropolitan District,Arts,2023-04-01/P1Y,74,Percentage,%,73,75,,
    E06000999,Nowhere,Unitary Authority,Arts,2023-04-01/P1Y,75,Percentage,%,74,76,,

    """

  @Test("load under their own codes, are found by these alone, and belong to nothing")
  func loads() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let loaded = desk.run("import", try desk.file("arts.csv", Self.file))
    #expect(loaded.code == 0)
    // The unknown council's row is not an area of its own: it is a gap, and is said to be one.
    #expect(loaded.words.contains("4 loaded + 0 rejected + 2 skipped"), "\(loaded.words)")
    let stored = desk.run(
      "sql", "SELECT code, name, kind, tier FROM place WHERE kind = 'other' ORDER BY code",
      "--format", "csv")
    #expect(
      stored.lines.dropFirst() == [
        "E38000014,NHS sub-board area E38000014,other,area",
        "TLC1,Tees Valley and Durham,other,area",
      ])
    let found = desk.run("places", "tlc1", "--format", "csv")
    #expect(found.lines.count == 2 && found.lines[1].contains(",other area,area,"))
    #expect(desk.run("places", "Tees Valley and Durham").code == 2)
    #expect(!desk.run("places", "--all-tiers", "--format", "csv").output.contains("TLC1,"))
    #expect(!desk.run("places", "--members", "North East", "--all-tiers").output.contains("TLC1"))
    #expect(desk.run("verify").code == 0)
  }

  @Test("stay through a build and go with the file that brought them")
  func stays() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("arts.csv", Self.file)
    #expect(workspace.run("build").code == 0)
    let before = try workspace.reports()
    #expect(workspace.run("import", workspace.path + "/arts.csv").code == 0)
    #expect(workspace.run("build").code == 0)
    let count = "SELECT count(*) FROM place WHERE kind = 'other'"
    #expect(workspace.run("sql", count, "--format", "csv").output.hasSuffix("\n2\n"))
    #expect(try workspace.reports().keys.sorted() == before.keys.sorted())
    #expect(workspace.run("forget", "arts.csv").code == 0)
    #expect(workspace.run("sql", count, "--format", "csv").output.hasSuffix("\n0\n"))
    #expect(workspace.run("verify").code == 0)
  }

  @Test("of a place without indicators it is said what figures there are")
  func says() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("arts.csv", Self.file)
    #expect(workspace.run("build").code == 0)
    #expect(workspace.run("import", workspace.path + "/arts.csv").code == 0)
    let asked = workspace.run("values", "--place", "TLC1")
    #expect(asked.words.contains("no indicator was computed for it; there is only els.arts"))
    // Never one of those that are compared.
    let refused = workspace.run("compare", "asc_share", "--with", "TLC1", "--with", "Leeds")
    #expect(refused.code == 2 && refused.words.contains("is no council"))
  }
}
