/// Completions for bash, made from the descriptions of the commands.
enum BashCompletions {
  /// The script.
  static var text: String {
    """
    # Completions of placewise \(Placewise.version) for bash: load them with
    #   source <(placewise help --completions bash)
    _placewise_offer() {
      local line
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$word")
    }
    _placewise() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
      COMPREPLY=()
      if ((COMP_CWORD == 1)); then
        _placewise_offer -W \(Shell.quoted(Shell.first.joined(separator: " ")))
        return
      fi
      case "${COMP_WORDS[1]} $before" in
    \(values)  esac
      case "${COMP_WORDS[1]} $word" in
    \(options)    *' -'*) _placewise_offer -W \(words(CommandSpec.global)) ;;
    \(arguments)  esac
    }
    complete -F _placewise placewise

    """
  }

  /// What follows an option that takes a value.
  private static var values: String {
    var lines = ""
    for command in CommandList.all {
      let spec = command.spec
      for option in spec.options { lines += line(option, behind: "'\(spec.name) ") }
    }
    for option in CommandSpec.global { lines += line(option, behind: "*' ") }
    return lines
  }

  private static func line(_ option: CommandSpec.Option, behind start: String) -> String {
    guard let value = option.value else { return "" }
    let patterns = option.names.map { start + $0 + "'" }.joined(separator: "|")
    let offer = offering(CommandSpec.offer(for: value))
    return "    \(patterns)) \(offer.isEmpty ? "" : offer + "; ")return ;;\n"
  }

  /// The options of each command.
  private static var options: String {
    CommandList.all.map { command in
      let all = words(command.spec.options + CommandSpec.global)
      return "    '\(command.spec.name) -'*) _placewise_offer -W \(all) ;;\n"
    }.joined()
  }

  /// The arguments of each command.
  private static var arguments: String {
    CommandList.all.map { command in
      let offer = offering(command.spec.offer)
      return offer.isEmpty ? "" : "    '\(command.spec.name) '*) \(offer) ;;\n"
    }.joined()
  }

  private static func words(_ options: [CommandSpec.Option]) -> String {
    Shell.quoted(options.flatMap { $0.names.reversed() }.joined(separator: " "))
  }

  private static func offering(_ offer: CommandSpec.Offer) -> String {
    var parts: [String] = []
    if !offer.words.isEmpty {
      parts.append("_placewise_offer -W \(Shell.quoted(offer.words.joined(separator: " ")))")
    }
    // Names of files are quoted, and folders get their stroke, only where bash is told.
    let names = "compopt -o filenames 2>/dev/null; _placewise_offer"
    if offer.isFile {
      parts.append("\(names) -f")
    } else if offer.isFolder {
      parts.append("\(names) -d")
    }
    return parts.joined(separator: "; ")
  }
}
