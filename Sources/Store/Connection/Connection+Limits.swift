import CSQLite

extension Connection {
  /// A limit of SQLite's on what one connection may ask for.
  public enum Limit: Int32, Sendable {
    /// The size of a text, blob or row in bytes.
    case length = 0
    /// The length of a statement in bytes.
    case sqlLength = 1
    /// The number of columns.
    case columns = 2
    /// The depth of an expression.
    case expressionDepth = 3
    /// The number of terms of a compound SELECT.
    case compoundSelect = 4
    /// The number of attached databases.
    case attached = 7
    /// The length of a LIKE or GLOB pattern in bytes.
    case likePattern = 8
    /// The largest parameter number.
    case parameters = 9
    /// The depth of triggers.
    case triggerDepth = 10
    /// The number of worker threads.
    case workerThreads = 11
  }

  /// Sets a limit of SQLite's and returns what it was.
  @discardableResult
  public func setLimit(_ limit: Limit, to value: Int) -> Int {
    Int(unsafe sqlite3_limit(pointer, limit.rawValue, Int32(clamping: value)))
  }

  /// Stops statements of this connection after some time or work.
  ///
  /// A statement that is stopped throws `SQLITE_INTERRUPT`. The limits run from this call, for all
  /// statements together, until they are set again or taken away.
  ///
  /// - Parameters:
  ///   - seconds: how long they may run; nil for no limit.
  ///   - steps: how many steps of SQLite's virtual machine they may take; nil for no limit.
  public func limitWork(seconds: Double? = nil, steps: Int? = nil) {
    limit.steps = steps
    limit.deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    guard seconds != nil || steps != nil else {
      unsafe sqlite3_progress_handler(pointer, 0, nil, nil)
      return
    }
    let context = unsafe Unmanaged.passUnretained(limit).toOpaque()
    let stride = Int32(clamping: min(WorkLimit.stride, max(1, steps ?? WorkLimit.stride)))
    unsafe sqlite3_progress_handler(
      pointer, stride,
      { context in
        guard let context = unsafe context else { return 0 }
        let limit = unsafe Unmanaged<WorkLimit>.fromOpaque(context).takeUnretainedValue()
        return limit.isExceeded() ? 1 : 0
      }, context)
  }

  /// Sets how much memory SQLite may hold in this process, all connections together.
  ///
  /// A statement that would need more throws `SQLITE_NOMEM`. It cannot be raised or taken away again.
  public static func limitMemory(to bytes: Int) {
    sqlite3_hard_heap_limit64(Int64(bytes))
  }

  /// Stops the statements that run on this connection.
  public func interrupt() {
    unsafe sqlite3_interrupt(pointer)
  }
}
