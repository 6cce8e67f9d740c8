import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Published files of payments", .enabled(if: Reference.isPresent))
struct PublishedPaymentsTests {
  @Test("every file is listed here")
  func everyFileIsKnown() {
    let listed = Set(PaymentFiles.all.map(\.path))
    #expect(listed.symmetricDifference(PaymentFiles.paths).isEmpty)
  }

  @Test("a file loads with no option: rows, sum and days", arguments: PaymentFiles.all)
  func loads(expected: PaymentFiles.Expectation) throws {
    let reading = try PaymentFiles.read(expected.path)
    let ledger = reading.extract.ledger
    let summary = try #require(reading.extract.payments?.summary)
    #expect(reading.source.layout == "payments")
    #expect(ledger.balances)
    #expect(ledger.read == expected.read && ledger.loaded == expected.loaded)
    #expect(ledger.rejected == expected.rejected && ledger.skipped == expected.skipped)
    #expect(summary.pence == expected.pence && summary.rows == expected.loaded)
    #expect(summary.first == expected.first && summary.last == expected.last)
    // Of rows of data, 99 in 100 are loaded.
    #expect(ledger.loaded * 100 >= (ledger.loaded + ledger.rejected) * 99)
  }

  @Test(
    "rows and sums are those of an independent reading, to the penny",
    .enabled(if: Python.isPresent))
  func independent() throws {
    let folder = try #require(PaymentFiles.folder)
    let script = Reference.package.appendingPathComponent("Tests/Benchmarks/payments-sums.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", script.path] + PaymentFiles.paths.map { folder.appendingPathComponent($0).path }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var found: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      found[String(parts[0].dropFirst(folder.path.count + 1))] = "\(parts[1]) \(parts[2])"
    }
    for file in PaymentFiles.all {
      #expect(found[file.path] == "\(file.loaded) \(file.pence)", "\(file.path)")
    }
  }

  @Test("a total that a file states is ours, and is left out")
  func statedTotal() throws {
    let notes = try PaymentFiles.read("leeds/2011-12.csv").extract.notes.map(\.text)
    #expect(notes.contains { $0.contains("a total of £78917710.50, which equals all 9953") })
  }

  @Test("what is wrong with a file is said")
  func notes() throws {
    func says(_ path: String, _ words: String) throws -> Bool {
      try PaymentFiles.read(path).extract.notes.contains { $0.text.contains(words) }
    }
    #expect(try says("hyndburn/April-25-CSV.csv", "the headings stand below the data"))
    #expect(try says("hyndburn/Sept-25-CVS.csv", "the headings stand below the data"))
    #expect(try says("other/darlington-2013-06.csv", "the month is that of its title"))
    #expect(try says("central/gla-over-25k-1110.csv", "a nil return"))
    #expect(try says("other/calderdale-2015-03-card.csv", "purchases by card only"))
    #expect(try says("devon-cards/ProcurementCardTransactions_20150723to20151023.csv", "by card"))
    #expect(try says("greater-manchester/Tameside_September_2014.csv", "3 payments have no day"))
    #expect(try says("hyndburn/1705.csv", "does not say whose payments"))
  }

  @Test("the same payments in another file have the same fingerprint")
  func twins() throws {
    let first = try PaymentFiles.read("other/darlington-2013-06.csv").extract.payments
    let second = try PaymentFiles.read("other/darlington-2013-07.csv").extract.payments
    #expect(first?.summary.fingerprint == second?.summary.fingerprint)
    let third = try PaymentFiles.read("other/darlington-2016-10.csv").extract.payments
    #expect(first?.summary.fingerprint != third?.summary.fingerprint)
  }

  @Test("no line of a refused row shows a word of it")
  func refusedRows() throws {
    for file in PaymentFiles.all where file.rejected > 0 {
      for reject in try PaymentFiles.read(file.path).extract.rejects {
        let letters = reject.raw.utf8.contains { (0x61...0x7A).contains($0 | 0x20) }
        #expect(!letters, "\(file.path):\(reject.line)")
      }
    }
  }
}
