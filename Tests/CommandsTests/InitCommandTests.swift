import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise init")
struct InitCommandTests {
  @Test("makes a workspace that builds, whose notebook runs and whose checks pass")
  func starts() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("leeds").path
    let made = Program([
      "init", path, "--empty", "--place", "Leeds", "--workspace", Reference.package.path,
    ])
    #expect(made.code == 0, "\(made.words)")
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      names == [".ci", ".gitignore", "README.md", "datasets", "notebooks-md", "reports"])
    let publications = try String(
      contentsOfFile: path + "/datasets/catalogue/publications.csv", encoding: .utf8)
    #expect(
      publications
        == "kind,place,indicators\nreport,E08000035,\nplan,E08000035,\nreport,E92000001,\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/.ci/run")
    #expect(attributes[.posixPermissions] as? Int == 0o755)
    let built = Program(["build", "--workspace", path])
    #expect(built.code == 0, "\(built.words)")
    #expect(FileManager.default.fileExists(atPath: path + "/reports/places/leeds/report.md"))
    #expect(Program(["build", "--check", "--workspace", path]).code == 0)
    let notebook = path + "/notebooks-md/first.md"
    let run = Program(["notebook", notebook, "--workspace", path])
    #expect(run.code == 0, "\(run.words)")
    #expect(Program(["notebook", "--check", notebook, "--workspace", path]).code == 0)
  }

  @Test("a folder that is not empty, an unknown place and a folder without data sets are refused")
  func refuses() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let full = scratch.url.appendingPathComponent("full").path
    try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
    try Data("a".utf8).write(to: URL(fileURLWithPath: full + "/a.txt"))
    let source = ["--workspace", Reference.package.path]
    let refused = Program(["init", full] + source)
    #expect(refused.code == 2)
    #expect(refused.words.contains("is not empty"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: full) == ["a.txt"])
    let new = scratch.url.appendingPathComponent("new").path
    #expect(Program(["init", new, "--place", "Machester"] + source).code == 2)
    #expect(Program(["init", new, "--workspace", full]).code == 4)
    #expect(!FileManager.default.fileExists(atPath: new))
  }
}
