/// A command of the product.
protocol Command {
  /// What it takes.
  static var spec: CommandSpec { get }

  /// Does it.
  ///
  /// - Returns: how it ended; data goes to `session.output`, words to `session.console`.
  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode
}

/// What every command works with.
struct Session {
  /// Where words for people go.
  let console: Console
  /// Where the workspace is.
  let workspace: Workspace
  /// The global options, read.
  let arguments: Arguments
  /// How many seconds its queries may take; nil for no limit.
  var timeLimit: Int?
}
