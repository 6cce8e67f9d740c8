import CSQLite
import Glibc

/// Why the store refused or failed.
///
/// The facts stand in fields; the sentence is made when it is asked for:
///
/// ```
/// SQLite: UNIQUE constraint failed: place.code (SQLITE_CONSTRAINT_UNIQUE) in "INSERT INTO place …"
/// ```
///
/// The values bound to a statement may be private, so they are in `sqlWithArguments` only.
public struct StoreError: Error, Sendable, Equatable {
  /// What kind of failure this is.
  public enum Kind: Sendable, Equatable {
    /// SQLite reported it; see `code`.
    case sqlite
    /// The file is a database of another program, or no database of this one.
    case notOurs
    /// The file was written by a later version of this program.
    case newer
    /// The file was written by an earlier version and has not been brought up to this one.
    case older
    /// The file was this program's and is damaged.
    case damaged
    /// A reference leads nowhere after a change of the schema.
    case brokenReference
  }

  /// What kind of failure this is.
  public let kind: Kind

  /// The code of SQLite, extended where SQLite has one.
  public let code: ResultCode

  /// The system's error behind it, `errno`; 0 when there is none.
  public let systemError: Int32

  /// SQLite's message, or this program's own for the kinds that are not SQLite's.
  public let message: String

  /// The path of the database, if the failure is about the file as a whole.
  public let path: String?

  /// The statement, with its parameters unbound.
  public let sql: String?

  /// The statement with the values bound to it: not for logs, as the values may be private.
  public let sqlWithArguments: String?

  /// Makes an error from its facts.
  public init(
    kind: Kind = .sqlite, code: ResultCode, systemError: Int32 = 0, message: String,
    path: String? = nil, sql: String? = nil, sqlWithArguments: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.systemError = systemError
    self.message = message
    self.path = path
    self.sql = sql
    self.sqlWithArguments = sqlWithArguments
  }

  /// The same error, said to be about a file.
  public func about(path: String) -> StoreError {
    StoreError(
      kind: kind, code: code, systemError: systemError, message: message, path: path, sql: sql,
      sqlWithArguments: sqlWithArguments)
  }
}

extension StoreError {
  /// True when another process holds the database and the wait was too short.
  public var isBusy: Bool { code.primary == .busy || code.primary == .locked }

  /// True when the file is this program's and damaged.
  public var isCorrupt: Bool { kind == .damaged || code.primary == .corrupt }

  /// True when the file is no SQLite database at all.
  public var isNotADatabase: Bool { code.primary == .notADatabase }

  /// True when the file belongs to another program, or is no database.
  public var isNotOurs: Bool { kind == .notOurs || isNotADatabase }

  /// True when the file was written by a later version of this program.
  public var isNewer: Bool { kind == .newer }

  /// True when the file was written by an earlier version and not brought up to this one.
  public var isOlder: Bool { kind == .older }

  /// True when there is no room left.
  ///
  /// SQLite says `SQLITE_FULL` for a full disk and for its own page limit, and `SQLITE_IOERR` for a
  /// quota and for a file-size limit of the process.
  public var isFull: Bool {
    code.primary == .full
      || code.primary == .ioError && [ENOSPC, EDQUOT, EFBIG].contains(systemError)
  }

  /// True when the database, or its folder, cannot be written.
  public var isReadOnly: Bool {
    code.primary == .readOnly || code.primary == .permission
      || isCantOpen && [EACCES, EPERM, EROFS].contains(systemError)
  }

  /// True when the file cannot be opened: it is absent, a folder, or not permitted.
  public var isCantOpen: Bool { code.primary == .cantOpen }

  /// True when the work was stopped by an interrupt or a limit.
  public var isInterrupted: Bool { code.primary == .interrupt }

  /// True when SQLite had no more memory, or as much as it may have.
  public var isOutOfMemory: Bool { code.primary == .noMemory }

  /// True when a text or a row would be longer than it may be.
  public var isTooLong: Bool { code.primary == .tooBig }

  /// True when the database as such is refused: not ours, damaged, newer, older or busy.
  public var isRefusal: Bool { isBusy || isCorrupt || isNotOurs || isNewer || isOlder }

  /// True when the storage failed: full, not permitted, unreadable.
  public var isStorageFailure: Bool {
    isFull || isReadOnly || isCantOpen || code.primary == .ioError
  }
}

extension StoreError: CustomStringConvertible {
  /// One sentence with the code of SQLite and the statement, without the values bound.
  public var description: String {
    var text = path.map { "\($0): " } ?? ""
    text += message
    if systemError != 0, let reason = unsafe strerror(systemError) {
      text += unsafe ": \(String(cString: reason))"
    }
    if code != .ok { text += " (\(code))" }
    if let sql { text += " in \"\(Self.shortened(sql))\"" }
    return text
  }

  /// The statement on one line and at most 200 bytes of it.
  private static func shortened(_ sql: String) -> String {
    let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.utf8.count <= 200 ? words : String(words.prefix(199)) + "…"
  }
}

extension StoreError {
  /// The error that a connection has just reported.
  init(connection: OpaquePointer?, code: Int32, sql: String? = nil, path: String? = nil) {
    let code = ResultCode(rawValue: code)
    let message: String
    // The connection may have failed otherwise since, or not at all: then its text is not ours.
    if let connection = unsafe connection,
      unsafe sqlite3_errcode(connection) & 0xff == code.primary.rawValue,
      let text = unsafe sqlite3_errmsg(connection)
    {
      message = unsafe String(cString: text)
    } else if let text = unsafe sqlite3_errstr(code.rawValue) {
      message = unsafe String(cString: text)
    } else {
      message = "unknown failure"
    }
    // SQLite keeps the number of the last failure, so it is read only where it is about this one.
    let isSystem = [.ioError, .cantOpen].contains(code.primary)
    self.init(
      code: code, systemError: unsafe isSystem ? sqlite3_system_errno(connection) : 0,
      message: message, path: path, sql: sql)
  }
}
