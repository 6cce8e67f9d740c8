/// `placewise help`: help, the manual page and completions, all from the commands' descriptions.
enum HelpCommand: Command {
  static let spec = CommandSpec(
    "help", "this list, or the help of a command; a manual page and completions for shells",
    arguments: "[COMMAND]", count: 0...1,
    options: [
      .init("--man", "the manual page in roff"),
      .init("--completions", value: "bash|zsh|fish", "completions for a shell"),
    ],
    examples: [
      "placewise help import", "placewise help --man | man -l -",
      "source <(placewise help --completions bash)",
      "placewise help --format markdown   # the tables of the README",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    if arguments.isSet("--man") {
      try session.output.write(ManPage.text)
    } else if let name = arguments.value("--completions") {
      guard let shell = Shell(rawValue: name) else {
        let known = Shell.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "found --completions \(name), expected one of \(known)")
      }
      try session.output.write(shell.completions)
    } else if arguments.value("--format") == "markdown" {
      try session.output.write(Manual.markdown + "\n" + Manual.exitCodes)
    } else {
      try session.output.write(Help.text(for: arguments.positional.first))
    }
    return .done
  }
}
