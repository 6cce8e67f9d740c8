import Evidence
import Foundation
import Places
import Store
import TestSupport
import Testing

@testable import Importers

@Suite("A file of payments read row by row")
struct PaymentStreamTests {
  private static let text: String = {
    var text = "Body Name,Service Area,Expense Type,Paid Date,Trans No,Amount,Supplier Name,Note\n"
    var random = Seeded(7)
    for row in 0..<9000 {
      let pence = Int.random(in: -5000...500_000, using: &random)
      let amount = "\(pence < 0 ? "-" : "")\(abs(pence) / 100).\(abs(pence) % 100 / 10)"
      let supplier = Int.random(in: 0..<3000, using: &random)
      let day = Int.random(in: 1...28, using: &random)
      text += "Northam Council,Service \(row % 40),Type \(row % 7),\(day)/05/2019,\(row),"
      text += row % 997 == 3 ? "n/a," : "\(amount),"
      text += supplier % 50 == 0 ? "REDACTED,\n" : "Firm \(supplier) Ltd,\"a, \(row)\"\n"
    }
    return text + ",,,,,1.00,,\n"
  }()

  private static func database() throws -> Connection {
    let connection = try Connection.memory()
    try Migrator(
      identity: Identity(applicationID: 1, userVersion: 1),
      parts: [PlacesSchema.part, EvidenceSchema.part]
    ).migrate(connection)
    return connection
  }

  private static func dump(_ connection: borrowing Connection) throws -> [ContentDigest] {
    try [
      "payment", "payment_body", "payment_label", "payment_source", "payment_supplier", "reject",
    ]
    .map { try ContentDigest(of: $0, in: connection) }
  }

  @Test("leaves the same in the database as one that is held in memory")
  func same() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent("payments.csv").path
    try Data(Self.text.utf8).write(to: URL(fileURLWithPath: path))
    let whole = try Self.database()
    var options = ImportOptions()
    options.published = "2019-06-30"
    let reading = try FileReading(
      OpenedFile(path), register: Invented.register, breaks: SeriesBreaks([]), options: options)
    let payments = try #require(reading.extract.payments)
    try whole.transaction {
      var loader = try Loader(whole)
      let source = try loader.store(reading)
      try PaymentLoader.store(payments, source: source, in: whole)
    }
    let streamed = try Self.database()
    let file = try #require(
      PaymentFile(path, register: Invented.register, options: options, shortest: 0))
    let outcome = try streamed.transaction {
      try PaymentStream.store(file, dataset: "", options: options, in: streamed)
    }
    #expect(try Self.dump(streamed) == Self.dump(whole))
    #expect(outcome?.ledger.read == 9002 && outcome?.ledger.rejected == 11)
    #expect(outcome?.summary.pence == payments.summary.pence)
    #expect(try file.look().ledger == reading.extract.ledger)
    // The same again is nothing new.
    let again = try streamed.transaction {
      try PaymentStream.store(file, dataset: "", options: options, in: streamed)
    }
    #expect(again == nil)
    #expect(try streamed.number("SELECT count(*) FROM payment") == outcome?.ledger.loaded)
  }
}
