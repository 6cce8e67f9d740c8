import Places
import Store

/// The program: a command line in, an exit code out.
public enum Placewise {
  /// The program's version.
  public static let version = "0.1.0"

  /// The version with the day as of which something was made.
  static func version(_ asOf: Day?) -> String {
    asOf.map { "\(version), as known on \($0)" } ?? version
  }

  /// Runs a command line, without the program's own name.
  public static func run(_ line: [String]) -> Int32 {
    Signals.makeFailuresVisible()
    Interruption.listen()
    return execute(line).rawValue
  }

  /// Runs a command line within a process that goes on.
  static func execute(_ line: [String]) -> ExitCode {
    let output = Output()
    guard let name = line.first else {
      Output.writeError(Help.overview)
      return .usage
    }
    do {
      if name == "--version" {
        try output.write("placewise \(version)\n")
        return .done
      }
      if name == "--help" || name == "-h" {
        try output.write(Help.text(for: line.dropFirst().first))
        return .done
      }
      guard let command = CommandList.named(name) else { throw Help.unknown(name) }
      return try run(command, Array(line.dropFirst()), output)
    } catch {
      let failure = CommandFailure(error)
      if failure.code != .brokenPipe { Console().fail(failure.message) }
      return failure.code
    }
  }

  private static func run(
    _ command: any Command.Type, _ line: [String], _ output: Output
  ) throws -> ExitCode {
    let arguments: Arguments
    do { arguments = try Arguments(line, for: command.spec) } catch {
      throw CommandFailure(.usage, "\(error); see 'placewise \(command.spec.name) --help'")
    }
    if arguments.isSet("--help") {
      try output.write(Help.text(for: command.spec))
      return .done
    }
    let loudness: Console.Loudness =
      arguments.isSet("--quiet") ? .quiet : arguments.isSet("--verbose") ? .verbose : .normal
    let console = Console(loudness: loudness, allowsColour: !arguments.isSet("--no-color"))
    let workspace = Workspace(
      folder: arguments.value("--workspace") ?? ".", database: arguments.value("--db"))
    try OutputTarget.check(arguments, workspace)
    return try command.run(
      arguments, Session(console: console, workspace: workspace, arguments: arguments))
  }
}
