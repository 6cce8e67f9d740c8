import Reporter

/// A command in a notebook: one that only reads, with nothing that reaches outside.
struct NotebookCommandLine {
  /// The command.
  let command: any Command.Type
  /// Its arguments.
  let arguments: Arguments
  /// The heading of the part of a report that is wanted; nil for a command without parts.
  let section: String?

  /// The commands that may stand in a notebook.
  private static let allowed = [
    "compare", "values", "report", "plan", "explain", "places", "indicators", "sources",
  ]
  /// Options that name files, or that would make a result other than Markdown.
  private static let refused = [
    "--workspace", "--db", "--output", "-o", "--bom", "--raw", "--format", "--help", "-h",
    "--verbose", "--quiet", "--coverage", "--suppliers",
  ]

  /// Reads the lines of a block.
  ///
  /// - Throws: `NotebookError` for a command or an option that may not stand in a notebook.
  init(_ block: NotebookBlock) throws(NotebookError) {
    var words = try Self.words(block)
    if words.first == "placewise" { words.removeFirst() }
    guard let name = words.first else {
      throw NotebookError(
        line: block.line, "the block is empty, expected a command such as 'compare INDICATOR'")
    }
    guard Self.allowed.contains(name), let command = CommandList.named(name) else {
      throw NotebookError(
        line: block.line,
        "found '\(name)', expected a command that only reads: "
          + Self.allowed.joined(separator: ", "))
    }
    words.removeFirst()
    for word in words {
      let option = String(word.prefix { $0 != "=" })
      guard !Self.refused.contains(option) else {
        throw NotebookError(
          line: block.line, "found '\(option)', which may not stand in a notebook")
      }
    }
    section = try Self.takeSection(&words, name, block)
    do { arguments = try Arguments(words + ["--format", "markdown"], for: command.spec) } catch {
      throw NotebookError(line: block.line, error.description)
    }
    if let file = arguments.all("--with").first(where: WithArgument.namesFile) {
      throw NotebookError(
        line: block.line,
        "found the file '\(file)' behind --with, which may not stand in a notebook")
    }
    self.command = command
  }

  /// The part asked for with `--section`, which reports and plans need and nothing else takes.
  private static func takeSection(
    _ words: inout [String], _ name: String, _ block: NotebookBlock
  ) throws(NotebookError) -> String? {
    guard name == "report" || name == "plan" else { return nil }
    guard let index = words.firstIndex(of: "--section"), index + 1 < words.count else {
      throw NotebookError(
        line: block.line,
        "'\(name)' needs --section WORDS: which part, by words of its heading, such as 'sick pay'")
    }
    let section = words[index + 1]
    words.removeSubrange(index...(index + 1))
    return section
  }

  /// The words of a command line: parted by blanks, held together by quotes.
  private static func words(_ block: NotebookBlock) throws(NotebookError) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for sign in block.source {
      if let open = quote {
        if sign == open { quote = nil } else { word?.append(sign) }
      } else if sign == "\"" || sign == "'" {
        quote = sign
        word = word ?? ""
      } else if sign.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(sign)
      }
    }
    guard quote == nil else {
      throw NotebookError(line: block.line, "a quotation mark in the command is never closed")
    }
    if let done = word { words.append(done) }
    return words
  }
}
