import FoundationEssentials
import Glibc
import Store

/// A query of one's own, which cannot change anything and is bounded in time and memory.
struct ReadOnlyQuery {
  /// The query.
  let text: String
  /// How many rows are read at most; 0 for all.
  let limit: Int
  /// How long it may take.
  let seconds: Int

  /// The longest text that a query may make.
  private static let longestText = 10_000_000
  /// What SQLite may hold at once, and what an answer may hold.
  private static let mostMemory = 512 << 20

  /// What a query gave.
  struct Answer {
    /// The rows.
    var grid: Grid
    /// True where there were more rows than asked for.
    var isCut = false
  }

  /// Runs the query.
  ///
  /// - Throws: `CommandFailure` with code 2 where it is not understood, could change something,
  ///   runs too long or needs too much memory.
  func run(_ connection: borrowing Connection) throws -> Answer {
    connection.setLimit(.attached, to: 0)
    connection.setLimit(.length, to: Self.longestText)
    connection.limitWork(seconds: Double(seconds))
    defer { connection.limitWork() }
    let watch = Capture.current == nil ? limitProcess() : nil
    defer { watch?.cancel() }
    let statement: Statement
    do { statement = try connection.prepare(text) } catch {
      throw CommandFailure(.usage, "the query was not understood: \(error.message)")
    }
    try refuseChange(statement)
    var answer = Answer(grid: Grid(statement.columnNames))
    var bytes = 0
    do {
      while try statement.step() {
        if limit > 0, answer.grid.rowCount == limit {
          answer.isCut = true
          break
        }
        let row = statement.values()
        bytes += row.reduce(0) { $0 + Self.size($1) }
        guard bytes <= Self.mostMemory else { throw Self.tooMuch }
        answer.grid.append(row.map(Cell.init))
      }
    } catch let error as StoreError {
      throw failure(error)
    }
    return answer
  }

  /// Sets limits that hold for the whole process.
  private func limitProcess() -> Task<Void, any Error> {
    Connection.limitMemory(to: Self.mostMemory)
    let (seconds, tooSlow) = (seconds, tooSlow)
    // SQLite looks at the clock between its steps only, and one LIKE may take hours.
    return Task.detached {
      try await Task.sleep(for: .seconds(seconds + 1))
      Console().fail(tooSlow.message)
      _exit(tooSlow.code.rawValue)
    }
  }

  /// What an error of the query means.
  private func failure(_ error: StoreError) -> any Error {
    if error.isOutOfMemory { return Self.tooMuch }
    if error.isInterrupted { return tooSlow }
    if error.isTooLong {
      return CommandFailure(
        .usage, "the query makes a text of more than \(Self.longestText) bytes and was stopped")
    }
    guard error.code.primary == .error else { return error }
    return CommandFailure(.usage, "the query failed: \(error.message)")
  }

  private var tooSlow: CommandFailure {
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
  private func refuseChange(_ statement: borrowing Statement) throws {
    let word = firstWord
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

  /// The first word of the query behind comments, in capitals.
  private var firstWord: String {
    var rest = text[...]
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
