import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise compare")
struct CompareCommandTests {
  @Test("compares a group against England and itself, alphabetically and without ranks")
  func comparesGroups() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let csv = workspace.run(
      "compare", "asc_net_adult_real", "--among", "core-cities", "--format", "csv")
    #expect(csv.code == 0)
    let lines = csv.output.split(separator: "\n")
    #expect(lines[0].hasSuffix("against_neighbours,fifth,reason"))
    #expect(lines.count == 9, "eight core cities")
    let birmingham = lines.first { $0.contains("Birmingham") } ?? ""
    #expect(birmingham.hasSuffix("not published"))
    // The published sheet: Manchester £629 and England £544 per adult in 2024-25.
    let manchester = lines.first { $0.contains(",Manchester,") } ?? ""
    #expect(manchester.contains("higher, not tested"))
    let page = workspace.run(
      "compare", "asc_net_adult_real", "csc_net_child_real", "--among", "core-cities", "--format",
      "markdown")
    #expect(page.output.contains("| Indicator | Period | England | Birmingham |"))
    #expect(!page.output.lowercased().contains("rank "))
  }

  @Test("writes a folder with the page, the rows and every figure that the page shows")
  func writesFolder() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let folder = workspace.path + "/leeds"
    let made = workspace.run(
      "compare", "asc_net_adult_real", "--beside", "csc_net_child_real", "--neighbours", "Leeds",
      "-o", folder)
    #expect(made.code == 0)
    let text = try workspace.text("leeds/comparison.md")
    #expect(text.contains("Of 20 similar councils 14 are compared"))
    #expect(text.contains("This is not value for money"))
    #expect(text.contains("95% interval"))
    var figures = 0
    for line in text.split(separator: "\n") where line.hasPrefix("![") {
      let path = line.split(separator: "(").last?.dropLast() ?? ""
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(path)"))
      figures += 1
    }
    #expect(figures == 2)
    #expect(FileManager.default.fileExists(atPath: folder + "/comparison.csv"))
  }

  @Test(
    "refuses what must not be compared, with one sentence",
    arguments: [
      (["asc_share", "--with", "Kent", "--with", "Leeds"], "do not run the same services"),
      (["env_net_head_real", "--among", "core-cities"], "is not compared between places"),
      (["asc_share"], "needs one of --among"),
      (["asc_share", "--with", "Leeds"], "at least two different places"),
      (["asc_shar", "--among", "core-cities"], "did you mean 'asc_share'?"),
      (["asc_share", "--among", "core-citys"], "did you mean 'core-cities'?"),
      (["asc_share", "--among", "Nort West"], "did you mean 'North West'?"),
      (
        ["asc_share", "--among", "core-cities", "--period", "1999-00"],
        "none of these places has a figure for the period; they have 20"
      ),
    ])
  func refuses(line: [String], reason: String) throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let refused = Program(["compare"] + line + ["--workspace", workspace.path])
    #expect(refused.code == 2)
    #expect(refused.words.contains(reason), "\(refused.words)")
    #expect(refused.output.isEmpty)
  }

  @Test("says what is noted of the groups that it compares, on the page and beside a table")
  func notes() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let note = "Core cities: The eight English members: Birmingham"
    let table = workspace.run("compare", "asc_net_adult_real", "--among", "core-cities")
    #expect(table.words.contains(note) && !table.output.contains(note))
    let page = workspace.run(
      "compare", "asc_net_adult_real", "--with", "core-cities", "--format", "markdown")
    #expect(page.output.contains(note))
    // The county council, not the councils of its footprint.
    let counties = workspace.run(
      "compare", "asc_net_adult_real", "--with", "Surrey;Kent", "--format", "csv")
    #expect(counties.code == 0 && counties.output.split(separator: "\n").count == 3)
    let grounds = workspace.run(
      "compare", "asc_net_adult_real", "--with", "footprint-surrey;footprint-suffolk", "--format",
      "csv")
    #expect(grounds.code == 0 && grounds.output.split(separator: "\n").count == 3)
  }

  @Test("build writes the comparisons of publications.csv, and of every region with --all")
  func publishes() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write(
      "datasets/catalogue/publications.csv",
      "kind,place,indicators\nreport,E08000003,\ncomparison,core-cities,asc_net_adult_real\n")
    #expect(workspace.run("build").code == 0)
    let files = try workspace.reports()
    #expect(files["comparisons/core-cities.md"] != nil)
    #expect(files["comparisons/core-cities.csv"] != nil)
    #expect(workspace.run("build", "--check").code == 0)
    #expect(workspace.run("build", "--all").code == 0)
    let all = try workspace.reports()
    #expect(all.keys.filter { $0.hasPrefix("comparisons/") && $0.hasSuffix(".md") }.count == 10)
    try workspace.write(
      "datasets/catalogue/publications.csv",
      "kind,place,indicators\ncomparison,core-cities,asc_nett\n")
    let refused = workspace.run("build")
    #expect(refused.code == 4)
    #expect(refused.words.contains("publications.csv:2"))
  }
}
