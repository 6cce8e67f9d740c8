/// Replaces a database by one that was built aside, in one step.
///
/// A database is more than its file: a journal left by a killed writer belongs to the old content
/// and would be played back into the new. So the old is opened first, which rolls such a journal
/// back, and locked while the names change, which keeps writers away; a writer that was waiting
/// finds that its file has moved (`SQLITE_READONLY_DBMOVED`) and writes nothing. Readers see the old
/// content until then, and the new when they open the path again.
public struct DatabaseReplacement: ~Copyable {
  private var file: FileReplacement
  private var lock: Connection?
  private var isSwapped = false
  private let options: ConnectionOptions
  private let replacesAnything: Bool

  /// The database that is replaced.
  public var path: String { file.path }

  /// Where the new database is built; its connections must be closed before the swap.
  public var temporaryPath: String { file.temporaryPath }

  /// Makes an empty file beside `path`, after what killed runs left there was cleared.
  ///
  /// - Parameters:
  ///   - path: the database to replace, which need not exist.
  ///   - anything: whether the old file may be no database, or a damaged one.
  ///   - options: how long to wait for the lock on the old database.
  /// - Throws: when the folder cannot be written.
  public init(
    path: String, replacing anything: Bool = false, options: ConnectionOptions = .init()
  ) throws(FileError) {
    try Leftovers.clear(in: Aside.folder(of: path))
    file = try FileReplacement(path: path)
    replacesAnything = anything
    self.options = options
  }

  /// Puts the new database in place and keeps the old until `commit`.
  ///
  /// The old one stays locked until then. When the replacement is let go without `commit`, the old
  /// database comes back.
  ///
  /// - Throws: a `StoreError` when the old database is busy, damaged or none, or when the new one is
  ///   still open or cannot be read; a `FileError` when the files cannot be changed.
  public mutating func swap() throws {
    guard !isSwapped else { return }
    try Self.locked(temporaryPath, options).rollback()
    try lockOld()
    do {
      try file.swap()
      isSwapped = true
    } catch {
      lock = nil
      throw error
    }
  }

  /// Puts the new database in place for good and removes the old.
  public consuming func commit() throws {
    try swap()
    lock = nil
    try file.commit()
  }

  private mutating func lockOld() throws {
    guard Folder.exists(path) else { return }
    do {
      lock = try Self.locked(path, options)
    } catch {
      guard replacesAnything, error.isNotADatabase || error.isCorrupt else { throw error }
      // What is no database has no companions that mean anything; they would act on the new one.
      for companion in Aside.companions { try Folder.remove(path + companion) }
    }
  }

  /// Opens a database that nobody else has open for writing, and keeps everybody away.
  private static func locked(
    _ path: String, _ options: ConnectionOptions
  ) throws(StoreError) -> Connection {
    let connection = try Connection(path: path, mode: .readWrite, options: options)
    try connection.begin(.exclusive)
    return connection
  }
}
