import CSQLite

/// A result code of SQLite, primary or extended.
///
/// The names are SQLite's own without the prefix: `.busy` is `SQLITE_BUSY`. See
/// <https://sqlite.org/rescode.html>.
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// The number that SQLite uses.
  public let rawValue: Int32

  /// Wraps a number of SQLite's.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The primary code of this code: its low eight bits.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xff) }

  /// True when this code is a primary one.
  public var isPrimary: Bool { rawValue == rawValue & 0xff }

  /// `SQLITE_OK`: nothing went wrong.
  public static let ok = ResultCode(rawValue: SQLITE_OK)
  /// `SQLITE_ERROR`: the SQL is wrong, or there is no better code.
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// `SQLITE_INTERNAL`: a defect in SQLite.
  public static let `internal` = ResultCode(rawValue: SQLITE_INTERNAL)
  /// `SQLITE_PERM`: the access mode asked for was not granted.
  public static let permission = ResultCode(rawValue: SQLITE_PERM)
  /// `SQLITE_ABORT`: the operation was stopped by its caller.
  public static let abort = ResultCode(rawValue: SQLITE_ABORT)
  /// `SQLITE_BUSY`: another connection holds the lock.
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// `SQLITE_LOCKED`: a table is locked within the same connection.
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// `SQLITE_NOMEM`: no memory could be had.
  public static let noMemory = ResultCode(rawValue: SQLITE_NOMEM)
  /// `SQLITE_READONLY`: the database cannot be written.
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// `SQLITE_INTERRUPT`: the operation was interrupted.
  public static let interrupt = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// `SQLITE_IOERR`: the operating system reported a failure.
  public static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  /// `SQLITE_CORRUPT`: the file is damaged.
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// `SQLITE_FULL`: there is no room left.
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  /// `SQLITE_CANTOPEN`: the file, or its journal, cannot be opened.
  public static let cantOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// `SQLITE_SCHEMA`: the schema changed under a statement.
  public static let schema = ResultCode(rawValue: SQLITE_SCHEMA)
  /// `SQLITE_TOOBIG`: a text or blob is larger than the limit.
  public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)
  /// `SQLITE_CONSTRAINT`: a constraint of the schema was broken.
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// `SQLITE_MISMATCH`: a value has the wrong type.
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// `SQLITE_MISUSE`: SQLite was called in a way it forbids.
  public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  /// `SQLITE_AUTH`: the statement is not allowed.
  public static let authorization = ResultCode(rawValue: SQLITE_AUTH)
  /// `SQLITE_RANGE`: there is no such parameter or column.
  public static let range = ResultCode(rawValue: SQLITE_RANGE)
  /// `SQLITE_NOTADB`: the file is no SQLite database.
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)

  // The extended codes are macros with arithmetic, which Swift does not import.

  /// `SQLITE_CONSTRAINT_CHECK`: a CHECK was broken.
  public static let constraintCheck = ResultCode(rawValue: SQLITE_CONSTRAINT | 1 << 8)
  /// `SQLITE_CONSTRAINT_FOREIGNKEY`: a reference leads nowhere.
  public static let constraintForeignKey = ResultCode(rawValue: SQLITE_CONSTRAINT | 3 << 8)
  /// `SQLITE_CONSTRAINT_NOTNULL`: a value is missing.
  public static let constraintNotNull = ResultCode(rawValue: SQLITE_CONSTRAINT | 5 << 8)
  /// `SQLITE_CONSTRAINT_PRIMARYKEY`: a primary key stands twice.
  public static let constraintPrimaryKey = ResultCode(rawValue: SQLITE_CONSTRAINT | 6 << 8)
  /// `SQLITE_CONSTRAINT_UNIQUE`: a unique value stands twice.
  public static let constraintUnique = ResultCode(rawValue: SQLITE_CONSTRAINT | 8 << 8)
  /// `SQLITE_CONSTRAINT_DATATYPE`: a STRICT table was given another type.
  public static let constraintDataType = ResultCode(rawValue: SQLITE_CONSTRAINT | 12 << 8)
  /// `SQLITE_READONLY_ROLLBACK`: a hot journal must be rolled back by a writer first.
  public static let readOnlyRollback = ResultCode(rawValue: SQLITE_READONLY | 3 << 8)
  /// `SQLITE_READONLY_DBMOVED`: the file was replaced since it was opened.
  public static let readOnlyMoved = ResultCode(rawValue: SQLITE_READONLY | 4 << 8)
}

