/// In which form a command answers.
struct OutputStyle: Sendable {
  /// A format that is known.
  enum Format: String, CaseIterable, Sendable {
    /// Columns for people.
    case table
    /// A table in GitHub's Markdown.
    case markdown
    /// Comma-separated values.
    case csv
    /// An array of objects.
    case json
  }

  /// The format.
  var format = Format.table
  /// True where CSV is written for machines, without protection from spreadsheet formulae.
  var isRaw = false
  /// True where CSV begins with a byte order mark.
  var hasByteOrderMark = false

  /// Makes the usual style: a table.
  init() {}

  /// The style that a command line asks for.
  ///
  /// - Throws: `CommandFailure` for a format that is not known.
  init(_ arguments: Arguments) throws {
    isRaw = arguments.isSet("--raw")
    hasByteOrderMark = arguments.isSet("--bom")
    guard let name = arguments.value("--format") else { return }
    guard let format = Format(rawValue: name) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "there is no format '\(name)'; known are \(known)")
    }
    self.format = format
  }
}

extension Session {
  /// True where a page is asked for in HTML, false for Markdown.
  ///
  /// - Throws: `CommandFailure` for a format that a page does not have.
  func wantsHTML() throws -> Bool {
    switch arguments.value("--format") {
    case "html": return true
    case nil, "markdown": return false
    case let other?:
      throw CommandFailure(
        .usage,
        "found --format \(other), expected markdown or html; the numbers of a page stand in the "
          + "CSV files that --output FOLDER writes beside it")
    }
  }

  /// Where data goes: the file of `--output`, or standard output.
  var output: Output { Output(path: arguments.value("--output")) }

  /// Writes a grid in the format that was asked for.
  func write(_ grid: Grid) throws {
    let style = try OutputStyle(arguments)
    try output.write(grid.bytes(as: style))
  }

  /// Writes facts in the format that was asked for.
  func write(_ facts: Facts) throws {
    let style = try OutputStyle(arguments)
    try output.write(facts.bytes(as: style))
  }
}
