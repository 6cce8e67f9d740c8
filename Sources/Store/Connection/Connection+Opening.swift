import CSQLite

extension Connection {
  /// Opens a handle, after what a killed writer left half done was rolled back.
  ///
  /// A reader may not do that itself, so a writer is opened for a moment. Where the file cannot be
  /// written either, the error of the reader stands.
  static func openRecovered(
    path: String, mode: Mode, options: ConnectionOptions
  ) throws(StoreError) -> OpaquePointer {
    do {
      return unsafe try open(path: path, mode: mode, options: options)
    } catch {
      guard mode == .readOnly, options.rollsBackJournal, error.code == .readOnlyRollback,
        let writer = unsafe try? open(path: path, mode: .readWrite, options: options)
      else { throw error }
      unsafe sqlite3_close_v2(writer)
      return unsafe try open(path: path, mode: mode, options: options)
    }
  }

  /// Opens and hardens a handle; on failure nothing stays open.
  static func open(
    path: String, mode: Mode, options: ConnectionOptions
  ) throws(StoreError) -> OpaquePointer {
    var flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    switch mode {
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
    if !options.followsSymbolicLinks { flags |= SQLITE_OPEN_NOFOLLOW }
    var handle: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      let error = unsafe StoreError(connection: handle, code: code)
      unsafe sqlite3_close_v2(handle)
      throw error
    }
    do throws(StoreError) {
      try unsafe harden(handle, options)
      try unsafe configure(handle, mode, options)
      // SQLite opens for reading what it may not write, and would say so at the first change only.
      if mode != .readOnly, unsafe sqlite3_db_readonly(handle, "main") == 1 {
        throw StoreError(code: .readOnly, message: "the file may not be written to")
      }
      return unsafe handle
    } catch {
      unsafe sqlite3_close_v2(handle)
      throw error
    }
  }

  /// Takes from the file what could act on its own: SQLite's advice for files of unknown origin.
  ///
  /// See <https://sqlite.org/security.html>, "Untrusted SQLite Database Files".
  private static func harden(
    _ handle: OpaquePointer, _ options: ConnectionOptions
  ) throws(StoreError) {
    let settings: [(Int32, Bool)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, true),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, options.allowsTriggers),
      (SQLITE_DBCONFIG_ENABLE_VIEW, true),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
      // A mistyped column name in double quotes would silently become a text.
      (SQLITE_DBCONFIG_DQS_DML, false),
      (SQLITE_DBCONFIG_DQS_DDL, false),
    ]
    for (setting, isOn) in settings {
      let code = unsafe placewise_db_config_flag(handle, setting, isOn ? 1 : 0)
      guard code == SQLITE_OK else { throw unsafe StoreError(connection: handle, code: code) }
    }
  }

  /// Sets what SQLite keeps per connection, and reads the file's head so that a wrong file fails.
  private static func configure(
    _ handle: OpaquePointer, _ mode: Mode, _ options: ConnectionOptions
  ) throws(StoreError) {
    unsafe sqlite3_busy_timeout(handle, Int32(clamping: options.busyTimeout))
    var script = """
      PRAGMA foreign_keys = \(options.enforcesForeignKeys ? "ON" : "OFF");
      PRAGMA cell_size_check = ON;
      PRAGMA mmap_size = 0;
      PRAGMA synchronous = \(options.isAside ? "OFF" : "FULL");

      """
    if mode == .create, let size = options.pageSize { script += "PRAGMA page_size = \(size);\n" }
    // A reader cannot change the journal of a file, and need not.
    if mode != .readOnly {
      script += "PRAGMA journal_mode = \(options.isAside ? "MEMORY" : "DELETE");\n"
    }
    script += "SELECT count(*) FROM sqlite_schema;"
    try unsafe execute(script, on: handle)
  }
}
