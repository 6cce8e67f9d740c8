import Evidence
import Foundation
import Indicators
import Places
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("placewise explain")
struct ExplainCommandTests {
  @Test("follows a figure to the cells of our file and the publisher's")
  func followsFigures() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let told = workspace.run(
      "explain", "Manchester", "asc_net_adult_real", "2024-25", "--format", "json")
    #expect(told.code == 0)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    #expect(answer["printed"] as? String == "£629")
    let inputs = try #require(answer["inputs"] as? [[String: Any]])
    #expect(inputs.count == 4, "spending, deflator, residents, children")
    for cell in inputs {
      let file = try #require(cell["file"] as? String)
      let line = try #require(cell["line"] as? Int)
      let column = try #require(cell["column"] as? Int)
      // No quoted commas stand in these rows.
      let rows = try workspace.text(file).split(separator: "\n")
      let fields = rows[line - 1].split(separator: ",", omittingEmptySubsequences: false)
      #expect(String(fields[column - 1]) == cell["raw"] as? String, "\(file):\(line)")
      #expect(cell["publisher_line"] is Int)
      #expect((cell["publisher_sha256"] as? String)?.count == 64)
    }
    // RSX 2024-25 as published: Manchester, adult social care, £287,999 thousand.
    let spent = try #require(inputs.first { $0["raw"] as? String == "287999" })
    #expect(spent["value"] as? Int == 28_799_900_000 && spent["unit"] as? String == "pence")
  }

  @Test("says why a figure is blank, partial or estimated")
  func explainsBlanks() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let unpublished = workspace.run("explain", "Birmingham", "asc_share", "2024-25")
    #expect(unpublished.output.contains("blank: not published for Birmingham 2024-25 (x)"))
    let duty = workspace.run("explain", "Adur", "csc_share", "2024-25")
    #expect(duty.output.contains("does not run this service"))
    let partial = workspace.run("explain", "E47000007", "asc_share", "2024-25")
    #expect(partial.output.contains("missing: Birmingham"))
    let held = workspace.run("explain", "Leeds", "asc_share", "2019-20")
    #expect(held.output.contains("blank: not held"))
    #expect(workspace.run("explain", "Leeds", "asc_shar").code == 2)
    #expect(workspace.run("explain", "Leeds", "asc_share", "soon").code == 2)
  }

  @Test("computes again what the build stored, for every value of the small data sets")
  func computesAlike() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let connection = try Database.open(workspace.path + "/placewise.db", .readOnly)
    let register = try Register(reading: connection)
    let catalogue = try CatalogueFiles(workspace: Workspace(folder: workspace.path)).catalogue()
    let cube = try FigureCube(register: register, reading: connection)
    let rows = try connection.prepare(
      """
      SELECT indicator, place, period_start, period_months, value FROM indicator_value
      WHERE value IS NOT NULL AND rowid % 97 = 0
      """)
    var compared = 0
    while try rows.step() {
      guard let indicator = catalogue.indicator(rows.text(0)), let place = register[rows.text(1)],
        let start = Day(rows.text(2))
      else { continue }
      let explanation = Explanation(
        indicator, place, Period(start: start, months: rows.int(3)), cube: cube,
        catalogue: catalogue, register: register)
      let value = try #require(explanation.figure.value)
      let scale = indicator.isMoney ? 0.01 : 1
      #expect(abs(value * scale - rows.double(4)) <= 1e-9 * abs(rows.double(4)))
      #expect(!explanation.inputs.isEmpty)
      compared += 1
    }
    #expect(compared > 100, "\(compared) figures compared")
  }
}
