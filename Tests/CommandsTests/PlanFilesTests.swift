import Foundation
import Indicators
import Places
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
    let words = words + ["datasets/plans/leeds.csv:3"]
    let said = try refusal(
      "plans/leeds.csv",
      ["item,year,value,low,high,text,source,confidence", "set_up,,0.3,,,,x,low", row])
    for word in words { #expect(said.contains(word), "\(said)") }
  }

  /// The shipped catalogue and register, read once.
  private static let shipped: (catalogue: Catalogue, register: Register)? = {
    let workspace = Workspace(folder: Reference.package.path)
    guard let catalogue = try? CatalogueFiles(workspace: workspace).catalogue(),
      let register = try? Datasets(workspace).register().register
    else { return nil }
    return (catalogue, register)
  }()

  /// What is said of a folder of data sets with one file of plans or partners.
  private func refusal(_ name: String, _ lines: [String]) throws -> String {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let shipped = try #require(Self.shipped)
    let folder = scratch.url.appendingPathComponent("datasets")
    for name in ["plans", "partners"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      at: Reference.package.appendingPathComponent("datasets/catalogue"),
      to: folder.appendingPathComponent("catalogue"))
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: folder.appendingPathComponent(name))
    let files = PlanFiles(
      workspace: Workspace(folder: scratch.url.path), catalogue: shipped.catalogue,
      register: shipped.register)
    do {
      _ = try files.inputs()
      return ""
    } catch { return "\(error)" }
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
    let words = words + ["datasets/partners/invented.csv:3"]
    let said = try refusal(
      "partners/invented.csv",
      ["place,agency,level,year,amount,source", "E08000003,DWP,acute,2024-25,£1.5m,x", row])
    for word in words { #expect(said.contains(word), "\(said)") }
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
