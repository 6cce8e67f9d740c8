import Store

/// `placewise sql`: a query of one's own, which cannot change anything.
enum SQLCommand: Command {
  static let spec = CommandSpec(
    "sql", "query the database, without changing it", arguments: "QUERY", count: 1...1,
    options: [
      DayArgument.option,
      .init("--limit", value: "ROWS", "stop after so many rows (default: 10000; 0: no limit)"),
      .init("--timeout", value: "SECONDS", "stop after so long (default: 30)"),
    ],
    examples: [
      "placewise sql \"SELECT name FROM place WHERE region = 'E12000002' LIMIT 5\"",
      "placewise sql \"SELECT * FROM v_sources\" --format csv -o sources.csv",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    _ = try OutputStyle(arguments)
    let limit = try NumberArgument.whole(arguments, "--limit", default: 10_000)
    let seconds = try NumberArgument.whole(arguments, "--timeout", default: 30)
    let query = ReadOnlyQuery(text: arguments.positional[0], limit: limit, seconds: seconds)
    let answer = try query.run(try session.openDatabase())
    if answer.isCut { session.console.warn("stopped after \(limit) rows; --limit 0 gives all") }
    try session.write(answer.grid)
    return .done
  }
}

/// Whole numbers on a command line.
enum NumberArgument {
  /// The number that an option gives, or its default.
  static func whole(_ arguments: Arguments, _ name: String, default usual: Int) throws -> Int {
    guard let text = arguments.value(name) else { return usual }
    guard let number = Int(text), number >= 0, number < 1_000_000_000 else {
      throw CommandFailure(.usage, "found \(name) \(text), expected a whole number")
    }
    return number
  }
}

extension Cell {
  /// A value as SQLite stores it; bytes are shown as hexadecimal.
  init(_ value: Value) {
    switch value {
    case .null: self = .empty
    case .int(let number): self = .int(number)
    case .real(let number): self = .number(number, decimals: nil)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .text("x'" + bytes.map(Self.hexadecimal).joined() + "'")
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
