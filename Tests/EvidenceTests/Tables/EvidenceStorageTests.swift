import Evidence
import Places
import Store
import Testing

@Suite("Evidence in a database")
struct EvidenceStorageTests {
  private func database() throws -> Connection {
    let connection = try Connection.memory()
    try Migrator(
      identity: Identity(applicationID: 1, userVersion: 1), parts: [EvidenceSchema.part]
    ).migrate(connection)
    return connection
  }

  private static let source = Source(
    dataset: "invented", path: "invented/a.csv", sha256: String(repeating: "ab", count: 32),
    bytes: 1234, publisher: "A Ministry, \"quoted\"", title: "Spending; 2024-25", licence: "OGL",
    url: "https://example.org/a?b=c", published: "2025-08-28", layout: "tidy", isUsersOwn: true)

  private static var ledger: LossLedger {
    var ledger = LossLedger()
    ledger.skip(.preamble, rows: 6)
    ledger.skip(.header)
    for _ in 0..<3 { ledger.load() }
    ledger.reject()
    return ledger
  }

  private static let figures = [
    Observation(
      place: "E06000001", period: .financialYear(2024), measure: "outturn.asc.net",
      value: 9_007_199_254_740_991, line: 8, field: 6),
    Observation(
      place: "E06000001", period: .midYear(2024), measure: "health", value: -0.125,
      status: [.provisional, .seriesBreak], line: 9, field: 7, lower: -0.5, upper: 0.25, count: 17,
      denominator: 98_180),
    Observation(
      place: "E06000002", period: .calendarYear(2023), measure: "health", value: nil,
      status: .confidential, line: 10, field: 7),
    Observation(
      place: "E06000002", period: Period(start: Day(year: 2024, firstOfMonth: 1), months: 3),
      measure: "health", value: 0, line: 11, field: 7, lower: 0),
  ]

  @Test("is read as it was written: values, limits, counts, marks and where they stood")
  func figures() throws {
    let connection = try database()
    var writer = try EvidenceWriter(connection)
    let id = try writer.write(Self.source, ledger: Self.ledger, options: "units=thousands")
    for figure in Self.figures { try writer.write(figure, source: id) }
    let cursor = try ObservationCursor(connection)
    var read: [Observation] = []
    while try cursor.step() {
      let start = try #require(Day(cursor.periodStart))
      #expect(cursor.source == id)
      read.append(
        Observation(
          place: cursor.place, period: Period(start: start, months: cursor.periodMonths),
          measure: cursor.measure, value: cursor.value, status: try #require(Status(cursor.status)),
          line: cursor.line, field: cursor.field, lower: cursor.lower, upper: cursor.upper,
          count: cursor.count, denominator: cursor.denominator))
    }
    #expect(read == Self.figures)
  }

  @Test("keeps a source with its ledger and the options it was read with")
  func sources() throws {
    let connection = try database()
    let writer = try EvidenceWriter(connection)
    let first = try writer.write(Self.source, ledger: Self.ledger, options: "units=thousands")
    var other = Self.source
    other.isUsersOwn = false
    other.published = ""
    let second = try writer.write(other, ledger: LossLedger())
    #expect([first, second] == [1, 2])
    let found = try EvidenceReader.sources(connection)
    #expect(found.map(\.id) == [1, 2])
    #expect(found.map(\.source) == [Self.source, other])
    #expect(found.map(\.options) == ["units=thousands", ""])
    #expect(found[0].rows == (11, 3, 1, 7))
    #expect(found[0].skipped == "6 preamble, 1 header")
    #expect(found[1].rows == (0, 0, 0, 0) && found[1].skipped == "")
  }

  @Test("keeps rejects and notes with their lines")
  func losses() throws {
    let connection = try database()
    var writer = try EvidenceWriter(connection)
    let id = try writer.write(Self.source, ledger: Self.ledger)
    let reject = Reject(line: 12, field: 3, reason: "found 'x', expected y", raw: "a,\"b\nc\",x")
    try writer.write(reject, source: id)
    try writer.write(Note(line: 0, "of the file as a whole"), source: id)
    let rejects = try connection.prepare("SELECT source, line, field, reason, raw FROM reject")
    #expect(try rejects.step())
    #expect([rejects.int(0), rejects.int(1), rejects.int(2)] == [id, 12, 3])
    #expect(rejects.text(3) == reject.reason && rejects.text(4) == reject.raw)
    let notes = try connection.prepare("SELECT line, text FROM note")
    #expect(try notes.step())
    #expect(notes.int(0) == 0 && notes.text(1) == "of the file as a whole")
  }

  @Test("keeps the first definition of a measure")
  func measures() throws {
    let connection = try database()
    let writer = try EvidenceWriter(connection)
    let money = Measure(
      id: "outturn.asc.net", title: "Adult social care: net", unit: .pence, kind: .flow,
      tier: "upper", polarity: .neutral, service: "asc")
    let years = Measure(
      id: "life", title: "Life expectancy", unit: .years, kind: .mean, polarity: .high)
    try writer.write(money)
    try writer.write(years)
    try writer.write(
      Measure(id: "outturn.asc.net", title: "another", unit: .count, kind: .stock))
    #expect(try EvidenceReader.measures(connection) == [years, money])
  }

  @Test("refuses a source whose rows are not accounted for")
  func unbalanced() throws {
    let connection = try database()
    #expect(throws: StoreError.self) {
      try connection.execute(
        """
        INSERT INTO source VALUES (1, '', '', '', 0, '', '', '', '', '', '', '', 'dataset',
          10, 3, 1, 5, '', '')
        """)
    }
    #expect(try EvidenceReader.sources(connection).isEmpty)
  }

  @Test("refuses a figure of a source that is not there")
  func orphan() throws {
    let connection = try database()
    var writer = try EvidenceWriter(connection)
    #expect(throws: StoreError.self) { try writer.write(Self.figures[0], source: 7) }
  }

  @Test("reads breaks in the order in which they were written")
  func breaks() throws {
    let connection = try database()
    try connection.execute(
      """
      INSERT INTO series_break VALUES ('b.*', '2014-04-01', 12, 'second'),
        ('a', '2013-04-01', 12, 'first')
      """)
    let breaks = try EvidenceReader.breaks(connection)
    #expect(breaks.rows.map(\.reason) == ["second", "first"])
    #expect(breaks.breaks(of: "b.x").map(\.period) == [.financialYear(2014)])
  }
}
