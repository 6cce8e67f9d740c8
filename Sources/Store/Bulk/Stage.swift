import CSQLite
import Glibc
import Synchronization

/// Stores very many rows in a table, laid out as SQLite stores them on another thread.
///
/// One thread sets the fields of rows and appends them through `writer`; they are laid out on pages
/// of a file beside the database. The thread with the connection stores piece after piece, which
/// SQLite copies row by row without looking into them (`INSERT … SELECT` between tables of one
/// shape): about a tenth of the work of inserting them. All is in the transaction of the connection,
/// as with any other statement, and needs as much room on the disk again while it lasts.
///
/// ```swift
/// let stage = try Stage(for: "payment", in: connection)
/// let writer = stage.writer
/// thread { try writer.write { rows in
///   rows.row.set(line, at: 0)
///   try rows.append()
///   if let piece = rows.takePiece() { queue.send(piece) }
///   …
///   try rows.finish()
/// } }
/// while let piece = queue.next() { try stage.store(piece, in: connection) }
/// ```
///
/// The table is STRICT and has no key, index or check. References are not looked at: that they lead
/// somewhere is for the caller to know.
public struct Stage: ~Copyable {
  /// Where rows are laid out.
  public let writer: StageWriter

  private let table: String
  private let descriptor: Int32
  /// The name of the file as a schema of the connection, or nil where it has its own.
  private let schema: String?
  private let side: Connection?
  private let columns: [String]

  /// Prepares to store rows.
  ///
  /// - Parameters:
  ///   - table: the table; every one of its columns is a field of the rows, in their order.
  ///   - bytes: about how many bytes the rows have; 0 where nothing is known.
  ///   - digest: the digest of the table as it is, to go on from.
  ///   - connection: the database, in a transaction or not. What it attaches stays attached until
  ///     it is closed.
  /// - Throws: a `StoreError` or a `FileError`.
  public init(
    for table: String, expecting bytes: Int = 0, digest: RunningDigest? = nil,
    in connection: borrowing Connection
  ) throws {
    let columns = try StageColumn.all(of: table, in: connection)
    let sql = try connection.prepare("SELECT sql FROM main.sqlite_schema WHERE name = ?1")
    try sql.bind(table, at: 1)
    let text = try sql.step() ? sql.text(0) : ""
    let file = try StageFile(
      beside: Self.place(connection), body: String(text.drop { $0 != "(" }))
    let path = file.path
    defer { unsafe _ = unlink(path) }
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let isAttached = Self.attach(path, as: name, to: connection)
    // SQLite attaches only so many.
    let side = isAttached ? nil : try Connection(path: path, mode: .readWrite)
    self.side = side
    schema = isAttached ? name : nil
    descriptor = dup(file.descriptor)
    self.table = table
    self.columns = columns.map(\.name)
    writer = StageWriter(StagedRows(file, columns, expecting: bytes, digest: digest))
  }

  deinit {
    close(descriptor)
  }

  /// Stores a piece; pieces are stored in the order in which they were taken.
  ///
  /// - Throws: what SQLite reports; no row of the piece is then stored.
  public func store(_ piece: StagedPiece, in connection: borrowing Connection) throws {
    if let schema {
      let (target, source) = (Connection.quoted(table), Connection.quoted(schema))
      try connection.withoutForeignKeys { connection throws(StoreError) in
        try connection.execute("INSERT INTO main.\(target) SELECT * FROM \(source).\(piece.table)")
      }
    } else if let rows = try side?.prepare("SELECT * FROM \(piece.table)") {
      let count = columns.count
      try connection.insert(into: table, columns: columns) { row in
        guard try rows.step() else { return false }
        for column in 0..<count {
          switch rows.type(column) {
          case .int: row.set(rows.int64(column), at: column)
          case .real: row.set(rows.double(column), at: column)
          case .text: rows.withText(column) { row.set(text: $0, at: column) }
          default: row.setNull(at: column)
          }
        }
        return true
      }
    }
    // Its pages need not get to the disk any more.
    placewise_release(descriptor, Int64(piece.bytes.lowerBound), Int64(piece.bytes.count))
  }

  /// A path beside which the file is made: that of the database, or one for temporary files.
  private static func place(_ connection: borrowing Connection) -> String {
    if !connection.path.isEmpty { return Aside.resolved(connection.path) }
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    return "\(folder)/memory"
  }

  private static func attach(
    _ path: String, as name: String, to connection: borrowing Connection
  ) -> Bool {
    guard let attach = try? connection.prepare("ATTACH ?1 AS \(Connection.quoted(name))") else {
      return false
    }
    do throws(StoreError) {
      try attach.bind(path, at: 1)
      try attach.run()
      return true
    } catch {
      return false
    }
  }
}

/// The side of a `Stage` on which rows are laid out: for one thread at a time.
public final class StageWriter: Sendable {
  private let rows: Mutex<StagedRows>

  init(_ rows: consuming sending StagedRows) { self.rows = Mutex(rows) }

  /// Runs `body` with the rows; another thread waits until it has ended.
  public func write<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending StagedRows) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try rows.withLock(body)
  }
}

extension Connection {
  /// Runs `body` while references are not enforced, also within a transaction.
  func withoutForeignKeys(
    _ body: (borrowing Connection) throws(StoreError) -> Void
  ) throws(StoreError) {
    let isOn = try number("PRAGMA foreign_keys") != 0
    if isOn { unsafe _ = placewise_db_config_flag(pointer, SQLITE_DBCONFIG_ENABLE_FKEY, 0) }
    defer {
      if isOn { unsafe _ = placewise_db_config_flag(pointer, SQLITE_DBCONFIG_ENABLE_FKEY, 1) }
    }
    try body(self)
  }
}
