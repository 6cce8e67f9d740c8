import Foundation
import Store
import TestSupport
import Testing

@Suite struct TransactionTests {
  struct Refusal: Error {}

  static func table() throws -> Connection {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a UNIQUE)")
    return connection
  }

  @Test(arguments: [Connection.TransactionKind.deferred, .immediate, .exclusive])
  func `what is done in a transaction stays`(kind: Connection.TransactionKind) throws {
    let connection = try Self.table()
    let result = try connection.transaction(kind) {
      try connection.execute("INSERT INTO t VALUES (1)")
      #expect(connection.isInTransaction == true)
      return 7
    }
    #expect(result == 7)
    #expect(connection.isInTransaction == false)
    #expect(try connection.number("SELECT count(*) FROM t") == 1)
  }

  @Test func `what throws is rolled back, and its error comes through`() throws {
    let connection = try Self.table()
    #expect(throws: Refusal.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Refusal()
      }
    }
    #expect(connection.isInTransaction == false)
    #expect(try connection.number("SELECT count(*) FROM t") == 0)
  }

  @Test func `a transaction is begun, committed and rolled back by hand`() throws {
    let connection = try Self.table()
    try connection.begin()
    try connection.execute("INSERT INTO t VALUES (1)")
    try connection.commit()
    try connection.begin(.exclusive)
    try connection.execute("INSERT INTO t VALUES (2)")
    connection.rollback()
    connection.rollback()
    #expect(try connection.number("SELECT count(*) FROM t") == 1)
    let error = storeError { try connection.commit() }
    #expect(error?.code == .error)
  }

  @Test func `a savepoint is undone alone`() throws {
    let connection = try Self.table()
    try connection.transaction {
      try connection.execute("INSERT INTO t VALUES (1)")
      #expect(throws: Refusal.self) {
        try connection.savepoint("one \"two\"") {
          try connection.execute("INSERT INTO t VALUES (2)")
          throw Refusal()
        }
      }
      try connection.savepoint { try connection.execute("INSERT INTO t VALUES (3)") }
    }
    #expect(try connection.texts("SELECT a FROM t ORDER BY a") == ["1", "3"])
  }

  @Test func `a locked database is busy after the wait`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("a.db").path
    let holder = try Connection(path: path, mode: .create)
    try holder.begin(.exclusive)
    var options = ConnectionOptions()
    options.busyTimeout = 50
    let start = ContinuousClock.now
    let error = storeError { _ = try Connection(path: path, mode: .readWrite, options: options) }
    #expect(ContinuousClock.now - start >= .milliseconds(50))
    #expect(error?.isBusy == true)
    #expect(error?.isRefusal == true)
    holder.rollback()
    let other = try Connection(path: path, mode: .readWrite, options: options)
    try holder.begin()
    let second = storeError { try other.transaction { try other.execute("CREATE TABLE u (a)") } }
    #expect(second?.isBusy == true)
    #expect(other.isInTransaction == false)
  }

  @Test func `a full database is rolled back and usable again`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("a.db").path
    let connection = try Connection(path: path, mode: .create)
    try connection.execute("CREATE TABLE t (a); PRAGMA max_page_count = 8")
    let error = storeError {
      try connection.transaction {
        for _ in 0..<100 { try connection.execute("INSERT INTO t VALUES (zeroblob(1000))") }
      }
    }
    #expect(error?.isFull == true)
    #expect(error?.isStorageFailure == true)
    #expect(error?.isRefusal == false)
    #expect(connection.isInTransaction == false)
    #expect(try connection.number("SELECT count(*) FROM t") == 0)
    #expect(try connection.integrityCheck() == [])
  }
}
