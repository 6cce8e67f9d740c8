/// The most work that statements of one connection may do before SQLite stops them.
///
/// The connection owns it and passes its address to SQLite, so it is a class.
final class WorkLimit {
  /// How many virtual machine steps lie between two looks at the limit.
  static let stride = 10_000

  /// Steps that are left, or nil for no limit.
  var steps: Int?

  /// When the work must end, or nil for no limit.
  var deadline: ContinuousClock.Instant?

  /// Called by SQLite every `stride` steps.
  ///
  /// - Returns: true when the work must stop.
  func isExceeded() -> Bool {
    if let left = steps {
      steps = left - Self.stride
      if left <= Self.stride { return true }
    }
    if let deadline, ContinuousClock.now >= deadline { return true }
    return false
  }
}
