import Foundation
import TestSupport
import Testing

@testable import Commands

/// Buckinghamshire became one council on 1 April 2020: sheets of 2017-18 and of 2024-25.
@Suite("--boundaries")
struct BoundariesTests {
  @Test("today sums predecessors onto their successor; published shows each as it was")
  func both() throws {
    let workspace = try SmallWorkspace(spending: ["rs-2017-18", "rsx-2024-25"])
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    func lines(_ more: String...) -> [String] {
      Program(
        ["values", "--indicator", "money_councils", "--format", "csv"] + more
          + ["--workspace", workspace.path]
      ).lines
    }
    let today = lines("--place", "E06000060")
    #expect(today.count == 3 && today[1].contains("restated on today's boundary"))
    let published = lines("--place", "E06000060", "--boundaries", "published")
    // The council of today, then the county and its four districts of 2017-18.
    #expect(published.count == 7 && !published.contains { $0.contains("restated") })
    func value(_ line: String) -> Double { Double(line.split(separator: ",")[5]) ?? .nan }
    #expect(abs(published.dropFirst(2).map(value).reduce(0, +) - value(today[1])) < 0.01)
    // Of all places: each pound of 2017-18 once.
    let all = lines("--period", "2017-18")
    #expect(all.contains { $0.hasPrefix("E06000060,") })
    #expect(!all.contains { $0.hasPrefix("E10000002,") })
    let old = lines("--period", "2017-18", "--boundaries", "published")
    #expect(!old.contains { $0.hasPrefix("E06000060,") })
    #expect(old.contains { $0.hasPrefix("E10000002,") })
  }

  @Test("published compares the councils that there were, and a report has no year before its own")
  func comparesAndReports() throws {
    let workspace = try SmallWorkspace(spending: ["rs-2017-18", "rsx-2024-25"])
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let compared = workspace.run(
      "compare", "csc_net_child_real", "--among", "counties", "--period", "2017-18",
      "--boundaries", "published", "--format", "csv")
    // Twenty-seven county councils in 2017-18, of which twenty-one are left.
    #expect(compared.lines.count == 28, "\(compared.words)")
    #expect(compared.output.contains("E10000002,") && compared.output.contains("E10000027,"))
    let report = workspace.run("report", "Buckinghamshire", "--boundaries", "published")
    #expect(report.code == 0)
    #expect(report.words.contains("Buckinghamshire began on 2020-04-01; what was published before"))
    #expect(workspace.run("plan", "E06000060", "--boundaries", "published").code == 0)
    let ended = workspace.run("values", "--indicator", "csc_share", "--place", "Wycombe")
    #expect(ended.words.contains("Wycombe ended on 2020-03-31"))
    let refused = workspace.run("report", "Leeds", "--boundaries", "old")
    #expect(refused.code == 2 && refused.words.contains("expected today or published"))
  }
}
