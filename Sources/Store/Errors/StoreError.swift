import CSQLite

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
    /// The file was this program's and is damaged.
    case damaged
    /// A reference leads nowhere after a change of the schema.
    case brokenReference
  }

  /// What kind of failure this is.
  public let kind: Kind

  /// The code of SQLite, extended where SQLite has one.
  public let code: ResultCode

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
    kind: Kind = .sqlite, code: ResultCode, message: String, path: String? = nil,
    sql: String? = nil, sqlWithArguments: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.path = path
    self.sql = sql
    self.sqlWithArguments = sqlWithArguments
  }

  /// The same error, said to be about a file.
  public func about(path: String) -> StoreError {
    StoreError(
      kind: kind, code: code, message: message, path: path, sql: sql,
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

  /// True when there is no room left.
  ///
  /// SQLite says `SQLITE_FULL` for a full disk and for its own page limit, and `SQLITE_IOERR_WRITE`
  /// for a file-size limit of the process.
  public var isFull: Bool { code.primary == .full || code.rawValue == SQLITE_IOERR | 3 << 8 }

  /// True when the database, or its folder, cannot be written.
  public var isReadOnly: Bool { code.primary == .readOnly || code.primary == .permission }

  /// True when the file cannot be opened: it is absent, a folder, or not permitted.
  public var isCantOpen: Bool { code.primary == .cantOpen }

  /// True when the work was stopped by an interrupt or a limit.
  public var isInterrupted: Bool { code.primary == .interrupt }

  /// True when the database as such is refused: not ours, damaged, newer or busy.
  public var isRefusal: Bool { isBusy || isCorrupt || isNotOurs || isNewer }

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
    self.init(code: code, message: message, path: path, sql: sql)
  }
}
