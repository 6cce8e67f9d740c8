/// Completions for fish, made from the descriptions of the commands.
enum FishCompletions {
  /// The script.
  static var text: String {
    var text = """
      # Completions of placewise \(Placewise.version) for fish: load them with
      #   placewise help --completions fish | source
      complete -c placewise -f
      complete -c placewise -n __fish_use_subcommand -l version -d 'the version'
      complete -c placewise -n __fish_use_subcommand -s h -l help -d 'the commands'

      """
    for command in CommandList.all {
      let spec = command.spec
      text +=
        "complete -c placewise -n __fish_use_subcommand -a \(spec.name) -d \(quoted(spec.summary))\n"
    }
    for command in CommandList.all {
      let spec = command.spec
      let condition = "-n '__fish_seen_subcommand_from \(spec.name)'"
      let offer = arguments(spec.offer)
      if !offer.isEmpty { text += "complete -c placewise \(condition)\(offer)\n" }
      for option in spec.options + CommandSpec.global { text += line(option, condition) }
    }
    return text
  }

  private static func line(_ option: CommandSpec.Option, _ condition: String) -> String {
    var text = "complete -c placewise \(condition)"
    if let short = option.short { text += " -s " + String(short.dropFirst()) }
    text += " -l " + String(option.name.dropFirst(2))
    if let value = option.value {
      let offer = CommandSpec.offer(for: value)
      if offer.isFile {
        text += " -rF"
      } else if offer.isFolder {
        text += " -x -a '(__fish_complete_directories)'"
      } else {
        text += " -x" + arguments(offer)
      }
    }
    return text + " -d \(quoted(option.help))\n"
  }

  private static func arguments(_ offer: CommandSpec.Offer) -> String {
    var text = offer.isFile ? " -F" : ""
    if !offer.words.isEmpty { text += " -a \(quoted(offer.words.joined(separator: " ")))" }
    return text
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
