import Evidence
import Importers
import Store

/// Where the figures loaded by this command stand in their table.
///
/// A file is compared with those that bring the same figures. To look for them in the whole table
/// takes time for every file that grows with all files before it; a file's rows stand together, and
/// its measures and periods are known, so few rows are looked at.
final class FigureRanges {
  private struct Entry {
    let source: Int
    let first: Int
    let last: Int
    let periods: Set<Period>
  }

  private var entries: [String: [Entry]] = [:]
  /// Rows of files that were streamed, whose measures are not known here.
  private var streamed: [ClosedRange<Int>] = []
  /// The last row that was there before; its sources are not known by measure.
  private var before: Int?

  /// Keeps in mind what a source brought, right after it was stored.
  func add(
    _ source: Int, _ figures: [Observation], _ connection: borrowing Connection
  ) throws {
    guard let before, !figures.isEmpty else { return }
    let last = try Self.last(connection)
    let first = max(before, last - figures.count) + 1
    let entry = Entry(
      source: source, first: first, last: last, periods: Set(figures.lazy.map(\.period)))
    for measure in Set(figures.lazy.map(\.measure)) { entries[measure, default: []].append(entry) }
  }

  /// Keeps in mind what a streamed file brought, right after it was stored.
  func addStreamed(_ count: Int, _ connection: borrowing Connection) throws {
    guard let before, count > 0 else { return }
    let last = try Self.last(connection)
    streamed.append(max(before, last - count) + 1...last)
  }

  /// The sources that hold a figure of the same place, period and measure.
  func sources(of figure: Observation, _ connection: borrowing Connection) throws -> Set<Int> {
    let before = try self.before ?? Self.last(connection)
    self.before = before
    var found: Set<Int> = []
    let statement = try connection.prepare(
      """
      SELECT DISTINCT source FROM observation WHERE rowid BETWEEN ? AND ?
        AND place = ? AND measure = ? AND period_start = ? AND period_months = ?
      """)
    func search(_ first: Int, _ last: Int) throws {
      try statement.bind(first, at: 1)
      try statement.bind(last, at: 2)
      try statement.bind(figure.place, at: 3)
      try statement.bind(figure.measure, at: 4)
      try statement.bind(figure.period.start.iso, at: 5)
      try statement.bind(figure.period.months, at: 6)
      while try statement.step() { found.insert(statement.int(0)) }
      statement.reset()
    }
    if before > 0 { try search(1, before) }
    for range in streamed { try search(range.lowerBound, range.upperBound) }
    for entry in entries[figure.measure] ?? [] where entry.periods.contains(figure.period) {
      try search(entry.first, entry.last)
    }
    return found
  }

  private static func last(_ connection: borrowing Connection) throws -> Int {
    let statement = try connection.prepare("SELECT coalesce(max(rowid), 0) FROM observation")
    _ = try statement.step()
    return statement.int(0)
  }
}
