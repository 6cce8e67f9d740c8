import FoundationEssentials
import Store

/// Words for people: progress, warnings and summaries, all on standard error.
public final class Console: Sendable {
  /// How much is said.
  public enum Loudness: Int, Sendable {
    /// Errors only.
    case quiet
    /// Summaries and warnings.
    case normal
    /// Everything.
    case verbose
  }

  private let loudness: Loudness
  /// True where standard error is a terminal that can move its cursor.
  public let isInteractive: Bool
  private let hasColour: Bool

  /// Makes a console for standard error.
  public init(loudness: Loudness = .normal, allowsColour: Bool = true) {
    self.loudness = loudness
    let isTerminal =
      StandardStream.error.isTerminal && Capture.current == nil
      && Environment.value("TERM") != "dumb"
    isInteractive = isTerminal && loudness != .quiet
    hasColour = isTerminal && allowsColour && (Environment.value("NO_COLOR") ?? "").isEmpty
  }

  /// Says what was done.
  public func say(_ text: String) {
    if loudness != .quiet { write(text + "\n") }
  }

  /// Says what only the curious want to know.
  public func mention(_ text: String) {
    if loudness == .verbose { write(text + "\n") }
  }

  /// Warns.
  public func warn(_ text: String) {
    if loudness != .quiet { Output.writeError(code: coloured("warning: ", "33"), text + "\n") }
  }

  /// Says why something stopped.
  public func fail(_ text: String) {
    Output.writeError(code: coloured("error: ", "31"), text + "\n")
  }

  private func coloured(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Writes with what a file can hold escaped, so that a name cannot move the cursor.
  private func write(_ text: String) { Output.writeError(text) }

  /// Draws over the current line of a terminal.
  func redraw(_ text: String) {
    if isInteractive { Output.writeError(code: "\r\u{1B}[2K", text) }
  }
}

/// Variables of the environment.
enum Environment {
  /// The value of a variable, or nil.
  static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
