import CSQLite

extension Connection {
  /// Writes a compact copy into a file that does not exist or is empty.
  public func vacuum(into path: String) throws(StoreError) {
    let statement = try prepare("VACUUM INTO ?1")
    try statement.bind(path, at: 1)
    try statement.run()
  }

  /// Copies the whole database, page by page, over what another connection holds.
  ///
  /// - Parameter target: a connection without an open transaction; what it held is gone.
  /// - Throws: what SQLite reports; the target is then as it was.
  public func backup(to target: borrowing Connection) throws(StoreError) {
    guard let copy = unsafe sqlite3_backup_init(target.pointer, "main", pointer, "main") else {
      throw target.failure(unsafe sqlite3_extended_errcode(target.pointer))
    }
    let code = unsafe sqlite3_backup_step(copy, -1)
    let end = unsafe sqlite3_backup_finish(copy)
    guard code == SQLITE_DONE, end == SQLITE_OK else {
      // The lock of the source is tried once and not waited for; its code is only in `code`.
      throw target.failure(code == SQLITE_DONE ? end : code)
    }
  }
}
