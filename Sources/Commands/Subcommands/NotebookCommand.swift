import Reporter

/// `placewise notebook`: runs the blocks of Markdown notebooks and writes their results below them.
enum NotebookCommand: Command {
  static let spec = CommandSpec(
    "notebook", "run the blocks in Markdown notebooks and write results back", arguments: "FILE…",
    count: 1...1000,
    options: [
      .init("--check", "write nothing; exit 1 and say which cells moved, from what to what"),
      .init("--limit", value: "ROWS", "the most rows that a block may give (default: 500)"),
      .init("--timeout", value: "SECONDS", "how long a block may take (default: 30)"),
    ],
    examples: [
      "placewise notebook notebooks-md/*.md", "placewise notebook --check notebooks-md/*.md",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    for option in ["--output", "--format"] where arguments.isSet(option) {
      throw CommandFailure(
        .usage, "'notebook' takes no \(option): results are written into the notebook")
    }
    let rows = try NumberArgument.whole(arguments, "--limit", default: 500)
    guard rows > 0 else {
      throw CommandFailure(.usage, "found --limit 0, expected how many rows a block may give")
    }
    let limits = NotebookLimits(
      rows: rows,
      seconds: try NumberArgument.whole(arguments, "--timeout", default: 30))
    let files = try arguments.positional.map { try NotebookFile($0) }
    let isCheck = arguments.isSet("--check")
    return try NotebookDatabase(session: session).use(isCheck: isCheck) { session in
      let run = NotebookRun(session, limits)
      let outcomes = try files.map { file in
        do { return (file, try run.run(file.notebook, stem: file.stem)) } catch let error
          as NotebookError
        {
          throw CommandFailure(.inputRefused, "\(file.path):\(error.description)")
        }
      }
      return isCheck ? try check(outcomes, session) : try write(outcomes, session)
    }
  }

  private typealias Outcome = (file: NotebookFile, outcome: NotebookRun.Outcome)

  private static func check(_ outcomes: [Outcome], _ session: Session) throws -> ExitCode {
    let lines = outcomes.flatMap { $0.file.drift($0.outcome) }
    guard !lines.isEmpty else {
      session.console.say("\(Plural.of(outcomes.count, "notebook")) as the data give them")
      return .done
    }
    try Output().write(lines.map { $0 + "\n" }.joined())
    session.console.fail(
      "\(Plural.of(lines.count, "difference")); run 'placewise notebook' to write them anew")
    return .checkFailed
  }

  private static func write(_ outcomes: [Outcome], _ session: Session) throws -> ExitCode {
    let changed = outcomes.filter { !$0.file.drift($0.outcome).isEmpty }
    try Interruption.deferring { try put(changed[...]) }
    for (file, outcome) in changed {
      session.console.say(
        "\(file.path): \(Plural.of(outcome.results.count, "block")), "
          + Plural.of(outcome.figures.count, "figure"))
    }
    let same = outcomes.count - changed.count
    if same > 0 { session.console.say("\(Plural.of(same, "notebook")) unchanged") }
    return .done
  }

  /// Puts all notebooks in their places, or none.
  private static func put(_ outcomes: ArraySlice<Outcome>) throws {
    guard let (file, outcome) = outcomes.first else { return }
    try file.write(outcome) { try put(outcomes.dropFirst()) }
  }
}
