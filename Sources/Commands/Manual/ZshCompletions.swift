/// Completions for the Z shell, made from the descriptions of the commands.
enum ZshCompletions {
  /// The script, a file to be found as `_placewise` on the `fpath`.
  static var text: String {
    """
    #compdef placewise
    # Completions of placewise \(Placewise.version) for zsh: save them as _placewise in a folder of
    # $fpath, or load them behind compinit with
    #   source <(placewise help --completions zsh)
    _placewise() {
      local curcontext=$curcontext state line
      typeset -A opt_args
      _arguments -C '1: :->command' '*:: :->rest'
      case $state in
        command)
          local -a names
          names=(
    \(names)      )
          _describe -t commands command names
          ;;
        rest)
          case $words[1] in
    \(commands)      esac
          ;;
      esac
    }
    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      _placewise "$@"
    else
      compdef _placewise placewise
    fi

    """
  }

  private static var names: String {
    CommandList.all.map { command in
      "        " + Shell.quoted(command.spec.name + ":" + command.spec.summary) + "\n"
    }.joined()
  }

  private static var commands: String {
    CommandList.all.map { command in
      let spec = command.spec
      var parts = (spec.options + CommandSpec.global).flatMap(specifications)
      let action = action(spec.offer)
      if !spec.arguments.isEmpty {
        parts.append(Shell.quoted("*:\(escaped(spec.arguments)):\(action)"))
      }
      let lines = parts.map { " \\\n            " + $0 }.joined()
      return "        \(spec.name)) _arguments\(lines) ;;\n"
    }.joined()
  }

  /// How `_arguments` is told of an option, once for each of its names.
  private static func specifications(_ option: CommandSpec.Option) -> [String] {
    option.names.map { name in
      var text = (option.repeats ? "*" : "") + name + "[" + escaped(option.help) + "]"
      if let value = option.value {
        text += ":\(escaped(value)):\(action(CommandSpec.offer(for: value)))"
      }
      return Shell.quoted(text)
    }
  }

  private static func action(_ offer: CommandSpec.Offer) -> String {
    let words = offer.words.map(escaped).joined(separator: " ")
    if offer.isFile {
      return words.isEmpty
        ? "_files" : "{_alternative \"names:name:(\(words))\" \"files:file:_files\"}"
    }
    if offer.isFolder { return "_files -/" }
    return words.isEmpty ? " " : "(\(words))"
  }

  /// Text within a specification, in which brackets and colons part the pieces.
  private static func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
