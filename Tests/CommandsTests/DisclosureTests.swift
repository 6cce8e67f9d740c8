import Evidence
import Foundation
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("Disclosure control of a data set")
struct DisclosureTests {
  /// Invented referrals in the councils of Greater Manchester, with the published sum.
  private static let referrals = [
    ("E08000001", 41), ("E08000002", 3), ("E08000003", 120), ("E08000004", 36), ("E08000005", 44),
    ("E08000006", 58), ("E08000007", 0), ("E08000008", 27), ("E08000009", 19), ("E08000010", 62),
  ]

  /// What an author noted of the figures; it tells the sum of all parts.
  private static let check =
    "check: E47000001 2024-25 local.referrals: 411 against 410 from 10 councils"

  /// A workspace with a data set of counts that nobody has protected yet.
  private func workspace(rule: String) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    var rows = "areacd,indicator,period,observation,unit\n"
    let total = Self.referrals.reduce(0) { $0 + $1.1 }
    for (place, count) in Self.referrals + [("E47000001", total)] {
      rows += "\(place),local.referrals,2024-04-01/P1Y,\(count),persons\n"
    }
    let folder = workspace.scratch.url.appendingPathComponent("datasets/referrals")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try workspace.write("datasets/referrals/referrals.csv", rows)
    try workspace.write(
      "datasets/referrals/datapackage.json",
      """
      {"name": "referrals", "placewise": {"disclosure": \(rule)}, "resources": [
        {"name": "referrals", "path": "referrals.csv",
         "hash": "sha256:\(SHA256.hex(of: Array(rows.utf8)))", "placewise": {
          "layout": "tidy", "checks": ["\(Self.check)"]}}]}
      """)
    try append(
      "measures.csv", "local.referrals,Referrals,persons,flow,all,neutral,\n", workspace)
    let columns = try workspace.text("datasets/catalogue/indicators.csv")
      .prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let values = [
      "id": "referrals", "title": "Referrals", "definition": "People referred",
      "formula": "local.referrals", "unit": "people", "decimals": "0", "polarity": "neutral",
      "tier": "all", "comparability": "none", "theme": "Opportunity", "source": "invented",
    ]
    try append(
      "indicators.csv", columns.map { values[$0] ?? "" }.joined(separator: ",") + "\n", workspace)
    return workspace
  }

  private func append(_ name: String, _ row: String, _ workspace: SmallWorkspace) throws {
    let path = "datasets/catalogue/\(name)"
    try workspace.write(path, try workspace.text(path) + row)
  }

  /// The referrals as the database has them, by place; nil where nothing is shown.
  private func held(_ workspace: SmallWorkspace) throws -> [String: Double?] {
    let connection = try Database.open(workspace.path + "/placewise.db", .readOnly)
    let rows = try connection.prepare(
      "SELECT place, value, status FROM observation WHERE measure = 'local.referrals'")
    var found: [String: Double?] = [:]
    while try rows.step() {
      #expect((rows.optionalDouble(1) == nil) == (rows.text(2) == "c"))
      found[rows.text(0)] = .some(rows.optionalDouble(1))
    }
    return found
  }

  @Test("hides small counts and what they could be worked out from, before anything is written")
  func hides() throws {
    let workspace = try workspace(rule: #"{"threshold": 5}"#)
    defer { workspace.scratch.remove() }
    let build = workspace.run("build")
    #expect(build.code == 0, "\(build.words)")
    let held = try held(workspace)
    #expect(held.count == 11)
    #expect(held["E08000002"] == .some(nil), "3 is small")
    #expect(held["E08000007"] == 0, "noughts are shown")
    #expect(held["E47000001"] == 410, "the published sum is shown")
    let hidden = held.filter { $0.value == nil }.keys
    #expect(hidden.count == 2, "another keeps the sum from giving it away: \(hidden)")

    let told = workspace.run("explain", "E08000002", "referrals", "2024-25")
    #expect(told.output.contains("printed     [c]"))
    #expect(told.output.contains("hidden by the data set's rule"))
    #expect(told.output.contains("counts below 5 are hidden"))
    #expect(!told.output.contains("'3'"))
    let table = try workspace.text("reports/tables/referrals.csv").split(separator: "\n")
    let bury = try #require(table.first { $0.hasPrefix("E08000002,") })
    #expect(bury.contains(",referrals,2024-04-01/P1Y,,"), "\(bury)")
    let verify = workspace.run("verify")
    #expect(verify.code == 0, "\(verify.output)")
    #expect(verify.output.contains("disclosure"))
    #expect(!workspace.run("sources", "--checks").output.contains("411 against"))
    #expect(workspace.run("build", "--check").code == 0)
  }

  @Test("verify names what can be worked out when a hidden figure is shown again")
  func audits() throws {
    let workspace = try workspace(rule: #"{"threshold": 5}"#)
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let hidden = try held(workspace).filter { $0.value == nil }.keys
    let beside = try #require(hidden.first { $0 != "E08000002" })
    let value = try #require(Self.referrals.first { $0.0 == beside }).1
    do {
      let connection = try Database.open(workspace.path + "/placewise.db", .readWrite)
      try connection.execute(
        "UPDATE observation SET value = \(value), status = '' WHERE place = '\(beside)' "
          + "AND measure = 'local.referrals'")
    }
    let verify = workspace.run("verify", "--format", "csv")
    #expect(verify.code == 1)
    #expect(
      verify.output.contains(
        "disclosure,failed,referrals: local.referrals E08000002 2024-04-01/P1Y can be worked out"),
      "\(verify.output)")
  }

  @Test("publisher keeps what the publisher shows; base rounds and hides small counts alone")
  func otherRules() throws {
    let kept = try workspace(rule: #""publisher""#)
    defer { kept.scratch.remove() }
    #expect(kept.run("build").code == 0)
    #expect(try held(kept)["E08000002"] == 3)
    #expect(kept.run("sources", "--checks").output.contains("411 against"))

    let rounded = try workspace(rule: #"{"base": 5}"#)
    defer { rounded.scratch.remove() }
    #expect(rounded.run("build").code == 0)
    let held = try held(rounded)
    #expect(held["E08000002"] == .some(nil))
    #expect(held["E08000001"] == 40)
    #expect(held["E08000008"] == 25)
    #expect(held.values.allSatisfy { ($0 ?? 0).truncatingRemainder(dividingBy: 5) == 0 })
  }

  @Test("a rule that is none is refused, and import does not go round one that is")
  func refusals() throws {
    let wrong = try workspace(rule: #"{"threshold": 0}"#)
    defer { wrong.scratch.remove() }
    let build = wrong.run("build")
    #expect(build.code == 4)
    #expect(build.words.contains("found disclosure.threshold 0, expected at least 2"))

    let misspelt = try workspace(
      rule:
        #"{"threshold": 5, "sums": [{"total": "local.referals", "parts": ["local.referrals"]}]}"#)
    defer { misspelt.scratch.remove() }
    let stopped = misspelt.run("build")
    #expect(stopped.code == 4)
    #expect(stopped.words.contains("found 'local.referals', expected a measure of which"))

    let right = try workspace(rule: #"{"threshold": 5}"#)
    defer { right.scratch.remove() }
    let loaded = right.run("import", right.path + "/datasets/referrals/referrals.csv")
    #expect(loaded.code == 4)
    #expect(loaded.words.contains("asks for figures to be hidden"))

    // The same under a name that begins with an accent, which Swift sees as a part of the bar.
    let folder = right.path + "/datasets/referrals/"
    let accented = "\u{301}r.csv"
    try right.write(
      "datasets/referrals/\(accented)", right.text("datasets/referrals/referrals.csv"))
    try right.write(
      "datasets/referrals/datapackage.json",
      right.text("datasets/referrals/datapackage.json").replacingOccurrences(
        of: "\"referrals.csv\"", with: "\"\(accented)\""))
    let hidden = right.run("import", folder + accented)
    #expect(hidden.code == 4)
    #expect(hidden.words.contains("asks for figures to be hidden"), "\(hidden.words)")
  }
}
