/// A shell for which completions are written.
enum Shell: String, CaseIterable, Sendable {
  /// GNU Bash.
  case bash
  /// The Z shell.
  case zsh
  /// Fish.
  case fish

  /// The script that teaches the shell our commands and options.
  var completions: String {
    switch self {
    case .bash: BashCompletions.text
    case .zsh: ZshCompletions.text
    case .fish: FishCompletions.text
    }
  }

  /// What stands in the place of a command behind the program's name.
  static var first: [String] { CommandList.all.map { $0.spec.name } + ["--help", "--version"] }

  /// A text in single quotes, for bash and zsh.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
