import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Names in the catalogue")
struct CatalogueReferencesTests {
  @Test(
    "that stand for nothing stop the build, which says where and what was expected",
    arguments: [
      (
        "publications.csv", "kind,place\nreprot,E08000003\n",
        "publications.csv:2: column 'kind': found 'reprot', expected report, plan or comparison"
      ),
      (
        "publications.csv", "kind,place\nreport,E08000003\nreport,E06900023\n",
        "publications.csv:3: column 'place': found 'E06900023', expected a code of the place register"
      ),
      (
        "publications.csv", "kind,place,indicators\ncomparison,core-citys,asc_share\n",
        "publications.csv:2: column 'place': found 'core-citys', expected the code of a group"
      ),
      (
        "groups.csv",
        "group_code,name,kind,members,valid_from,valid_to,note\n"
          + "ours,Ours,comparison,E08000003;E08000093,,,\n",
        "groups.csv:2: column 'members': found 'E08000093', expected a code of the place register"
      ),
      (
        "groups.csv",
        "group_code,name,kind,members,valid_from,valid_to,note\n"
          + "ours,Ours,comparison,E08000003;E08000035;E08000003,,,\n",
        "groups.csv:2: column 'members': found 'E08000003 again', expected it once"
      ),
      (
        "groups.csv",
        "group_code,name,kind,members,valid_from,valid_to,note\n"
          + "ours,Ours,comparison,E08000003,,,\nours,Ours,comparison,E08000035,,,\n",
        "groups.csv:3: column 'group_code': found 'ours', expected a code that no group has from the same day on"
      ),
      (
        "groups.csv",
        "group_code,name,kind,members,valid_from,valid_to,note\n"
          + "ours,Ours,comparison,ours,,,\n",
        "groups.csv:2: column 'members': found 'ours', expected a code of the place register"
      ),
    ])
  func refuses(file: String, text: String, said: String) throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("datasets/catalogue/\(file)", text)
    let program = workspace.run("build")
    #expect(program.code == 4)
    #expect(program.words.contains(said), "\(program.words)")
    #expect(!FileManager.default.fileExists(atPath: workspace.path + "/reports"))
  }

  @Test(
    "used in a formula must be there",
    arguments: [
      ("share(acute, defualt, asc)", "found 'defualt', expected a scheme: strict, default, broad"),
      ("share(akute, default, asc)", "found 'akute', expected a level: foundational"),
      ("share(acute, default, ask)", "found 'ask', expected a service of the scheme, or all"),
      ("bodies(polize, population.all)", "found 'polize', expected a kind of body"),
    ])
  func formulae(formula: String, said: String) throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let name = "datasets/catalogue/indicators.csv"
    let text = try workspace.text(name)
    let old = ",population.all,people,"
    #expect(text.contains(old))
    let field = formula.contains(",") ? "\"\(formula)\"" : formula
    try workspace.write(name, text.replacingOccurrences(of: old, with: ",\(field),people,"))
    let program = workspace.run("build")
    #expect(program.code == 4)
    #expect(program.words.contains(said), "\(program.words)")
  }

  @Test("in a formula that no file has are named, and the rest is built")
  func unknownMeasure() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let name = "datasets/catalogue/indicators.csv"
    let text = try workspace.text(name)
    try workspace.write(
      name, text.replacingOccurrences(of: ",population.all,people,", with: ",population.al,people,")
    )
    let program = workspace.run("build")
    #expect(program.code == 0)
    #expect(
      program.words.contains(
        "the indicator 'residents' has no figures: neither a file nor measures.csv has the measure "
          + "'population.al'"))
  }

  @Test(
    "of a value that is larger than tables print is said so, and no blank is left without a reason")
  func boundless() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let name = "datasets/catalogue/indicators.csv"
    let text = try workspace.text(name)
    // Few enough people live on Scilly for it to be printed.
    let vast = "population.all * 1" + String(repeating: "0", count: 15)
    try workspace.write(
      name,
      text.replacingOccurrences(of: ",population.all,people,", with: ",\(vast),people,"))
    #expect(workspace.run("build").code == 0)
    let query =
      "SELECT value IS NULL, status, note FROM v_indicator WHERE indicator = 'residents' AND place = "
    let last = " ORDER BY period_start DESC LIMIT 1"
    let city = workspace.run("sql", query + "'E08000003'" + last, "--format", "csv")
    #expect(city.output.contains("1,x,larger than can be printed"), "\(city.output)\(city.words)")
    let islands = workspace.run("sql", query + "'E06000053'" + last, "--format", "csv")
    #expect(islands.output.hasSuffix("\n0,,\n"), "\(islands.output)")
  }
}
