import Evidence
import Foundation
import Places
import Store
import TestSupport
import Testing

@testable import Importers

@Suite("A tidy file read row by row")
struct StreamLoaderTests {
  private static let breaks = SeriesBreaks([
    .init(measure: "health", period: .financialYear(2023), reason: "redefined"),
    .init(measure: "spend.*", period: .calendarYear(2024), reason: "redefined"),
  ])

  private static func database() throws -> Connection {
    let connection = try Connection.memory()
    let identity = Identity(applicationID: 1, userVersion: 1)
    try Migrator(identity: identity, parts: [PlacesSchema.part, EvidenceSchema.part]).migrate(
      connection)
    return connection
  }

  private static func rows(_ sql: String, _ connection: borrowing Connection) throws -> [String] {
    let statement = try connection.prepare(sql)
    var rows: [String] = []
    while try statement.step() { rows.append("\(statement.values())") }
    return rows
  }

  /// Loads bytes both ways into databases of their own and compares all that is stored.
  private static func compare(_ bytes: [UInt8], _ options: ImportOptions) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("rows.csv").path
    try Data(bytes).write(to: scratch.url.appendingPathComponent("rows.csv"))
    let whole = try database()
    let streamed = try database()
    // A file whose first row is not there to be looked at is read whole.
    guard
      let file = TidyFile(
        path, register: Invented.register, breaks: breaks, options: options, shortest: 0)
    else { return }
    var refusal: ImportError?
    do {
      var reading = try FileReading(
        OpenedFile(path), register: Invented.register, breaks: breaks, options: options,
        dataset: "rows")
      reading.source.isUsersOwn = true
      var loader = try Loader(whole)
      _ = try loader.store(reading)
    } catch let error as ImportError { refusal = error }
    var other: ImportError?
    do {
      let outcome = try StreamLoader.store(file, dataset: "rows", titles: [:], in: streamed) { _ in
        true
      }
      let digest = try ContentDigest(of: "observation", in: streamed)
      #expect(outcome?.digest?.sha256 == digest.sha256)
      #expect(outcome?.digest?.rows == digest.rows)
    } catch let error as ImportError { other = error }
    #expect(other == refusal)
    for table in ["source", "observation", "reject", "note", "measure"] {
      let sql = "SELECT * FROM \(table) ORDER BY rowid"
      let expected = try rows(sql, whole)
      let found = try rows(sql, streamed)
      #expect(found == expected, "\(table) of \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("gives what the layout gives, whatever is wrong with it", arguments: 0..<300)
  func random(seed: Int) throws {
    var made = RandomTidy(seed: UInt64(seed))
    try Self.compare(
      made.file(),
      options { options in
        options.layout = "tidy"
        if seed % 7 == 0 { options.scale = .thousands }
        if seed % 5 == 0 { options.published = "2025-01-01" }
      })
  }

  @Test("adds to rows that are there, with the digest of them all")
  func second() throws {
    let connection = try Self.database()
    for (name, period) in [("one.csv", "2023-24"), ("two.csv", "2024-25")] {
      let scratch = try Scratch()
      defer { scratch.remove() }
      let text = "areacd,indicator,period,observation\nE06000901,health.a,\(period),-0\n"
      try Data(Array(text.utf8)).write(to: scratch.url.appendingPathComponent(name))
      let file = try #require(
        TidyFile(
          scratch.url.appendingPathComponent(name).path, register: Invented.register,
          breaks: Self.breaks, shortest: 0))
      let outcome = try StreamLoader.store(file, dataset: "a", titles: [:], in: connection) { _ in
        true
      }
      let digest = try ContentDigest(of: "observation", in: connection)
      #expect(outcome?.digest?.sha256 == digest.sha256)
    }
    #expect(try Self.rows("SELECT 1 FROM observation", connection).count == 2)
  }

  @Test("leaves nothing where its first figure is not wanted")
  func unwanted() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let lines = (0..<5000).map { "E06000901,health.a,\(1900 + $0 % 200),\($0)\n" }.joined()
    let text = "areacd,indicator,period,observation\nE06000999,health.a,2024,5\n" + lines
    try Data(Array(text.utf8)).write(to: scratch.url.appendingPathComponent("many.csv"))
    let file = try #require(
      TidyFile(
        scratch.url.appendingPathComponent("many.csv").path, register: Invented.register,
        breaks: Self.breaks, shortest: 0))
    let connection = try Self.database()
    let outcome = try StreamLoader.store(file, dataset: "a", titles: [:], in: connection) { first in
      #expect(first.line == 3)
      return false
    }
    #expect(outcome == nil)
    for table in ["source", "observation", "reject"] {
      #expect(try Self.rows("SELECT 1 FROM \(table)", connection).isEmpty)
    }
  }

  @Test(
    "is none where the file is another or short",
    arguments: [
      "areacd,areanm,period,status,source_line,a\nE06000901,Northam,2024,,1,5\n",
      "place;value\nNortham;5\n", "areacd,indicator,period,observation\n", "",
    ])
  func others(text: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try Data(Array(text.utf8)).write(to: scratch.url.appendingPathComponent("other.csv"))
    let path = scratch.url.appendingPathComponent("other.csv").path
    #expect(
      TidyFile(path, register: Invented.register, breaks: Self.breaks, shortest: 0) == nil)
  }
}
