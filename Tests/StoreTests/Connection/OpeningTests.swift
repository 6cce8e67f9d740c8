import Foundation
import Store
import TestSupport
import Testing

@Suite struct OpeningTests {
  let scratch: Scratch
  var path: String { scratch.url.appendingPathComponent("a.db").path }

  init() throws { scratch = try Scratch() }

  @Test func `a file that is absent is made only when asked for`() throws {
    defer { scratch.remove() }
    for mode in [Connection.Mode.readOnly, .readWrite] {
      let error = storeError { _ = try Connection(path: path, mode: mode) }
      #expect(error?.isCantOpen == true)
      #expect(error?.path == path)
    }
    _ = try Connection(path: path, mode: .create)
    _ = try Connection(path: path, mode: .readOnly)
  }

  @Test func `a text file is no database`() throws {
    defer { scratch.remove() }
    let text = String(repeating: "place,value\n", count: 200)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    for mode in [Connection.Mode.readOnly, .readWrite, .create] {
      let error = storeError { _ = try Connection(path: path, mode: mode) }
      #expect(error?.isNotADatabase == true)
      #expect(error?.isNotOurs == true)
      #expect(error?.isRefusal == true)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `a path is a path, whatever it looks like`() throws {
    defer { scratch.remove() }
    #expect(storeError { _ = try Connection(path: "", mode: .create) }?.isCantOpen == true)
    for path in [":memory:", "file:a.db?mode=memory"] {
      let error = storeError { _ = try Connection(path: path, mode: .readOnly) }
      #expect(error?.isCantOpen == true)
      #expect(error?.path == path)
      #expect(error?.systemError == ENOENT)
    }
  }

  @Test func `a folder cannot be opened`() throws {
    defer { scratch.remove() }
    let error = storeError { _ = try Connection(path: scratch.url.path, mode: .readWrite) }
    #expect(error?.isCantOpen == true)
    #expect(error?.isStorageFailure == true)
  }

  @Test func `a symbolic link is followed unless that is refused`() throws {
    defer { scratch.remove() }
    let link = scratch.url.appendingPathComponent("link.db").path
    _ = try Connection(path: path, mode: .create)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    _ = try Connection(path: link, mode: .readOnly)
    var options = ConnectionOptions()
    options.followsSymbolicLinks = false
    let error = storeError { _ = try Connection(path: link, mode: .readOnly, options: options) }
    #expect(error?.isCantOpen == true)
  }

  @Test func `a connection is set up as documented`() throws {
    defer { scratch.remove() }
    var options = ConnectionOptions()
    options.pageSize = 16_384
    let connection = try Connection(path: path, mode: .create, options: options)
    try connection.execute("CREATE TABLE t (a)")
    let expected = [
      "foreign_keys": 1, "cell_size_check": 1, "synchronous": 2, "trusted_schema": 0,
      "busy_timeout": 5000, "page_size": 16_384,
    ]
    for (name, value) in expected {
      let found = try connection.number("PRAGMA \(name)")
      #expect(found == value, "\(name)")
    }
    let journal = try connection.texts("PRAGMA journal_mode")
    #expect(journal == ["delete"])
  }

  @Test func `a reader cannot write`() throws {
    defer { scratch.remove() }
    _ = try Connection(path: path, mode: .create)
    let reader = try Connection(path: path, mode: .readOnly)
    let error = storeError { try reader.execute("CREATE TABLE t (a)") }
    #expect(error?.isReadOnly == true)
  }

  @Test func `what a file could do on its own is off`() throws {
    defer { scratch.remove() }
    let connection = try Connection(path: path, mode: .create)
    try connection.execute(
      """
      CREATE TABLE t (a); CREATE TABLE log (a);
      CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;
      INSERT INTO t VALUES (1);
      """)
    #expect(try connection.number("SELECT count(*) FROM log") == 0)
    let quoted = storeError { try connection.execute("SELECT \"no such column\" FROM t") }
    #expect(quoted?.code == .error)
    let extended = storeError { try connection.execute("SELECT load_extension('x')") }
    #expect(extended?.code.primary == .error)
    let journal = storeError {
      try connection.execute("UPDATE sqlite_schema SET sql = ''; PRAGMA writable_schema = ON")
    }
    #expect(journal?.code.primary == .error)
    var options = ConnectionOptions()
    options.allowsTriggers = true
    let other = try Connection(path: path, mode: .readWrite, options: options)
    try other.execute("INSERT INTO t VALUES (2)")
    #expect(try other.number("SELECT count(*) FROM log") == 1)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func `a folder without permission cannot take a database`() throws {
    defer { scratch.remove() }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: scratch.url.path)
    let error = storeError { _ = try Connection(path: path, mode: .create) }
    #expect(error?.isStorageFailure == true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: scratch.url.path)
  }

  @Test func `a reader rolls back what a killed writer left`() throws {
    defer { scratch.remove() }
    let copy = scratch.url.appendingPathComponent("b.db").path
    let writer = try Connection(path: path, mode: .create)
    try writer.execute("CREATE TABLE t (a TEXT); INSERT INTO t VALUES (hex(zeroblob(100000)))")
    // A cache too small for the change: pages reach the file before the commit.
    try writer.execute("PRAGMA cache_size = 2; BEGIN; UPDATE t SET a = hex(randomblob(100000))")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    try FileManager.default.copyItem(atPath: "\(path)-journal", toPath: "\(copy)-journal")
    writer.rollback()
    var options = ConnectionOptions()
    options.rollsBackJournal = false
    let error = storeError { _ = try Connection(path: copy, mode: .readOnly, options: options) }
    #expect(error?.code == .readOnlyRollback)
    let reader = try Connection(path: copy, mode: .readOnly)
    #expect(try reader.number("SELECT a = hex(zeroblob(100000)) FROM t") == 1)
    #expect(try reader.integrityCheck() == [])
  }
}
