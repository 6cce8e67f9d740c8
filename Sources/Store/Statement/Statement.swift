// How a statement is owned and used.
//
// A statement is a handle: it is made by `Connection.prepare`, has one owner, and is finalized when
// the owner lets go. It is not copied, so no two owners can step the same cursor, and not sent to
// another thread. It may outlive its connection: the connection is closed with sqlite3_close_v2,
// which waits for the last statement.
//
// Rows are pulled: `while try statement.step() { … statement.int64(0) … }`. A pull shape carries
// typed errors, which closures do not infer, and costs what the C calls cost.
//
// Parameters count from 1 and columns from 0, as in SQLite. A step that fails resets the statement
// after its error was taken, so that it can be bound and run again.
//
// Getters never fail: SQLite converts (text "12" read as a number is 12, NULL is 0 or ""). A query
// over STRICT tables gives the declared types; where NULL matters use the optional getters.

import CSQLite

/// A prepared statement, finalized when its owner lets go of it.
@safe public struct Statement: ~Copyable {
  @usableFromInline let pointer: OpaquePointer

  init(pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe sqlite3_finalize(pointer)
  }

  /// Moves to the next row.
  ///
  /// - Returns: true when there is a row, false when the statement is done.
  /// - Throws: what SQLite reports; the statement is then reset.
  @inlinable
  public func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Steps until the statement is done and resets it, keeping what is bound.
  @inlinable
  public func run() throws(StoreError) {
    var code: Int32
    repeat { code = unsafe sqlite3_step(pointer) } while code == SQLITE_ROW
    guard code == SQLITE_DONE else { throw failure(code) }
    unsafe sqlite3_reset(pointer)
  }

  /// Makes the statement ready to be stepped from the start, keeping what is bound.
  @inlinable
  public func reset() {
    // The code returned repeats the failure of the last step, which was thrown there.
    unsafe sqlite3_reset(pointer)
  }

  /// Binds NULL to every parameter.
  public func clearBindings() {
    unsafe sqlite3_clear_bindings(pointer)
  }

  /// The text of the statement, with its parameters unbound.
  public var sql: String {
    unsafe sqlite3_sql(pointer).map { unsafe String(cString: $0) } ?? ""
  }

  /// True when the statement cannot change the database.
  public var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(pointer) != 0 }

  /// The error for a code, after which the statement is reset.
  @usableFromInline
  func failure(_ code: Int32) -> StoreError {
    let connection = unsafe sqlite3_db_handle(pointer)
    let plain = unsafe StoreError(connection: connection, code: code)
    var expanded: String?
    if let text = unsafe sqlite3_expanded_sql(pointer) {
      expanded = unsafe String(cString: text)
      unsafe sqlite3_free(text)
    }
    let error = StoreError(
      code: plain.code, systemError: plain.systemError, message: plain.message, sql: sql,
      sqlWithArguments: expanded)
    unsafe sqlite3_reset(pointer)
    return error
  }
}

@available(*, unavailable)
extension Statement: Sendable {}
