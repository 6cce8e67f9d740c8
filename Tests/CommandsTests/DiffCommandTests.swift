import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise diff")
struct DiffCommandTests {
  /// A figure that moved, as lists name it.
  private struct Moved: Hashable {
    let place: String
    let indicator: String
    let period: String
  }

  /// The rows of a list of moves, by figure.
  private func moves(_ told: Program) -> [Moved: [String]] {
    var found: [Moved: [String]] = [:]
    for line in told.lines.dropFirst() {
      // Names and places of this small workspace that moved hold no commas.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 4 else { continue }
      found[Moved(place: fields[0], indicator: fields[2], period: fields[3])] = fields
    }
    return found
  }

  private func change(
    _ workspace: SmallWorkspace, _ name: String, _ old: String, _ new: String
  ) throws {
    let text = try workspace.text(name)
    #expect(text.contains(old), "\(name) has \(old)")
    try workspace.write(name, text.replacingOccurrences(of: old, with: new))
  }

  @Test("one changed cell: the same list from check, diff and lineage, and the cell as the cause")
  func followsOneCell() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build", "--update-lock").code == 0)
    let old = workspace.path + "/old.db"
    try FileManager.default.copyItem(atPath: workspace.path + "/placewise.db", toPath: old)
    try FileManager.default.copyItem(
      atPath: workspace.path + "/reports", toPath: workspace.path + "/old-reports")
    // Manchester's adult social care, £287,999 thousand net: explain names the cell.
    let explained = workspace.run(
      "explain", "Manchester", "asc_net_adult_real", "2024-25", "--format", "csv")
    let row = try #require(explained.lines.first { $0.contains(",287999,") }).split(
      separator: ",", omittingEmptySubsequences: false
    ).map(String.init)
    let at = try #require(row.firstIndex(of: "287999"))
    let cell = "datasets/revenue-outturn/rsx-2024-25.csv:\(row[at - 2]):\(row[at - 1])"
    let uses = workspace.run("explain", "--cell", cell, "--format", "csv")
    #expect(uses.code == 0, "\(uses.words)")
    let expected = Set<Moved>(
      uses.lines.dropFirst().compactMap { line -> Moved? in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          .map(String.init)
        // A blank does not move.
        guard !fields[5].isEmpty || !fields[6].isEmpty else { return nil }
        return Moved(place: fields[1], indicator: fields[3], period: fields[4])
      })
    #expect(expected.count > 5)

    try change(workspace, "datasets/revenue-outturn/rsx-2024-25.csv", ",287999,", ",5287999,")
    let check = workspace.run("build", "--check", "--update-lock", "--format", "csv")
    #expect(check.code == 1)
    #expect(Set(moves(check).keys) == expected)

    #expect(workspace.run("build", "--update-lock").code == 0)
    let told = workspace.run("diff", old, workspace.path + "/placewise.db", "--format", "csv")
    #expect(told.code == 1, "\(told.words)")
    #expect(Set(moves(told).keys) == expected)
    for (figure, fields) in moves(told) {
      #expect(fields.contains("source revised"), "\(figure)")
    }
    #expect(
      told.output.contains(
        "rsx-2024-25.csv:\(row[at - 2]), column \(row[at - 1]): outturn.asc.net of Manchester, "
          + "2024-25: £287999000 → £5287999000"))
    let trees = workspace.run(
      "diff", workspace.path + "/old-reports", workspace.path + "/reports", "--format", "csv")
    #expect(trees.code == 1)
    #expect(Set(moves(trees).keys) == expected)
  }

  @Test("a thing with itself: nothing, and exit 0")
  func findsNothing() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let (database, reports) = (workspace.path + "/placewise.db", workspace.path + "/reports")
    for (old, new) in [
      (database, database), (reports, reports), (database, reports), (database, workspace.path),
    ] {
      let told = workspace.run("diff", old, new)
      #expect(told.code == 0, "\(old) \(new): \(told.output)")
      #expect(told.output.isEmpty)
      #expect(told.words.contains("no figure moved"))
    }
    let unknown = workspace.run("diff", database, "2025-13-01")
    #expect(unknown.code == 2)
    #expect(unknown.words.contains("expected a database, a day"))
  }

  @Test("between days: what was published first is new data, what was published again is revised")
  func comparesDays() throws {
    let workspace = try VintageTests.workspace()
    defer { workspace.scratch.remove() }
    let fees = Moved(place: "E08000003", indicator: "fees_share_asc", period: "2025-04-01/P1Y")
    let first = workspace.run("diff", "2026-10-07", "2026-10-08", "--format", "csv")
    #expect(first.code == 1, "\(first.words)")
    let new = try #require(moves(first)[fees])
    #expect(new[4...7] == ["row", "no row", "3.3 [p]", "new data"])
    let second = workspace.run("diff", "2026-10-08", "2026-12-01", "--format", "csv")
    let revised = try #require(moves(second)[fees])
    #expect(second.output.contains(",3.3 [p],4 [p],source revised,"), "\(revised)")
    #expect(second.output.contains("datasets/revenue-outturn/second.csv:"))
    #expect(workspace.run("diff", "2026-12-01", "2026-12-31").code == 0)
  }

  @Test(
    "causes other than figures are told apart",
    arguments: [
      (
        "datasets/catalogue/indicators.csv", ",population.all,people,",
        ",population.all * 2,people,", "method"
      ),
      ("datasets/places/members.csv", "E08000003,E47000001,2011-04-01,\n", "", "boundary"),
    ])
  func tellsCauses(_ file: String, _ old: String, _ new: String, _ cause: String) throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    try change(workspace, file, old, new)
    let told = workspace.run(
      "diff", workspace.path + "/placewise.db", workspace.path, "--update-lock", "--format", "csv")
    #expect(told.code == 1, "\(told.words)")
    #expect(!moves(told).isEmpty)
    for line in told.lines.dropFirst() { #expect(line.contains(",\(cause),"), "\(line)") }
  }
}
