import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Where output may go")
struct OutputTargetTests {
  @Test("never onto a database or a data set, nor over a folder that holds more than the report")
  func refuses() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let other = workspace.path + "/other.db"
    try FileManager.default.copyItem(atPath: workspace.path + "/placewise.db", toPath: other)
    for (target, said) in [
      ("placewise.db", "is a database and would be lost"),
      ("placewise.db-wal", "is a database and would be lost"),
      ("other.db", "is a database and would be lost"),
      ("datasets/population/children.csv", "lies among the data sets"),
      ("datasets/new.csv", "lies among the data sets"),
      ("reports/../datasets/new.csv", "lies among the data sets"),
    ] {
      let path = "\(workspace.path)/\(target)"
      let before = try? Data(contentsOf: URL(fileURLWithPath: path))
      let program = workspace.run("indicators", "--format", "csv", "-o", path)
      #expect(program.code == 2)
      #expect(program.words.contains(said), "\(target): \(program.words)")
      #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
    }
    for folder in [workspace.path, workspace.path + "/..", "/"] {
      let program = workspace.run("report", "Manchester", "-o", folder)
      #expect(program.code == 2)
      #expect(program.words.contains("name a folder of its own"), "\(folder): \(program.words)")
    }
    #expect(workspace.run("indicators", "-o", "").words.contains("needs the name of a file"))
    #expect(workspace.run("indicators", "-o", workspace.path + "/list.txt").code == 0)
    #expect(workspace.run("report", "Manchester", "-o", workspace.path + "/own").code == 0)
  }

  @Test("takes the place of a symbolic link and leaves what it leads to")
  func links() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("kept.txt", "kept")
    let files = FileManager.default
    for (link, target) in [("one.csv", "kept.txt"), ("two.csv", "absent.txt")] {
      let path = "\(workspace.path)/\(link)"
      try files.createSymbolicLink(atPath: path, withDestinationPath: target)
      #expect(workspace.run("indicators", "--format", "csv", "-o", path).code == 0)
      let facts = try files.attributesOfItem(atPath: path)
      #expect(facts[.type] as? FileAttributeType == .typeRegular)
      let mode = try #require(facts[.posixPermissions] as? Int)
      #expect(mode & 0o111 == 0, "a file and no program")
    }
    #expect(try workspace.text("kept.txt") == "kept")
    #expect(!files.fileExists(atPath: workspace.path + "/absent.txt"))
  }
}
