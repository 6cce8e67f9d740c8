/// How a command ended, for the shell.
public enum ExitCode: Int32, CaseIterable, Comparable, Sendable {
  /// Done.
  case done = 0
  /// A check failed: drift, verification, disclosure audit.
  case checkFailed = 1
  /// The command line was not understood.
  case usage = 2
  /// Loaded, but some rows were rejected.
  case rejects = 3
  /// An input was refused.
  case inputRefused = 4
  /// The database was refused.
  case databaseRefused = 5
  /// Storage or output failed.
  case outputFailed = 6
  /// Interrupted from the keyboard.
  case interrupted = 130
  /// The reader of standard output went away.
  case brokenPipe = 141
  /// Ended by a request to terminate.
  case terminated = 143

  /// Orders by number: with several files the highest wins.
  public static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }

  /// What it means, for the manual.
  var meaning: String {
    switch self {
    case .done: "done"
    case .checkFailed: "a check failed: drift, verification, disclosure audit"
    case .usage: "the command line was not understood; an unknown place lists the nearest"
    case .rejects: "loaded, but some rows were rejected (--strict: nothing is loaded, exit 4)"
    case .inputRefused: "an input was refused"
    case .databaseRefused: "the database was refused: not ours, damaged, newer or busy"
    case .outputFailed: "storage or output failed"
    case .interrupted: "interrupted from the keyboard"
    case .brokenPipe: "the reader of standard output went away"
    case .terminated: "ended by a request to terminate"
    }
  }
}
