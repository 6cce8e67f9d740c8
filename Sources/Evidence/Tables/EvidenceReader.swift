import Places
import Store

/// A source as it stands in the database.
public struct StoredSource: Hashable, Sendable {
  /// The identifier, as `forget` takes it.
  public let id: Int
  /// The file.
  public let source: Source
  /// The options it was read with, as text.
  public let options: String
  /// Rows read, loaded, rejected and skipped.
  public let rows: (read: Int, loaded: Int, rejected: Int, skipped: Int)
  /// The skipped rows in words.
  public let skipped: String

  /// Equal where identifier and bytes are.
  public static func == (left: StoredSource, right: StoredSource) -> Bool {
    left.id == right.id && left.source == right.source
  }

  /// Hashes the identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Reads what this floor wrote.
public enum EvidenceReader {
  /// All sources, in the order in which they were loaded.
  public static func sources(_ connection: borrowing Connection) throws(StoreError)
    -> [StoredSource]
  {
    let statement = try connection.prepare(
      """
      SELECT id, dataset, path, sha256, bytes, publisher, title, licence, url, published, layout,
        origin, options, rows_read, rows_loaded, rows_rejected, rows_skipped, skipped
      FROM source ORDER BY id
      """)
    var found: [StoredSource] = []
    while try statement.step() {
      let source = Source(
        dataset: statement.text(1), path: statement.text(2), sha256: statement.text(3),
        bytes: statement.int(4), publisher: statement.text(5), title: statement.text(6),
        licence: statement.text(7), url: statement.text(8), published: statement.text(9),
        layout: statement.text(10), isUsersOwn: statement.text(11) == "user")
      let rows = (statement.int(13), statement.int(14), statement.int(15), statement.int(16))
      found.append(
        StoredSource(
          id: statement.int(0), source: source, options: statement.text(12), rows: rows,
          skipped: statement.text(17)))
    }
    return found
  }

  /// All measures, by id.
  public static func measures(_ connection: borrowing Connection) throws(StoreError) -> [Measure] {
    let statement = try connection.prepare(
      "SELECT id, title, unit, kind, tier, polarity, service FROM measure ORDER BY id")
    var found: [Measure] = []
    while try statement.step() {
      found.append(
        Measure(
          id: statement.text(0), title: statement.text(1),
          unit: Unit(rawValue: statement.text(2)) ?? .rate,
          kind: Measure.Kind(rawValue: statement.text(3)) ?? .ratio, tier: statement.text(4),
          polarity: Measure.Polarity(rawValue: statement.text(5)) ?? .neutral,
          service: statement.text(6)))
    }
    return found
  }

  /// Where definitions changed.
  public static func breaks(_ connection: borrowing Connection) throws(StoreError) -> SeriesBreaks {
    let statement = try connection.prepare(
      "SELECT measure, period_start, period_months, reason FROM series_break ORDER BY rowid")
    var rows: [SeriesBreaks.Row] = []
    while try statement.step() {
      guard let start = Day(statement.text(1)) else { continue }
      rows.append(
        SeriesBreaks.Row(
          measure: statement.text(0), period: Period(start: start, months: statement.int(2)),
          reason: statement.text(3)))
    }
    return SeriesBreaks(rows)
  }
}

extension EvidenceReader {
  /// Figures of a source that do not agree with one another: how many of a kind, or one by name.
  public struct Check: Hashable, Sendable {
    /// The source's identifier.
    public let source: Int
    /// The line of the file; 0 for the file as a whole.
    public let line: Int
    /// What does not agree.
    public let text: String

    /// How many figures a note that counts them speaks of; 0 for one that names a figure.
    public var count: Int { Int(text.prefix { $0 != " " }) ?? 0 }
  }

  /// All disagreements that were found when files were read, in the order of their sources.
  public static func checks(_ connection: borrowing Connection) throws(StoreError) -> [Check] {
    let mark = "check: "
    let statement = try connection.prepare(
      "SELECT source, line, text FROM note WHERE text LIKE 'check: %' ORDER BY source, rowid")
    var found: [Check] = []
    while try statement.step() {
      found.append(
        Check(
          source: statement.int(0), line: statement.int(1),
          text: String(statement.text(2).dropFirst(mark.count))))
    }
    return found
  }
}

extension EvidenceReader {
  /// The last note of each source that begins with a mark, without the mark, by source.
  public static func notes(
    beginning mark: String, _ connection: borrowing Connection
  ) throws(StoreError) -> [Int: String] {
    let statement = try connection.prepare(
      "SELECT source, text FROM note WHERE substr(text, 1, ?) = ? ORDER BY source, rowid")
    try statement.bind(mark.unicodeScalars.count, at: 1)
    try statement.bind(mark, at: 2)
    var found: [Int: String] = [:]
    while try statement.step() {
      found[statement.int(0)] = String(statement.text(1).dropFirst(mark.count))
    }
    return found
  }
}

/// Steps through observations in the order of their sources.
public struct ObservationCursor: ~Copyable {
  private let statement: Statement

  /// Begins at the first row of the chosen sources' figures.
  public init(_ connection: borrowing Connection) throws(StoreError) {
    statement = try connection.prepare(
      """
      SELECT place, period_start, period_months, measure, value, lower, upper, count, denominator,
        status, source, line, field FROM observation
      """)
  }

  /// Moves to the next row; false after the last.
  public func step() throws(StoreError) -> Bool { try statement.step() }

  /// The place's code.
  public var place: String { statement.text(0) }
  /// The first day of the period, ISO.
  public var periodStart: String { statement.text(1) }
  /// The period's length in months.
  public var periodMonths: Int { statement.int(2) }
  /// The measure's id.
  public var measure: String { statement.text(3) }
  /// The value, or nil.
  public var value: Double? { statement.optionalDouble(4) }
  /// The lower limit, or nil.
  public var lower: Double? { statement.optionalDouble(5) }
  /// The upper limit, or nil.
  public var upper: Double? { statement.optionalDouble(6) }
  /// The numerator, or nil.
  public var count: Double? { statement.optionalDouble(7) }
  /// The denominator, or nil.
  public var denominator: Double? { statement.optionalDouble(8) }
  /// The status letters.
  public var status: String { statement.text(9) }
  /// The source's identifier.
  public var source: Int { statement.int(10) }
  /// The line, 1-based.
  public var line: Int { statement.int(11) }
  /// The column, 1-based.
  public var field: Int { statement.int(12) }
}
