import Store

/// A query of one's own, which cannot change anything and is stopped when it takes too long.
struct ReadOnlyQuery {
  /// The query.
  let text: String
  /// How many rows are read at most; 0 for all.
  let limit: Int
  /// How long it may take.
  let seconds: Int

  /// What a query gave.
  struct Answer {
    /// The rows.
    var grid: Grid
    /// True where there were more rows than asked for.
    var isCut = false
  }

  /// Runs the query.
  ///
  /// - Throws: `CommandFailure` with code 2 where it is not understood, could change something, or
  ///   runs too long.
  func run(_ connection: borrowing Connection) throws -> Answer {
    connection.setLimit(.attached, to: 0)
    connection.limitWork(seconds: Double(seconds))
    defer { connection.limitWork() }
    let statement: Statement
    do { statement = try connection.prepare(text) } catch {
      throw CommandFailure(.usage, "the query was not understood: \(error.message)")
    }
    try refuseChange(statement)
    var answer = Answer(grid: Grid(statement.columnNames))
    do {
      while try statement.step() {
        if limit > 0, answer.grid.rows.count == limit {
          answer.isCut = true
          break
        }
        answer.grid.append(statement.values().map(Cell.init))
      }
    } catch {
      guard error.isInterrupted else { throw error }
      throw CommandFailure(
        .usage, "the query ran longer than \(seconds) s and was stopped; --timeout allows more")
    }
    return answer
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
