import Synchronization

/// A bar on a terminal for work that takes longer than half a second; silent elsewhere.
public final class Progress: Sendable {
  private struct State {
    var done = 0
    var drawn = ContinuousClock.now
    var isDrawn = false
  }

  private let console: Console
  private let label: String
  private let total: Int
  private let began = ContinuousClock.now
  private let state = Mutex(State())
  private static let patience = Duration.milliseconds(500)
  private static let pace = Duration.milliseconds(80)

  /// Begins work of some steps.
  public init(_ label: String, total: Int, console: Console) {
    self.label = label
    self.total = max(1, total)
    self.console = console
  }

  /// Counts a step as done and shows what it was beside the bar.
  ///
  /// May be called on any thread.
  public func step(_ what: String = "") {
    state.withLock { state in
      state.done += 1
      guard console.isInteractive else { return }
      let now = ContinuousClock.now
      guard now - began > Self.patience, now - state.drawn > Self.pace || state.done == total
      else { return }
      state.drawn = now
      state.isDrawn = true
      draw(state.done, what, now - began)
    }
  }

  private func draw(_ done: Int, _ what: String, _ elapsed: Duration) {
    let width = 24
    let filled = min(width, done * width / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let left = elapsed / Double(done) * Double(max(0, total - done))
    console.redraw("\(label) \(bar) \(done)/\(total) \(Self.seconds(left)) left  \(what)")
  }

  /// Clears the bar.
  public func finish() {
    if state.withLock({ $0.isDrawn }) { console.redraw("") }
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
