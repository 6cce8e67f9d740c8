import Evidence
import Testing

@Suite("The loss ledger")
struct LossLedgerTests {
  @Test("accounts for every row, in whatever order rows come")
  func balances() {
    var random = Seeded(3)
    var ledger = LossLedger()
    var counts = (loaded: 0, rejected: 0, skipped: 0)
    for _ in 0..<1000 {
      switch random.below(3) {
      case 0:
        ledger.load()
        counts.loaded += 1
      case 1:
        ledger.reject()
        counts.rejected += 1
      default:
        let rows = 1 + random.below(4)
        let why = LossLedger.Skip.allCases[random.below(LossLedger.Skip.allCases.count)]
        ledger.skip(why, rows: rows)
        counts.skipped += rows
      }
      #expect(ledger.balances)
    }
    #expect(ledger.read == counts.loaded + counts.rejected + counts.skipped)
    #expect(ledger.loaded == counts.loaded)
    #expect(ledger.rejected == counts.rejected)
    #expect(ledger.skipped == counts.skipped)
    #expect(LossLedger.Skip.allCases.map { ledger.skipped($0) }.reduce(0, +) == counts.skipped)
  }

  @Test("says in words what was skipped, in a fixed order, and nothing where nothing was")
  func words() {
    var ledger = LossLedger()
    #expect(ledger.skippedInWords == "" && ledger.balances)
    ledger.skip(.total, rows: 13)
    ledger.skip(.preamble, rows: 6)
    ledger.skip(.header)
    ledger.skip(.header)
    #expect(ledger.skippedInWords == "6 preamble, 2 header, 13 total")
    ledger.skip(.unused)
    ledger.skip(.repeated)
    ledger.skip(.note)
    ledger.skip(.blank)
    #expect(
      ledger.skippedInWords
        == "6 preamble, 2 header, 1 blank, 1 note, 13 total, 1 repeated, 1 unused")
  }
}
