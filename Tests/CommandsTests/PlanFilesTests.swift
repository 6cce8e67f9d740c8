import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Files for plans")
struct PlanFilesTests {
  /// A row that is refused, and words of the refusal.
  static let plans: [(row: String, words: [String])] = [
    ("lagg,,3,,,,x,low", ["column 'item'", "did you mean 'lag'"]),
    (
      "target.early_help_share_lon,2030,3,,,,x,low", ["did you mean 'target.early_help_share_long'"]
    ),
    ("target.early_help_share_long,,25,,,,x,high", ["column 'year'", "a year such as 2030"]),
    ("lag,2030,3,,,,x,high", ["column 'year'", "'lag' has no year"]),
    ("lag,,2.5,,,,x,high", ["whole years from 0 to 10"]),
    ("cashable,,140,,,,x,high", ["a percentage from 0 to 100"]),
    ("effect_early_help,,0.9,1.1,1.3,,x,medium", ["column 'low'", "no more than the value 0.9"]),
    ("effect_early_help,,0.9,,0.3,,x,medium", ["column 'high'", "no less than the value 0.9"]),
    ("effect_early_help,,much,,,,x,medium", ["column 'value'", "found 'much'"]),
    ("effect_early_help,,,,,,x,medium", ["column 'value'", "a number"]),
    ("effect_early_help,,0.9,,,,,medium", ["column 'source'", "who says so"]),
    ("effect_early_help,,0.9,,,,x,certain", ["column 'confidence'", "high, medium or low"]),
    ("unit_cost.looked_after,,-3,,,,x,low", ["a number above nought"]),
    ("owner.plan,,,,,,x,", ["column 'text'"]),
    ("lag,,3,,,,x", ["found 7 fields, expected 8"]),
  ]

  @Test("a row that is not understood is refused with its line", arguments: plans)
  func refusedPlans(row: String, words: [String]) throws {
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    try workspace.bring("leeds", ["set_up,,0.3,,,,x,low", row])
    let program = workspace.small.run("build")
    #expect(program.code == 4)
    #expect(program.words.contains("datasets/plans/leeds.csv:3"))
    for word in words { #expect(program.words.contains(word), "\(program.words)") }
    #expect(!FileManager.default.fileExists(atPath: workspace.small.path + "/placewise.db"))
  }

  static let partners: [(row: String, words: [String])] = [
    ("Narnia,NHS,acute,2024-25,1,x", ["column 'place'"]),
    ("E08000003,,acute,2024-25,1,x", ["column 'agency'"]),
    ("E08000003,NHS,crisis,2024-25,1,x", ["column 'level'", "foundational, primary"]),
    ("E08000003,NHS,acute,2024,1,x", ["column 'year'", "2024-25"]),
    ("E08000003,NHS,acute,2024-25,lots,x", ["column 'amount'", "found 'lots'"]),
    ("E08000003,NHS,acute,2024-25,-5,x", ["column 'amount'", "not below nought"]),
    ("E08000003,NHS,acute,2024-25,1,", ["column 'source'", "who says so"]),
    ("Manchester,DWP,acute,2024-25,2,x", ["stands twice"]),
  ]

  @Test("a partner's row that is not understood is refused with its line", arguments: partners)
  func refusedPartners(row: String, words: [String]) throws {
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    try workspace.partners(["E08000003,DWP,acute,2024-25,£1.5m,x", row])
    let program = workspace.small.run("build")
    #expect(program.code == 4)
    #expect(program.words.contains("datasets/partners/invented.csv:3"))
    for word in words { #expect(program.words.contains(word), "\(program.words)") }
  }

  @Test("a file that is no place's, or a place's second, is refused")
  func refusedNames() throws {
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    try workspace.bring("atlantis", ["lag,,4,3,6,,x,low"])
    let unknown = workspace.small.run("build")
    #expect(
      unknown.code == 4 && unknown.words.contains("'atlantis' is neither the code of a place"))
    try FileManager.default.removeItem(
      atPath: workspace.small.path + "/datasets/plans/atlantis.csv")
    try workspace.bring("E08000035", ["lag,,4,3,6,,x,low"])
    try workspace.bring("leeds", ["lag,,4,3,6,,x,low"])
    let twice = workspace.small.run("build")
    #expect(twice.code == 4 && twice.words.contains("another file for Leeds"))
  }

  @Test("the example of the documentation is a file that is understood")
  func documented() throws {
    let url = Reference.package.appendingPathComponent("datasets/plans/README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let example = try #require(
      text.split(separator: "```csv\n").last?.split(separator: "```").first)
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    try workspace.small.write("datasets/plans/leeds.csv", String(example))
    #expect(workspace.small.run("build").code == 0)
    #expect(workspace.small.run("plan", "Leeds").output.contains("(local figure)"))
  }
}
