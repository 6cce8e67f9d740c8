/// A bar on a terminal for work that takes longer than half a second; silent elsewhere.
public final class Progress {
  private let console: Console
  private let label: String
  private let total: Int
  private var done = 0
  private let began = ContinuousClock.now
  private var drawn = ContinuousClock.now
  private var isDrawn = false
  private static let patience = Duration.milliseconds(500)
  private static let pace = Duration.milliseconds(80)

  /// Begins work of some steps.
  public init(_ label: String, total: Int, console: Console) {
    self.label = label
    self.total = max(1, total)
    self.console = console
  }

  /// One step is done; `what` is shown beside the bar.
  public func step(_ what: String = "") {
    done += 1
    guard console.isInteractive else { return }
    let now = ContinuousClock.now
    guard now - began > Self.patience, now - drawn > Self.pace || done == total else { return }
    drawn = now
    isDrawn = true
    let width = 24
    let filled = min(width, done * width / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let left = (now - began) / Double(done) * Double(max(0, total - done))
    console.redraw("\(label) \(bar) \(done)/\(total) \(Self.seconds(left)) left  \(what)")
  }

  /// Clears the bar.
  public func finish() {
    if isDrawn { console.redraw("") }
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
