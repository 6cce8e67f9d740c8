import Evidence
import Places
import Store
import Testing

@testable import Indicators

@Suite("The figures in memory")
struct FigureCubeTests {
  typealias Land = InventedLand

  private func database() throws -> Connection {
    let connection = try Connection.memory()
    try Migrator(
      identity: Identity(applicationID: 1, userVersion: 1),
      parts: [PlacesSchema.part, EvidenceSchema.part, IndicatorsSchema.part]
    ).migrate(connection)
    return connection
  }

  /// Stores one figure under a source of a release, and returns nothing.
  private func store(
    _ value: Double?, _ status: Status = [], published: String, isUsers: Bool = false,
    place: String = Land.northam, _ writer: inout EvidenceWriter
  ) throws {
    var ledger = LossLedger()
    ledger.load()
    let source = try writer.write(
      Source(
        dataset: "invented", path: "a.csv", sha256: "", bytes: 1, published: published,
        layout: "wide", isUsersOwn: isUsers), ledger: ledger)
    try writer.write(
      Observation(
        place: place, period: .financialYear(2024), measure: "m", value: value, status: status,
        line: 2, field: 6), source: source)
  }

  private func figure(_ connection: borrowing Connection) throws -> Figure? {
    let cube = try FigureCube(register: Land.register, reading: connection)
    guard let column = cube.column("m"), let slot = cube.slot(Land.northam),
      let slice = cube.columns[column].slice(of: .financialYear(2024))
    else { return nil }
    return cube.columns[column].figure(place: slot, slice: slice)
  }

  @Test("are of the newest release, in whatever order releases were loaded")
  func vintages() throws {
    for order in [["2024-08-29", "2025-11-20"], ["2025-11-20", "2024-08-29"]] {
      let connection = try database()
      var writer = try EvidenceWriter(connection)
      for day in order {
        try store(
          day == "2025-11-20" ? 7 : 5, day == "2025-11-20" ? [] : .provisional, published: day,
          &writer)
      }
      #expect(try figure(connection) == Figure(7))
    }
  }

  @Test("are the user's own before a data set's of the same day")
  func users() throws {
    let connection = try database()
    var writer = try EvidenceWriter(connection)
    try store(5, published: "2025-11-20", isUsers: true, &writer)
    try store(7, published: "2025-11-20", &writer)
    #expect(try figure(connection) == Figure(5))
  }

  @Test("keep a marker of a newer release, and leave out places that the register lacks")
  func markers() throws {
    let connection = try database()
    var writer = try EvidenceWriter(connection)
    try store(5, published: "2024-08-29", &writer)
    try store(nil, .notAvailable, published: "2025-11-20", &writer)
    try store(9, published: "2026-01-01", place: "X99", &writer)
    #expect(try figure(connection) == Figure(nil, .notAvailable))
  }

  @Test(
    "of another length stand for a year where they are the only ones that begin in it",
    arguments: [
      // held, asked, found
      ([Period.midYear(2024)], Period.financialYear(2024), true),
      ([.midYear(2024)], .calendarYear(2024), true),
      ([.financialYear(2024)], .midYear(2024), true),
      ([.midYear(2023)], .financialYear(2024), false),
      ([.financialYear(2024)], .calendarYear(2024), false),
      ([.calendarYear(2024)], .financialYear(2024), false),
      ([.midYear(2024), .calendarYear(2024)], .financialYear(2024), false),
      ([.midYear(2024), .financialYear(2024)], .financialYear(2024), true),
    ] as [([Period], Period, Bool)])
  func slices(held: [Period], asked: Period, isFound: Bool) {
    var column = FigureCube.Column(measure: "m", places: 1)
    for period in held { _ = column.openSlice(period) }
    #expect((column.slice(of: asked) != nil) == isFound)
  }

  @Test(
    "are found by a pattern whose star stands for letters without a dot",
    arguments: [
      ("ro3.csc.net", "ro3.*.net", true), ("ro3.csc.net", "ro3.c*.net", true),
      ("ro3.csc.net", "ro3.*c.net", true), ("ro3.csc.net", "ro3.c*c.net", true),
      ("ro3.c.net", "ro3.c*c.net", false), ("ro3.csc.net", "ro3.*", false),
      ("ro3.csc.net", "*.csc.net", true), ("ro3.csc.net", "ro3.csc.*", true),
      ("ro3.csc.net", "ro3.csc", false), ("ro3.csc.gross", "ro3.*.net", false),
      ("ro3.csc.net", "ro3.csc.net", true),
    ])
  func patterns(id: String, pattern: String, fits: Bool) {
    #expect(FigureCube.fits(id, pattern) == fits)
  }

  @Test("and values are read as they were written")
  func values() throws {
    let connection = try database()
    var value = IndicatorValue(
      place: Land.northam, period: .financialYear(2024), indicator: "spend", value: 12.5, lower: 11,
      upper: 14, count: 17, denominator: 136, status: [.provisional, .unreliable], coverage: 0.61)
    value.quintile = 4
    value.note = "restated on today's boundary"
    let blank = IndicatorValue(
      place: Land.northam, period: .financialYear(2025), indicator: "spend", value: nil,
      status: .notAvailable)
    var other = blank
    other.place = Land.seaport
    let packed = PackedValues("spend", [[value, blank], [other]])
    try IndicatorWriter.write(WorkAhead(count: 1, depth: 1) { _ in packed }, count: 1, connection)
    let read = try IndicatorReader.table(connection, Catalogue())
    #expect(read.everySeries == [[value, blank], [other]])
    #expect(read.latest("spend", Land.northam) == value)
    #expect(read.value("spend", Land.northam, .financialYear(2025)) == blank)
    #expect(read.latest("spend", Land.seaport) == nil && read.count == 3)
  }
}
