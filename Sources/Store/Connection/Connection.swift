import CSQLite

/// A connection to one SQLite database, closed when its owner lets go of it.
///
/// Files are not trusted: the schema of a file cannot run code, triggers are off unless asked for,
/// and a file that is no database is refused when it is opened, not when it is first read.
@safe public struct Connection: ~Copyable {
  /// How a file is opened.
  public enum Mode: Sendable {
    /// For reading; the file must exist.
    case readOnly
    /// For reading and writing; the file must exist.
    case readWrite
    /// For reading and writing; the file is made when it does not exist.
    case create
  }

  /// The path that was opened; empty for a database in memory.
  public let path: String

  /// How the file was opened.
  public let mode: Mode

  @usableFromInline let pointer: OpaquePointer

  /// Stops the statements of this connection from another thread.
  public let interrupter: Interrupter

  /// What stops a statement that works too long; SQLite holds its address while open.
  let limit = WorkLimit()

  /// How many feeds are being read now.
  let feeds = FeedCount()

  /// Opens a database file.
  ///
  /// - Throws: an error with `path` set; see `StoreError`.
  public init(
    path: String, mode: Mode, options: ConnectionOptions = .init()
  ) throws(StoreError) {
    guard !path.isEmpty else {
      throw StoreError(code: .cantOpen, message: "there is no path to the database")
    }
    // To SQLite these would be no files.
    let isSpecial = path.hasPrefix(":") || path.hasPrefix("file:")
    try self.init(path, name: isSpecial ? "./\(path)" : path, mode, options)
  }

  /// Opens what SQLite knows under a name.
  private init(
    _ path: String, name: String, _ mode: Mode, _ options: ConnectionOptions
  ) throws(StoreError) {
    self.path = path
    self.mode = mode
    do {
      unsafe self.pointer = try Self.openRecovered(path: name, mode: mode, options: options)
    } catch {
      throw error.about(path: path)
    }
    interrupter = unsafe Interrupter(pointer)
  }

  /// Opens a new database in memory.
  public static func memory(options: ConnectionOptions = .init()) throws(StoreError) -> Connection {
    try Connection("", name: ":memory:", .create, options)
  }

  deinit {
    interrupter.detach()
    // Statements may live on, but not what the handler would look at.
    unsafe sqlite3_progress_handler(pointer, 0, nil, nil)
    unsafe sqlite3_close_v2(pointer)
  }

  /// Runs one or more statements, ignoring their rows.
  public func execute(_ sql: String) throws(StoreError) {
    try unsafe Self.execute(sql, on: pointer)
  }

  /// Prepares one statement.
  ///
  /// - Throws: also when `sql` holds no statement, more than one, or a NUL byte.
  public func prepare(_ sql: String) throws(StoreError) -> Statement {
    let bytes = try Self.bytes(of: sql)
    var used = 0
    guard let first = try unsafe Self.prepare(bytes, from: &used, on: pointer) else {
      throw StoreError(code: .misuse, message: "there is no statement", sql: sql)
    }
    let statement = unsafe Statement(pointer: first)
    if let second = try unsafe Self.prepare(bytes, from: &used, on: pointer) {
      unsafe sqlite3_finalize(second)
      throw StoreError(code: .misuse, message: "there is more than one statement", sql: sql)
    }
    return statement
  }

  /// The number of rows that the last INSERT, UPDATE or DELETE changed.
  public var changes: Int { Int(unsafe sqlite3_changes64(pointer)) }

  /// The number of rows changed since the connection was opened.
  public var totalChanges: Int { Int(unsafe sqlite3_total_changes64(pointer)) }

  /// The rowid of the last row inserted by this connection.
  public var lastInsertRowID: Int64 { unsafe sqlite3_last_insert_rowid(pointer) }

  /// True while a transaction is open.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(pointer) == 0 }

  /// The error for a code that this connection has just reported.
  func failure(_ code: Int32, sql: String? = nil) -> StoreError {
    unsafe StoreError(connection: pointer, code: code, sql: sql)
  }
}

@available(*, unavailable)
extension Connection: Sendable {}

extension Connection {
  static func execute(_ sql: String, on pointer: OpaquePointer) throws(StoreError) {
    let bytes = try bytes(of: sql)
    var used = 0
    while let next = try unsafe prepare(bytes, from: &used, on: pointer) {
      try unsafe Statement(pointer: next).run()
    }
  }

  /// Prepares the next statement of a script and moves on; nil when there is none left.
  private static func prepare(
    _ bytes: [UInt8], from used: inout Int, on pointer: OpaquePointer
  ) throws(StoreError) -> OpaquePointer? {
    while used < bytes.count {
      var statement: OpaquePointer?
      let start = used
      let code = unsafe bytes.withUnsafeBufferPointer { buffer -> Int32 in
        guard let base = buffer.baseAddress else { return SQLITE_OK }
        return unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
          var tail: UnsafePointer<CChar>?
          let code = unsafe sqlite3_prepare_v3(
            pointer, text + start, Int32(clamping: buffer.count - start), 0, &statement, &tail)
          used = unsafe tail.map { unsafe $0 - text } ?? buffer.count
          return code
        }
      }
      guard code == SQLITE_OK else {
        let rest = String(decoding: bytes[start...], as: UTF8.self)
        throw unsafe StoreError(connection: pointer, code: code, sql: rest)
      }
      // Nil without an error: a comment or a stray semicolon.
      if let statement = unsafe statement { return unsafe statement }
    }
    return nil
  }

  /// The bytes of a script; SQLite would ignore what follows a NUL, so there must be none.
  private static func bytes(of sql: String) throws(StoreError) -> [UInt8] {
    let bytes = Array(sql.utf8)
    if bytes.contains(0) {
      throw StoreError(code: .misuse, message: "the statement holds a NUL byte", sql: sql)
    }
    return bytes
  }
}
