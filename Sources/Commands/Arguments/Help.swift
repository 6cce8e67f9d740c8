/// Help texts, made from the descriptions of the commands.
enum Help {
  /// The list of commands.
  static var overview: String {
    var text = "placewise: \(Manual.summary)\n\n"
    text += "usage: placewise COMMAND [options]\n\n"
    let width = CommandList.all.map { $0.spec.name.utf8.count }.max() ?? 0
    for command in CommandList.all {
      text += "  \(padded(command.spec.name, width))  \(command.spec.summary)\n"
    }
    return text + "\n'placewise COMMAND --help' tells more and gives an example.\n"
  }

  /// The help of a command of that name, or the list.
  static func text(for name: String?) throws -> String {
    guard let name else { return overview }
    guard let command = CommandList.named(name) else {
      throw unknown(name)
    }
    return text(for: command.spec)
  }

  /// The failure for a command that there is not, with the nearest.
  static func unknown(_ name: String) -> CommandFailure {
    let nearest = Nearest.of(name, among: CommandList.all.map { $0.spec.name })
    let hint = nearest.map { "did you mean '\($0)'?" } ?? "'placewise help' lists all"
    return CommandFailure(.usage, "there is no command '\(name)'; \(hint)")
  }

  /// The help of one command.
  static func text(for spec: CommandSpec) -> String {
    let usage = [spec.name, spec.arguments].filter { !$0.isEmpty }.joined(separator: " ")
    var text = "placewise \(usage)\n  \(spec.summary)\n"
    if !spec.options.isEmpty { text += "\noptions:\n" + list(spec.options) }
    text += "\noptions of every command:\n" + list(CommandSpec.global)
    text += "\nexamples:\n" + spec.examples.map { "  \($0)\n" }.joined()
    return text
  }

  private static func list(_ options: [CommandSpec.Option]) -> String {
    let names = options.map(\.usage)
    let width = names.map(\.utf8.count).max() ?? 0
    return zip(names, options).map { "  \(padded($0, width))  \($1.help)\n" }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
