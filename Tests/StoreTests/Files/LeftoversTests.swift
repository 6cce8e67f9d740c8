import Foundation
import Store
import TestSupport
import Testing

@Suite struct LeftoversTests {
  @Test func `what killed runs left is cleared, and nothing else`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.url.path
    let left = [
      ".placewise-0123456789abc", ".placewise-0123456789abc-journal",
      ".placewise-zzzzzzzzzzzzz-mj76B0F5960", ".placewise-zzzzzzzzzzzzz-wal",
    ]
    let others = [
      ".placewise-0123456789abc.txt", ".placewise-notes", ".placewise-0123456789ABC", "a.db",
      "a.db-journal", ".placewise-0123456789abc-mj76B0", ".placewise-0123456789abc-mj76B0F596g",
    ]
    for name in left + others {
      try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    let tree = "\(folder)/.placewise-aaaaaaaaaaaaa/x/y"
    try FileManager.default.createDirectory(atPath: tree, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: "\(tree)/z"))
    let cleared = try Leftovers.clear(in: folder)
    #expect(cleared == (left + [".placewise-aaaaaaaaaaaaa"]).sorted())
    #expect(try names(in: scratch.url) == others.sorted())
  }

  @Test func `what is being built is left alone`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = try FileReplacement(path: "\(scratch.url.path)/a")
    let folder = try DirectoryReplacement(path: "\(scratch.url.path)/b")
    let journal = "\(file.temporaryPath)-journal"
    try Data().write(to: URL(fileURLWithPath: journal))
    #expect(try Leftovers.clear(in: scratch.url.path) == [])
    #expect(FileManager.default.fileExists(atPath: folder.temporaryPath))
    #expect(FileManager.default.fileExists(atPath: journal))
  }

  @Test func `the old content is restored when the new never came`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.url.path
    for name in [".placewise-previous-reports", ".placewise-previous-a.db", "a.db"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    try Leftovers.clear(in: folder)
    #expect(try names(in: scratch.url) == ["a.db", "reports"])
    #expect(try String(contentsOfFile: "\(folder)/a.db", encoding: .utf8) == "a.db")
  }

  @Test func `what another run may be replacing is left alone where only files aside are cleared`()
    throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.url.path
    for name in [".placewise-previous-reports", ".placewise-0123456789abc"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    #expect(try Leftovers.clear(in: folder, onlyAside: true) == [".placewise-0123456789abc"])
    #expect(try names(in: scratch.url) == [".placewise-previous-reports"])
  }

  @Test func `a folder that is absent has none`() throws {
    #expect(try Leftovers.clear(in: "/nonexistent/folder") == [])
  }
}
