import FoundationEssentials
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
    let query = arguments.positional[0]
    let connection = try session.openDatabase()
    connection.setLimit(.attached, to: 0)
    connection.limitWork(seconds: Double(seconds))
    let statement: Statement
    do { statement = try connection.prepare(query) } catch {
      throw CommandFailure(.usage, "the query was not understood: \(error.message)")
    }
    try refuse(statement, query)
    var grid = Grid(statement.columnNames)
    do {
      while try statement.step() {
        if limit > 0, grid.rows.count == limit {
          session.console.warn("stopped after \(limit) rows; --limit 0 gives all")
          break
        }
        grid.append(statement.values().map(Cell.init))
      }
    } catch {
      guard error.isInterrupted else { throw error }
      throw CommandFailure(
        .usage, "the query ran longer than \(seconds) s and was stopped; --timeout allows more")
    }
    try session.write(grid)
    return .done
  }

  /// Refuses what could change the file, or reach another.
  private static func refuse(_ statement: borrowing Statement, _ query: String) throws {
    let word = firstWord(query)
    // SQLite calls these read-only because they change no page of this file.
    let others = [
      "ATTACH", "DETACH", "PRAGMA", "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT",
      "RELEASE", "VACUUM", "REINDEX", "ANALYZE",
    ]
    guard statement.isReadOnly, !others.contains(word), statement.columnCount > 0 else {
      throw CommandFailure(
        .usage, "found \(word), expected a query that only reads, such as SELECT … FROM v_sources")
    }
  }

  /// The first word of a query behind comments, in capitals.
  private static func firstWord(_ query: String) -> String {
    var rest = query[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "(" || $0 == ";" }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*"), let end = rest.firstRange(of: "*/") {
        rest = rest[end.upperBound...]
      } else {
        return rest.prefix { $0.isLetter }.uppercased()
      }
    }
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
