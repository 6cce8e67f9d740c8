import Glibc
import Synchronization

/// Requests to stop: from the keyboard (Ctrl-C) and from the system.
///
/// They end the program at once with 130 or 143, except within `deferring`, where work that must not
/// be left half done looks for them itself. A second request ends the program there too: what is on
/// the disk is then rolled back when the database is next opened.
enum Interruption {
  private static let pending = Atomic<Int32>(0)
  private static let depth = Atomic<Int>(0)

  /// Begins to listen.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      // Nothing but atomics and `_exit` may be used here.
      _ = signal(number) { number in
        let isDeferred = Interruption.depth.load(ordering: .relaxed) > 0
        let earlier = Interruption.pending.exchange(number, ordering: .relaxed)
        if !isDeferred || earlier != 0 { _exit(128 + number) }
      }
    }
  }

  /// Does work that a request to stop must not cut in two.
  static func deferring<Result>(_ body: () throws -> Result) rethrows -> Result {
    depth.add(1, ordering: .relaxed)
    defer { depth.subtract(1, ordering: .relaxed) }
    return try body()
  }

  /// Stops, where a request came, at a moment when nothing has been changed.
  static func check() throws(CommandFailure) {
    let number = pending.load(ordering: .relaxed)
    guard number != 0 else { return }
    throw CommandFailure(
      number == SIGINT ? .interrupted : .terminated, "stopped before the end; nothing was changed")
  }
}
