import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("datasets/placewise.lock")
struct LockTests {
  private static let spending = "datasets/revenue-outturn/rsx-2024-25.csv"
  private static let lock = "datasets/placewise.lock"

  /// A workspace that was built and locked.
  private func locked() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let built = workspace.run("build", "--update-lock")
    #expect(built.code == 0, "\(built.words)")
    return workspace
  }

  /// Manchester's adult social care in the outturn of 2024-25 is £287,999 thousand.
  private func change(_ workspace: SmallWorkspace) throws {
    let text = try workspace.text(Self.spending)
    #expect(text.contains(",287999,"))
    try workspace.write(
      Self.spending, text.replacingOccurrences(of: ",287999,", with: ",297999,"))
  }

  @Test("notes path, SHA-256, length and layout of every input, the same bytes every time")
  func notesInputs() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    let text = try workspace.text(Self.lock)
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows.first == ["path", "sha256", "bytes", "layout"])
    let paths = rows.dropFirst().map { $0[0] }
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let spending = try #require(rows.first { $0[0] == "revenue-outturn/rsx-2024-25.csv" })
    let data = Data(try workspace.text(Self.spending).utf8)
    #expect(spending[1].utf8.count == 64)
    #expect(spending[2] == String(data.count))
    #expect(spending[3] == "wide")
    #expect(paths.contains("catalogue/indicators.csv"))
    #expect(workspace.run("build", "--update-lock").code == 0)
    #expect(try workspace.text(Self.lock) == text)
    #expect(workspace.run("build", "--check").code == 0)
  }

  @Test("changed, added and missing inputs are refused, each by name, and nothing is changed")
  func refusesDifferences() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    let reports = try workspace.reports()
    try change(workspace)
    try FileManager.default.createDirectory(
      atPath: workspace.path + "/datasets/mine", withIntermediateDirectories: true)
    try workspace.write("datasets/mine/own.csv", "a,b\n1,2\n")
    try FileManager.default.removeItem(atPath: workspace.path + "/datasets/catalogue/calendar.csv")
    for line in [["build"], ["build", "--check"]] {
      let refused = Program(line + ["--workspace", workspace.path])
      #expect(refused.code == 4)
      #expect(refused.words.contains("rsx-2024-25.csv: its bytes are not those of"))
      #expect(refused.words.contains("mine/own.csv: it has no entry in"))
      #expect(refused.words.contains("calendar.csv: it has an entry in"))
      #expect(refused.words.contains("--update-lock"))
    }
    #expect(try workspace.reports() == reports)
  }

  @Test("--update-lock accepts a change: with --check it tells what would move and writes nothing")
  func acceptsChanges() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    let before = try workspace.text(Self.lock)
    try change(workspace)
    let check = workspace.run("build", "--check", "--update-lock")
    #expect(check.code == 1, "\(check.words)")
    #expect(check.output.contains("E08000003 asc_net_adult_real 2024-04-01/P1Y: "))
    #expect(!check.output.contains("E08000035 asc_net_adult_real 2024-04-01/P1Y: "))
    #expect(try workspace.text(Self.lock) == before)
    #expect(workspace.run("build").code == 4)
    let built = workspace.run("build", "--update-lock")
    #expect(built.code == 0, "\(built.words)")
    #expect(try workspace.text(Self.lock) != before)
    // The package file vouches for the new bytes, and for nothing else anew.
    #expect(workspace.run("verify").code == 0)
    #expect(workspace.run("build").words.contains("nothing has changed"))
    #expect(workspace.run("build", "--check").code == 0)
  }

  @Test("a package file keeps every byte but the digest and length of the changed file")
  func keepsPackages() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    let name = "datasets/deflators/datapackage.json"
    let before = try workspace.text(name)
    let figures = "datasets/deflators/gdp-deflator.csv"
    try workspace.write(figures, try workspace.text(figures) + "\n")
    #expect(workspace.run("build", "--update-lock").code == 0)
    let after = try workspace.text(name)
    let pairs = zip(before.split(separator: "\n"), after.split(separator: "\n"))
    let moved = pairs.filter { $0 != $1 }.map { String($1).trimmingCharacters(in: .whitespaces) }
    #expect(moved.count == 2, "\(moved)")
    #expect(moved.contains { $0.hasPrefix("\"bytes\"") })
    #expect(moved.contains { $0.hasPrefix("\"hash\"") })
  }

  @Test("adopt notes what it writes, so that the build that follows is not refused")
  func adoptNotes() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    try workspace.write(
      "own.csv",
      "areacd,areanm,geography,indicator,period,observation\n"
        + "E08000003,Manchester,,own.visits,2024-04-01/P1Y,12\n")
    let adopted = workspace.run("adopt", workspace.path + "/own.csv", "--dataset", "visits")
    #expect(adopted.code == 0, "\(adopted.words)")
    #expect(try workspace.text(Self.lock).contains("\nvisits/"))
    let built = workspace.run("build")
    #expect(built.code == 0, "\(built.words)")
  }

  @Test("a damaged lock is refused with its line")
  func refusesDamage() throws {
    let workspace = try locked()
    defer { workspace.scratch.remove() }
    try workspace.write(Self.lock, "path,sha256,bytes,layout\na.csv,12,many,tidy\n")
    let refused = workspace.run("build")
    #expect(refused.code == 4)
    #expect(refused.words.contains("placewise.lock:2: column 'bytes': found 'many'"))
  }
}
