import Foundation
import TestSupport
import Testing

@testable import Store

@Suite struct FileReplacementTests {
  let scratch: Scratch
  var path: String { scratch.url.appendingPathComponent("a.csv").path }

  init() throws { scratch = try Scratch() }

  func content() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func `a file is written whole, new or over an old one`() throws {
    defer { scratch.remove() }
    for text in ["one", "", String(repeating: "long", count: 100_000)] {
      try FileReplacement.write(text, to: path)
      #expect(try content() == text)
    }
    try FileReplacement.write([0x61], to: path)
    #expect(try content() == "a")
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test func `the old content stands until the commit`() throws {
    defer { scratch.remove() }
    try FileReplacement.write("old", to: path)
    let replacement = try FileReplacement(path: path)
    try replacement.write("ne")
    try replacement.write(Array("w".utf8))
    #expect(try content() == "old")
    #expect(try names(in: scratch.url).count == 2)
    try replacement.commit()
    #expect(try content() == "new")
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test func `without a commit nothing has happened`() throws {
    defer { scratch.remove() }
    try FileReplacement.write("old", to: path)
    do {
      let replacement = try FileReplacement(path: path)
      try replacement.write("new")
    }
    #expect(try content() == "old")
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test(arguments: [true, false]) func `a swap is taken back unless it is committed`(
    isNew: Bool
  ) throws {
    defer { scratch.remove() }
    if !isNew { try FileReplacement.write("old", to: path) }
    do {
      var replacement = try FileReplacement(path: path)
      try replacement.write("new")
      try replacement.swap()
      #expect(try content() == "new")
    }
    #expect(try names(in: scratch.url) == (isNew ? [] : ["a.csv"]))
    if !isNew { #expect(try content() == "old") }
    var replacement = try FileReplacement(path: path)
    try replacement.write("new")
    try replacement.swap()
    try replacement.commit()
    #expect(try content() == "new")
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test func `without an exchange a swap works in two renames`() throws {
    defer { scratch.remove() }
    let aside = scratch.url.appendingPathComponent(".placewise-0123456789abc").path
    try FileReplacement.write("old", to: path)
    try "new".write(toFile: aside, atomically: false, encoding: .utf8)
    var swap = Swap(path: path, aside: aside)
    try swap.move()
    #expect(try content() == "new")
    #expect(try names(in: scratch.url) == [".placewise-previous-a.csv", "a.csv"])
    try swap.undo()
    #expect(try content() == "old")
    try swap.move()
    try swap.clear()
    #expect(try content() == "new")
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test func `a link stays and its target is replaced`() throws {
    defer { scratch.remove() }
    let link = scratch.url.appendingPathComponent("link").path
    try FileReplacement.write("old", to: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try FileReplacement.write("new", to: link)
    #expect(try content() == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
  }

  @Test func `the permissions of the old file are kept`() throws {
    defer { scratch.remove() }
    try FileReplacement.write("old", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileReplacement.write("new", to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `a folder that is absent, or a folder in the way, is an error`() throws {
    defer { scratch.remove() }
    let absent = fileError { try FileReplacement.write("x", to: path + "/none/a") }
    #expect(absent?.number == ENOENT)
    #expect(absent?.isFull == false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let folder = fileError { try FileReplacement.write("x", to: path) }
    #expect(folder?.description == "cannot replace \(path): Is a directory")
  }

  @Test func `a pipe is written to and not replaced`() throws {
    defer { scratch.remove() }
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    // A reader that does not wait, so that the writer need not.
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try FileReplacement.write("through", to: path)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = try Folder.read(reader, into: &buffer, path: path)
    #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "through")
    let error = fileError { _ = try FileReplacement(path: path) }
    #expect(error?.number == EOPNOTSUPP)
    #expect(try names(in: scratch.url) == ["a.csv"])
  }

  @Test func `a device is never replaced, and a full one says so`() throws {
    defer { scratch.remove() }
    for path in ["/dev/null", "/dev/stdout", "/proc/self/fd/1"] {
      #expect(!Folder.isReplaceable(path))
      let error = fileError { _ = try FileReplacement(path: path) }
      #expect(error?.number == EOPNOTSUPP)
    }
    try #require(!Folder.isReplaceable("/dev/full"))
    let full = fileError { try FileReplacement.write("x", to: "/dev/full") }
    #expect(full?.isFull == true)
  }

  @Test func `errors of the system are told apart`() {
    #expect(FileError(operation: "write", path: "a", number: ENOSPC).isFull)
    #expect(FileError(operation: "write", path: "a", number: EFBIG).isFull)
    #expect(FileError(operation: "write", path: "a", number: EROFS).isPermission)
    #expect(
      FileError(operation: "write", path: "a", number: ENOSPC).description
        == "cannot write a: No space left on device")
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func `a folder without permission is an error`() throws {
    defer { scratch.remove() }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: scratch.url.path)
    let error = fileError { try FileReplacement.write("x", to: path) }
    #expect(error?.isPermission == true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: scratch.url.path)
  }
}
