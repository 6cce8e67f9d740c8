import Foundation
import Store
import TestSupport
import Testing

@Suite struct DirectoryReplacementTests {
  let scratch: Scratch
  var url: URL { scratch.url.appendingPathComponent("reports") }

  init() throws { scratch = try Scratch() }

  func put(_ text: String, _ name: String, in folder: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
  }

  func makeOld() throws {
    let figures = url.appendingPathComponent("places/figures")
    try FileManager.default.createDirectory(at: figures, withIntermediateDirectories: true)
    try put("old", "a.md", in: url.path)
    try put("old", "b.svg", in: figures.path)
    try FileManager.default.createSymbolicLink(
      atPath: url.path + "/link", withDestinationPath: "a.md")
  }

  @Test func `a folder is replaced with all that is in it`() throws {
    defer { scratch.remove() }
    try makeOld()
    let replacement = try DirectoryReplacement(path: url.path + "/")
    try put("new", "c.md", in: replacement.temporaryPath)
    #expect(try names(in: url) == ["a.md", "link", "places"])
    try replacement.commit()
    #expect(try names(in: url) == ["c.md"])
    #expect(try names(in: scratch.url) == ["reports"])
  }

  @Test func `a folder is made where there was none`() throws {
    defer { scratch.remove() }
    let replacement = try DirectoryReplacement(path: url.path)
    try put("new", "c.md", in: replacement.temporaryPath)
    try replacement.commit()
    #expect(try names(in: url) == ["c.md"])
    #expect(try names(in: scratch.url) == ["reports"])
  }

  @Test func `without a commit the old folder is there, swapped or not`() throws {
    defer { scratch.remove() }
    try makeOld()
    for isSwapped in [false, true] {
      do {
        var replacement = try DirectoryReplacement(path: url.path)
        try put("new", "c.md", in: replacement.temporaryPath)
        if isSwapped {
          try replacement.swap()
          #expect(try names(in: url) == ["c.md"])
        }
      }
      #expect(try names(in: url) == ["a.md", "link", "places"])
      #expect(try names(in: scratch.url) == ["reports"])
    }
  }

  @Test func `what is to stay is carried over`() throws {
    defer { scratch.remove() }
    try makeOld()
    let replacement = try DirectoryReplacement(path: url.path)
    try put("new", "a.md", in: replacement.temporaryPath)
    var asked: [String] = []
    try replacement.carryOver { path in
      asked.append(path)
      return true
    }
    #expect(asked == ["a.md", "link", "places", "places/figures", "places/figures/b.svg"])
    try replacement.commit()
    #expect(try String(contentsOf: url.appendingPathComponent("a.md"), encoding: .utf8) == "new")
    let figure = url.appendingPathComponent("places/figures/b.svg")
    #expect(try String(contentsOf: figure, encoding: .utf8) == "old")
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: url.path + "/link")
    #expect(link == "a.md")
    let next = try DirectoryReplacement(path: url.path)
    try next.carryOver { $0 != "places" }
    try next.commit()
    #expect(try names(in: url) == ["a.md", "link"])
  }

  @Test func `a file in the way is an error`() throws {
    defer { scratch.remove() }
    try put("x", "reports", in: scratch.url.path)
    let error = fileError { _ = try DirectoryReplacement(path: url.path) }
    #expect(error?.number == ENOTDIR)
  }

  @Test func `several replacements become one`() throws {
    defer { scratch.remove() }
    try makeOld()
    let index = scratch.url.appendingPathComponent("index").path
    try FileReplacement.write("old", to: index)
    // The second cannot be put in place, so the first is taken back.
    let error = fileError {
      var file = try FileReplacement(path: index)
      var folder = try DirectoryReplacement(path: url.path)
      try file.write("new")
      try file.swap()
      try FileManager.default.removeItem(atPath: folder.temporaryPath)
      try folder.swap()
    }
    #expect(error?.number == ENOENT)
    #expect(try String(contentsOfFile: index, encoding: .utf8) == "old")
    #expect(try names(in: url) == ["a.md", "link", "places"])
  }
}
