import Reporter
import Store

/// A query in a notebook: read-only, limited, and the same on every run.
struct NotebookQuery {
  let block: NotebookBlock
  let limits: NotebookLimits

  /// Runs the query.
  func rows(_ connection: borrowing Connection) throws(NotebookError) -> Grid {
    try refuseWords()
    let query = ReadOnlyQuery(text: block.source, limit: limits.rows, seconds: limits.seconds)
    let answer: ReadOnlyQuery.Answer
    do { answer = try query.run(connection) } catch {
      throw NotebookError(line: block.line, CommandFailure(error).message)
    }
    guard !answer.isCut else {
      throw NotebookError(
        line: block.line,
        "the query gives more than \(limits.rows) rows; ask for fewer, or allow more with --limit")
    }
    return answer.grid
  }

  /// What gives another answer on every run.
  private static let unsteady = [
    "random", "randomblob", "current_timestamp", "current_date", "current_time",
  ]
  /// The same, where blanks are left out: the time of day.
  private static let clocks = ["'now'", "date()", "time()", "julianday()", "unixepoch()"]

  private func refuseWords() throws(NotebookError) {
    let words = block.source.lowercased().utf8
      .split { !((97...122).contains($0) || (48...57).contains($0) || $0 == 0x5F) }
      .map { String(Substring($0)) }
    for word in words where PrivateTables.names.contains(word) {
      throw NotebookError(
        line: block.line,
        "found '\(word)', which may hold private persons' names and is never shown in a notebook; "
          + "for payments use v_payments")
    }
    let packed = String(block.source.lowercased().filter { !$0.isWhitespace })
    let found =
      words.first(where: Self.unsteady.contains) ?? Self.clocks.first(where: packed.contains)
    guard let found else { return }
    throw NotebookError(
      line: block.line, "found \(found), which gives another answer on every run")
  }
}

/// How much one block of a notebook may take.
struct NotebookLimits {
  /// Rows of a result.
  let rows: Int
  /// Seconds of a query.
  let seconds: Int
}
