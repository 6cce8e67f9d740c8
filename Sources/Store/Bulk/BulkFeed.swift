import CSQLite

extension Connection {
  /// Inserts the rows that `next` makes, pulled by SQLite in one statement.
  ///
  /// It takes about half the time of `BulkInsert`. `next` may use the connection, also to insert
  /// elsewhere, but must not change `table`, nor end the transaction. When anything fails, no row of
  /// this call stays.
  ///
  /// ```swift
  /// let count = try connection.insert(into: "payment", columns: ["line", "supplier"]) { row in
  ///   guard let record = reader.next() else { return false }
  ///   row.set(record.line, at: 0)
  ///   row.set(text: record.supplier, at: 1)
  ///   return true
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - columns: its columns, at least one, in the order of the fields of the row.
  ///   - conflict: what happens to a row that breaks a unique constraint.
  ///   - next: sets the fields of a row, all NULL at first, and returns true; or returns false when
  ///     there are no more rows.
  /// - Returns: the number of rows that were inserted.
  /// - Throws: a `StoreError`, or what `next` throws.
  @discardableResult
  public func insert(
    into table: String, columns: [String], onConflict conflict: BulkInsert.Conflict = .abort,
    _ next: (inout RowBuffer) throws -> Bool
  ) throws -> Int {
    try withoutActuallyEscaping(next) { next in
      let feed = BulkFeed(count: columns.count, next)
      feeds.running += 1
      defer { feeds.running -= 1 }
      // SQLite would keep the rows before the failing one, as a feed is not known to fail. Outside
      // a transaction they go with the statement, and within a feed with the outer one.
      guard isInTransaction, feeds.running == 1 else {
        return try feed.run(self, table, columns, conflict)
      }
      return try savepoint(feed.name) { try feed.run(self, table, columns, conflict) }
    }
  }
}

/// How many feeds a connection reads now: one may be read while another makes its rows.
final class FeedCount {
  var running = 0
}

/// The rows of one insert, and what went wrong when they were made.
private final class BulkFeed {
  private let next: (inout RowBuffer) throws -> Bool
  private var row: RowBuffer
  private var failure: (any Error)?

  init(count: Int, _ next: @escaping (inout RowBuffer) throws -> Bool) {
    precondition(count > 0, "a row has at least one field")
    self.next = next
    row = RowBuffer(count: count)
  }

  /// The name under which SQLite reads the feed: its own while it lives, as feeds may be nested.
  var name: String {
    let address = unsafe UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque())
    return "placewise_feed_\(address)"
  }

  func run(
    _ connection: borrowing Connection, _ table: String, _ columns: [String],
    _ conflict: BulkInsert.Conflict
  ) throws -> Int {
    var feed = unsafe placewise_feed(
      fields: row.fields, count: Int32(columns.count),
      pull: { context in
        guard let context = unsafe context else { return -1 }
        return unsafe Unmanaged<BulkFeed>.fromOpaque(context).takeUnretainedValue().pull()
      },
      context: Unmanaged.passUnretained(self).toOpaque())
    return try unsafe withUnsafeMutablePointer(to: &feed) { feed in
      let code = unsafe placewise_feed_register(connection.pointer, name, feed)
      guard code == SQLITE_OK else { throw connection.failure(code) }
      defer { unsafe _ = placewise_feed_register(connection.pointer, name, nil) }
      do {
        let head = BulkInsert.head(table, columns, conflict)
        let insert = try connection.prepare("\(head) SELECT * FROM \(name)")
        try insert.run()
        return connection.changes
      } catch {
        // SQLite knows only that the feed failed; the feed knows why.
        throw failure ?? error
      }
    }
  }

  private func pull() -> Int32 {
    row.clear()
    do {
      return try next(&row) ? 1 : 0
    } catch {
      failure = error
      return -1
    }
  }
}
