import Foundation
import Store
import Testing

@Suite struct StoreErrorTests {
  @Test func `an error is one sentence with the code and no private value`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (name TEXT UNIQUE); INSERT INTO t VALUES ('secret')")
    let insert = try connection.prepare("INSERT INTO t\n  VALUES (?1)")
    try insert.bind("secret", at: 1)
    let error = storeError { try insert.run() }
    #expect(
      error?.description
        == "UNIQUE constraint failed: t.name (SQLITE_CONSTRAINT_UNIQUE) in \"INSERT INTO t VALUES (?1)\""
    )
    #expect(error?.sqlWithArguments == "INSERT INTO t\n  VALUES ('secret')")
  }

  @Test func `a long statement is shortened in the sentence`() {
    let sql = "SELECT " + String(repeating: "x, ", count: 500)
    let error = StoreError(code: .error, message: "no", sql: sql)
    #expect(error.description.utf8.count < 250)
    #expect(error.description.hasSuffix("…\""))
  }

  @Test func `an error about a file begins with its path`() {
    let error = StoreError(kind: .newer, code: .ok, message: "too new").about(path: "a.db")
    #expect(error.description == "a.db: too new")
    #expect(error.isNewer && error.isRefusal && !error.isStorageFailure)
  }

  @Test func `the system's error tells why`() {
    func error(_ code: ResultCode, _ number: Int32) -> StoreError {
      StoreError(code: code, systemError: number, message: "disk I/O error")
    }
    let write = ResultCode(rawValue: 10 | 3 << 8)
    #expect(
      error(write, EFBIG).description == "disk I/O error: File too large (SQLITE_IOERR_WRITE)")
    #expect(error(write, EFBIG).isFull && !error(write, EIO).isFull)
    #expect(error(.cantOpen, EACCES).isReadOnly && !error(.cantOpen, ENOENT).isReadOnly)
    #expect(error(write, EIO).isStorageFailure && error(.cantOpen, ENOENT).isStorageFailure)
  }

  @Test func `a primary code catches its extensions`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a INTEGER NOT NULL) STRICT")
    var caught: [ResultCode] = []
    for sql in ["INSERT INTO t VALUES (NULL)", "INSERT INTO t VALUES ('x')"] {
      do throws(any Error) {
        try connection.execute(sql)
      } catch ResultCode.constraintNotNull {
        caught.append(.constraintNotNull)
      } catch ResultCode.constraint {
        caught.append(.constraint)
      }
    }
    #expect(caught == [.constraintNotNull, .constraint])
  }

  @Test(arguments: [
    (ResultCode.ok, "SQLITE_OK"), (.busy, "SQLITE_BUSY"), (.full, "SQLITE_FULL"),
    (.notADatabase, "SQLITE_NOTADB"), (.constraintDataType, "SQLITE_CONSTRAINT_DATATYPE"),
    (ResultCode(rawValue: 5 | 77 << 8), "SQLITE_BUSY (19717)"),
    (ResultCode(rawValue: 99), "SQLITE_99"),
  ])
  func `a code has SQLite's name`(code: ResultCode, name: String) {
    #expect(code.description == name)
    #expect(code.primary.isPrimary)
  }
}
