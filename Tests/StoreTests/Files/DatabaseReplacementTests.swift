import Foundation
import Store
import TestSupport
import Testing

@Suite struct DatabaseReplacementTests {
  let scratch: Scratch
  var path: String { scratch.url.appendingPathComponent("a.db").path }

  init() throws { scratch = try Scratch() }

  func make(_ path: String, _ value: Int) throws {
    let connection = try Connection(path: path, mode: .create)
    try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (\(value))")
  }

  func value() throws -> Int {
    let connection = try Connection(path: path, mode: .readOnly)
    return try connection.number("SELECT a FROM t")
  }

  @Test func `a database is replaced while it is read`() throws {
    defer { scratch.remove() }
    try make(path, 1)
    let reader = try Connection(path: path, mode: .readOnly)
    let replacement = try DatabaseReplacement(path: path)
    try make(replacement.temporaryPath, 2)
    #expect(try value() == 1)
    try replacement.commit()
    #expect(try value() == 2)
    #expect(try reader.number("SELECT a FROM t") == 1)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a database is made where there was none`() throws {
    defer { scratch.remove() }
    let replacement = try DatabaseReplacement(path: path)
    try make(replacement.temporaryPath, 2)
    try replacement.commit()
    #expect(try value() == 2)
  }

  @Test func `without a commit the old database is there`() throws {
    defer { scratch.remove() }
    try make(path, 1)
    do {
      var replacement = try DatabaseReplacement(path: path)
      try make(replacement.temporaryPath, 2)
      try replacement.swap()
      #expect(try value() == 2)
    }
    #expect(try value() == 1)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a database that is being written is not replaced`() throws {
    defer { scratch.remove() }
    try make(path, 1)
    let writer = try Connection(path: path, mode: .readWrite)
    try writer.begin()
    var options = ConnectionOptions()
    options.busyTimeout = 10
    let error = storeError {
      let replacement = try DatabaseReplacement(path: path, options: options)
      try make(replacement.temporaryPath, 2)
      try replacement.commit()
    }
    #expect(error?.isBusy == true)
    writer.rollback()
    #expect(try value() == 1)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a writer that comes late writes nothing into the new database`() throws {
    defer { scratch.remove() }
    try make(path, 1)
    let writer = try Connection(path: path, mode: .readWrite)
    #expect(try writer.number("SELECT a FROM t") == 1)
    let replacement = try DatabaseReplacement(path: path)
    try make(replacement.temporaryPath, 2)
    try replacement.commit()
    let error = storeError { try writer.execute("UPDATE t SET a = 3") }
    #expect(error?.code == .readOnlyMoved)
    #expect(try value() == 2)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a journal of the old database does not get into the new`() throws {
    defer { scratch.remove() }
    let other = scratch.url.appendingPathComponent("other.db").path
    do {
      let writer = try Connection(path: other, mode: .create)
      try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES (hex(zeroblob(50000)))")
      try writer.execute("PRAGMA cache_size = 2; BEGIN; UPDATE t SET a = hex(randomblob(50000))")
      try FileManager.default.copyItem(atPath: other, toPath: path)
      try FileManager.default.copyItem(atPath: "\(other)-journal", toPath: "\(path)-journal")
    }
    try FileManager.default.removeItem(atPath: other)
    let replacement = try DatabaseReplacement(path: path)
    try make(replacement.temporaryPath, 2)
    try replacement.commit()
    #expect(try value() == 2)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a file that is no database is replaced only when asked for`() throws {
    defer { scratch.remove() }
    let text = String(repeating: "text ", count: 500)
    for name in [path, "\(path)-journal"] {
      try text.write(toFile: name, atomically: false, encoding: .utf8)
    }
    let error = storeError {
      let replacement = try DatabaseReplacement(path: path)
      try make(replacement.temporaryPath, 2)
      try replacement.commit()
    }
    #expect(error?.isNotADatabase == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    let replacement = try DatabaseReplacement(path: path, replacing: true)
    try make(replacement.temporaryPath, 2)
    try replacement.commit()
    #expect(try value() == 2)
    #expect(try names(in: scratch.url) == ["a.db"])
  }

  @Test func `a new database that is still open is refused`() throws {
    defer { scratch.remove() }
    var options = ConnectionOptions()
    options.busyTimeout = 10
    let error = storeError {
      let replacement = try DatabaseReplacement(path: path, options: options)
      let builder = try Connection(path: replacement.temporaryPath, mode: .create)
      try builder.execute("BEGIN; CREATE TABLE t (a)")
      try replacement.commit()
    }
    #expect(error?.isBusy == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