extension ResultCode {
  /// Matches an error in a `catch` by its code: a primary code matches its extensions too.
  ///
  /// In a function that `throws` any error, write `do throws(any Error) { … } catch ResultCode.busy`:
  /// Swift 6.3 does not compile a `do` of typed errors that lets some of them through while a
  /// handle that cannot be copied, such as a `Connection`, is alive.
  public static func ~= (code: ResultCode, error: StoreError) -> Bool {
    code.isPrimary ? error.code.primary == code : error.code == code
  }

  /// Matches an error of any type in a `catch` by its code.
  public static func ~= (code: ResultCode, error: any Error) -> Bool {
    guard let error = error as? StoreError else { return false }
    return code ~= error
  }
}

extension ResultCode: CustomStringConvertible {
  /// SQLite's own name, such as `SQLITE_CONSTRAINT_UNIQUE`, so that its manual can be searched.
  public var description: String {
    if let name = Self.extendedNames[rawValue] { return name }
    let base = Self.primaryNames[rawValue & 0xff] ?? "SQLITE_\(rawValue & 0xff)"
    return isPrimary ? base : "\(base) (\(rawValue))"
  }

  private static let primaryNames: [Int32: String] = [
    SQLITE_OK: "SQLITE_OK", SQLITE_ERROR: "SQLITE_ERROR", SQLITE_INTERNAL: "SQLITE_INTERNAL",
    SQLITE_PERM: "SQLITE_PERM", SQLITE_ABORT: "SQLITE_ABORT", SQLITE_BUSY: "SQLITE_BUSY",
    SQLITE_LOCKED: "SQLITE_LOCKED", SQLITE_NOMEM: "SQLITE_NOMEM",
    SQLITE_READONLY: "SQLITE_READONLY", SQLITE_INTERRUPT: "SQLITE_INTERRUPT",
    SQLITE_IOERR: "SQLITE_IOERR", SQLITE_CORRUPT: "SQLITE_CORRUPT",
    SQLITE_NOTFOUND: "SQLITE_NOTFOUND", SQLITE_FULL: "SQLITE_FULL",
    SQLITE_CANTOPEN: "SQLITE_CANTOPEN", SQLITE_PROTOCOL: "SQLITE_PROTOCOL",
    SQLITE_SCHEMA: "SQLITE_SCHEMA", SQLITE_TOOBIG: "SQLITE_TOOBIG",
    SQLITE_CONSTRAINT: "SQLITE_CONSTRAINT", SQLITE_MISMATCH: "SQLITE_MISMATCH",
    SQLITE_MISUSE: "SQLITE_MISUSE", SQLITE_NOLFS: "SQLITE_NOLFS", SQLITE_AUTH: "SQLITE_AUTH",
    SQLITE_RANGE: "SQLITE_RANGE", SQLITE_NOTADB: "SQLITE_NOTADB", SQLITE_ROW: "SQLITE_ROW",
    SQLITE_DONE: "SQLITE_DONE",
  ]

  private static let extendedNames: [Int32: String] = [
    constraintCheck.rawValue: "SQLITE_CONSTRAINT_CHECK",
    constraintForeignKey.rawValue: "SQLITE_CONSTRAINT_FOREIGNKEY",
    constraintNotNull.rawValue: "SQLITE_CONSTRAINT_NOTNULL",
    constraintPrimaryKey.rawValue: "SQLITE_CONSTRAINT_PRIMARYKEY",
    constraintUnique.rawValue: "SQLITE_CONSTRAINT_UNIQUE",
    constraintDataType.rawValue: "SQLITE_CONSTRAINT_DATATYPE",
    readOnlyRollback.rawValue: "SQLITE_READONLY_ROLLBACK",
    readOnlyMoved.rawValue: "SQLITE_READONLY_DBMOVED",
    SQLITE_READONLY | 6 << 8: "SQLITE_READONLY_DIRECTORY",
    SQLITE_BUSY | 1 << 8: "SQLITE_BUSY_RECOVERY",
    SQLITE_BUSY | 2 << 8: "SQLITE_BUSY_SNAPSHOT",
    SQLITE_IOERR | 1 << 8: "SQLITE_IOERR_READ",
    SQLITE_IOERR | 2 << 8: "SQLITE_IOERR_SHORT_READ",
    SQLITE_IOERR | 3 << 8: "SQLITE_IOERR_WRITE",
    SQLITE_IOERR | 4 << 8: "SQLITE_IOERR_FSYNC",
    SQLITE_CANTOPEN | 2 << 8: "SQLITE_CANTOPEN_ISDIR",
    SQLITE_CANTOPEN | 6 << 8: "SQLITE_CANTOPEN_SYMLINK",
  ]
}
