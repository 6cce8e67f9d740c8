/// How a connection behaves, each with a safe default.
public struct ConnectionOptions: Sendable {
  /// How long to wait for a lock that another process holds, in milliseconds.
  public var busyTimeout = 5000

  /// Whether the path may lead through symbolic links.
  public var followsSymbolicLinks = true

  /// Whether triggers of the file run: a file from elsewhere may carry hostile ones.
  public var allowsTriggers = false

  /// Whether a reader lets the journal of a killed writer be rolled back, which writes to the file.
  public var rollsBackJournal = true

  /// Whether references are enforced.
  public var enforcesForeignKeys = true

  /// The page size of a new file in bytes, a power of two from 512 to 65536; nil for SQLite's own.
  public var pageSize: Int?

  /// Whether the file is built aside: nobody else looks at it, it is thrown away when anything goes
  /// wrong, and who puts it in its place writes it to the disk.
  public var isAside = false

  /// Options with their defaults.
  public init() {}
}
