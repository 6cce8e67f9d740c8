import Synchronization

/// A bar on a terminal for work that takes longer than half a second; silent elsewhere.
public final class Progress: Sendable {
  /// What the work is counted in.
  public enum Unit: Sendable {
    /// Steps, shown as they are.
    case steps
    /// Bytes, shown in megabytes with how many a second.
    case bytes
  }

  private struct State {
    var done = 0
    var drawn = ContinuousClock.now
    var isDrawn = false
  }

  private let console: Console
  private let label: String
  private let total: Int
  private let unit: Unit
  private let began = ContinuousClock.now
  private let state = Mutex(State())
  private static let patience = Duration.milliseconds(500)
  private static let pace = Duration.milliseconds(80)

  /// Begins work of so many steps, or bytes.
  public init(_ label: String, total: Int, counting unit: Unit = .steps, console: Console) {
    self.label = label
    self.total = max(1, total)
    self.unit = unit
    self.console = console
  }

  /// Counts a step as done and shows what it was beside the bar.
  ///
  /// May be called on any thread, as all that follow.
  public func step(_ what: String = "") { add(1, what) }

  /// Counts more as done.
  public func add(_ count: Int, _ what: String = "") {
    state.withLock { state in show(state.done + count, what, &state) }
  }

  /// Says how much is done in all.
  public func reach(_ done: Int, _ what: String = "") {
    state.withLock { state in show(done, what, &state) }
  }

  private func show(_ done: Int, _ what: String, _ state: inout State) {
    state.done = done
    guard console.isInteractive else { return }
    let now = ContinuousClock.now
    guard now - began > Self.patience, now - state.drawn > Self.pace || done == total
    else { return }
    state.drawn = now
    state.isDrawn = true
    console.redraw(Self.line(label, done, of: total, unit, what, after: now - began))
  }

  /// The bar with how much is done and what is left: `import ████░░ 12/31 MB, 24 MB/s, 0 s left`.
  static func line(
    _ label: String, _ done: Int, of total: Int, _ unit: Unit, _ what: String,
    after elapsed: Duration
  ) -> String {
    let width = 24
    // A file may have grown since it was measured.
    let filled = min(width, done * width / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let taken = elapsed / .seconds(1)
    let left = time(taken * Double(max(0, total - done)) / Double(max(1, done)))
    let count =
      switch unit {
      case .steps: "\(done)/\(total)"
      case .bytes:
        "\(megabytes(done))/\(megabytes(total)) MB, \(megabytes(Int(Double(done) / taken))) MB/s,"
      }
    return "\(label) \(bar) \(count) \(left) left  \(what)"
  }

  /// Clears the bar.
  public func finish() {
    if state.withLock({ $0.isDrawn }) { console.redraw("") }
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 500_000) / 1_000_000 }

  private static func time(_ time: Double) -> String {
    let seconds = Int(time.rounded())
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
