import FoundationEssentials
import Glibc
import Store

/// `placewise sql`: a query of one's own, which cannot change anything.
enum SQLCommand: Command {
  static let spec = CommandSpec(
    "sql", "query the database, without changing it", arguments: "QUERY", count: 1...1,
    options: [
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
    connection.setLimit(.length, to: longestText)
    connection.limitWork(seconds: Double(seconds))
    if Capture.current == nil { limitProcess(seconds: seconds) }
    let statement: Statement
    do { statement = try connection.prepare(query) } catch {
      throw CommandFailure(.usage, "the query was not understood: \(error.message)")
    }
    try refuse(statement, query)
    var grid = Grid(statement.columnNames)
    var bytes = 0
    do {
      while try statement.step() {
        if limit > 0, grid.rows.count == limit {
          session.console.warn("stopped after \(limit) rows; --limit 0 gives all")
          break
        }
        let row = statement.values()
        bytes += row.reduce(0) { $0 + size($1) }
        guard bytes <= mostMemory else { throw tooMuch }
        grid.append(row.map(Cell.init))
      }
    } catch let error as StoreError {
      throw failure(error, seconds)
    }
    try session.write(grid)
    return .done
  }

  /// The longest text that a query may make.
  private static let longestText = 10_000_000
  /// What SQLite may hold at once, and what an answer may hold.
  private static let mostMemory = 512 << 20

  /// Sets limits that hold for the whole process, which here has nothing else to do.
  private static func limitProcess(seconds: Int) {
    Connection.limitMemory(to: mostMemory)
    // SQLite looks at the clock between its steps only, and one LIKE may take hours.
    Task.detached {
      try await Task.sleep(for: .seconds(seconds + 1))
      Console().fail(tooSlow(seconds).message)
      _exit(tooSlow(seconds).code.rawValue)
    }
  }

  /// What an error of the query means.
  private static func failure(_ error: StoreError, _ seconds: Int) -> any Error {
    if error.isOutOfMemory { return tooMuch }
    if error.isInterrupted { return tooSlow(seconds) }
    if error.isTooLong {
      return CommandFailure(
        .usage, "the query makes a text of more than \(longestText) bytes and was stopped")
    }
    guard error.code.primary == .error else { return error }
    return CommandFailure(.usage, "the query failed: \(error.message)")
  }

  private static func tooSlow(_ seconds: Int) -> CommandFailure {
    CommandFailure(
      .usage, "the query ran longer than \(seconds) s and was stopped; --timeout allows more")
  }

  private static var tooMuch: CommandFailure {
    CommandFailure(
      .usage,
      "the query needs more than \(mostMemory >> 20) MB of memory and was stopped; ask for fewer "
        + "rows or columns")
  }

  /// About what a value takes in the answer.
  private static func size(_ value: Value) -> Int {
    switch value {
    case .null, .int, .real: 40
    case .text(let text): 40 + text.utf8.count
    case .blob(let bytes): 40 + 2 * bytes.count
    }
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
