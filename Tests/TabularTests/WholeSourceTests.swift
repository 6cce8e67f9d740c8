import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite("A source read whole")
struct WholeSourceTests {
  private func file(_ text: String) throws -> (Scratch, ByteSource) {
    let scratch = try Scratch()
    let url = scratch.url.appendingPathComponent("a.csv")
    try Data(text.utf8).write(to: url)
    return (scratch, .file(url.path))
  }

  @Test("gives the bytes of a file", arguments: ["", "a,b\n1,2\n", "\u{FEFF}a\r\n"])
  func bytes(text: String) throws {
    let (scratch, source) = try file(text)
    defer { scratch.remove() }
    #expect(try source.whole(limit: 100) == Array(text.utf8))
  }

  @Test("is refused when it is longer than it may be")
  func long() throws {
    let (scratch, source) = try file("a,b\n1,2\n")
    defer { scratch.remove() }
    #expect(try source.whole(limit: 8).count == 8)
    #expect { _ = try source.whole(limit: 7) } throws: {
      ($0 as? CSVError)?.detail?.contains("more than 7 bytes") == true
    }
  }

  @Test("is not read on behind a line that no record may have")
  func line() throws {
    let (scratch, source) = try file("a,b\n1,\"xx\0x")
    defer { scratch.remove() }
    #expect(try source.whole(limit: 100, lineLimit: 8).count == 11)
    #expect { _ = try source.whole(limit: 100, lineLimit: 6) } throws: {
      // The reader's own error says where.
      let error = $0 as? CSVError
      return error?.line == 2 && error?.column == 6
    }
  }

  @Test("that cannot be read is said so in the system's words")
  func unreadable() {
    for path in ["/nonexistent", "/"] {
      #expect { _ = try ByteSource.file(path).whole(limit: 1) } throws: {
        ($0 as? CSVError)?.kind == .cannotRead
      }
    }
  }
}

@Suite("A file that is changed while it is read")
struct ChangedFileTests {
  @Test("is refused by the reader", arguments: ["1,2\n", ""])
  func reader(added: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let url = scratch.url.appendingPathComponent("a.csv")
    // Longer than what is read at a time, so that the change comes between two pieces.
    try Data(String(repeating: "a,b\n", count: 300_000).utf8).write(to: url)
    var reader = try CSVReader(.file(url.path))
    var record = Record()
    #expect(try reader.next(&record))
    let handle = try FileHandle(forWritingTo: url)
    if added.isEmpty {
      try handle.truncate(atOffset: 800_000)
    } else {
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(added.utf8))
    }
    try handle.close()
    #expect {
      while try reader.next(&record) {}
    } throws: {
      ($0 as? CSVError)?.detail?.contains("changed while it was read") == true
    }
  }
}
