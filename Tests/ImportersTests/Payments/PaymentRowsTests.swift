import Evidence
import Testing

@testable import Importers

@Suite("A row of a file of payments")
struct PaymentRowsTests {
  private static func read(_ rows: String...) throws -> MadePayments {
    let header = "Body,Body Name,Service,Payment Date,Trans No,Net Amount,Supplier Name"
    let first = "18,Northam Council,Parks,03/04/2018,1,10.00,Acme Ltd"
    return try MadePayments(([header, first] + rows).joined(separator: "\n") + "\n")
  }

  @Test("that is a total without a label is checked and left out")
  func unlabelled() throws {
    let made = try Self.read("18,Northam Council,Parks,03/04/2018,2,5.25,Acme Ltd", ",,,,,15.25,")
    #expect(made.summary.pence == 1525 && made.ledger.skipped(.total) == 1)
    #expect(made.notes.contains("a total of £15.25, which equals all 2 payments above"))
  }

  @Test("that is a labelled total is left out, and said where it differs from ours")
  func labelled() throws {
    let made = try Self.read(",,,,,11.00,Grand Total", ",Total,,,,10.00,")
    #expect(made.summary.pence == 1000 && made.ledger.skipped(.total) == 2)
    #expect(made.notes.contains("a difference of £1.00"))
    let firm = try Self.read(",Northam Council,Parks,04/04/2018,3,7.00,Total Gas Ltd")
    #expect(firm.summary.pence == 1700)
  }

  @Test("with an amount and nothing else, which is no sum, is refused")
  func lonely() throws {
    let made = try Self.read(",,,,,99.00,")
    #expect(made.ledger.rejected == 1 && made.summary.pence == 1000)
    #expect(made.rejects.first?.contains("not the sum of those above") == true)
  }

  @Test("with a supplier and no day is a payment")
  func lump() throws {
    let made = try Self.read(" ,,Benefits,,,\"7,815,670.80\",ACME - BENEFIT PAYMENTS")
    #expect(made.rows.last == "3 none 7815670.80" && made.summary.dateless == 1)
  }

  @Test("with nothing but the body's name is blank; a sign or a note is a note")
  func thin() throws {
    let made = try Self.read("18,Northam Council,,,,,", ",,xxx,,,,", ",,,,,xxx,", "Source: ledger")
    #expect(made.ledger.skippedInWords == "1 header, 1 blank, 3 note")
    #expect(made.ledger.rejected == 0 && made.notes.contains("1 rows hold nothing but the name"))
  }

  @Test("whose amount or day is not understood is refused without a word of it")
  func refused() throws {
    let made = try Self.read(
      "18,Northam Council,Parks,03/04/2018,2,#REF!,Jo Bloggs",
      "18,Northam Council,Parks,Jo Bloggs,3,5.00,Acme Ltd",
      "18,Northam Council,Parks,31/02/2018,4,6.00,Acme Ltd",
      "18,Northam Council,Parks,03/04/2018,5,,Acme Ltd")
    #expect(
      made.rejects == [
        "3: found '#REF!', expected an amount", "4: found words, expected a day",
        "5: found '31/02/2018', expected a day", "6: found no amount",
      ])
    let raw = made.reading.extract.rejects.map(\.raw)
    #expect(raw[0] == "…,…,…,03/04/2018,…,#REF!,…" && raw[1] == "…,…,…,…,…,5.00,…")
    #expect(made.ledger.balances)
  }

  @Test(
    "has its amount read to the penny in every spelling",
    arguments: [
      ("1234", "1234.00"), ("\"£3,128.02\"", "3128.02"), ("\" 950,250.00 \"", "950250.00"),
      ("-31.68", "-31.68"), ("\"16,992.00-\"", "-16992.00"), ("\" (25,250.00)\"", "-25250.00"),
      ("1044.8799999999999", "1044.88"), ("9.09495E-13", "0.00"), ("-£5.5", "-5.50"),
      ("0.005", "0.01"), (".5", "0.50"), ("œ12.00", "12.00"), ("1234CR", "-1234.00"),
      ("10000000", "10000000.00"),
    ])
  func spellings(cell: String, pounds: String) throws {
    let made = try Self.read("18,Northam Council,Parks,03/04/2018,2,\(cell),Acme Ltd")
    #expect(made.rows.last == "3 2018-04-03 \(pounds)")
  }

  @Test(
    "with an amount that is none is refused", arguments: ["\"1,23\"", "1.2.3", "--5", "5 each"])
  func noAmount(cell: String) throws {
    let made = try Self.read("18,Northam Council,Parks,03/04/2018,2,\(cell),Acme Ltd")
    #expect(made.ledger.rejected == 1 && made.ledger.loaded == 1)
  }

  @Test("may have a supplier that is withheld")
  func redacted() throws {
    let made = try Self.read(
      "18,Northam Council,Care,03/04/2018,2,1,REDACTED UNDER DP ACT",
      "18,Northam Council,Care,03/04/2018,3,1,Children in Care",
      "18,Northam Council,Care,03/04/2018,4,1,#N/A", "18,Northam Council,Care,03/04/2018,5,1,NULL")
    #expect(made.redacted == [false, true, true, false, false])
    #expect(made.suppliers == [0, 1, 2, -1, -1] && made.summary.redacted == 2)
  }

  @Test("keeps its number as text, and one destroyed by a spreadsheet is said")
  func numbers() throws {
    let made = try Self.read("18,Northam Council,Care,03/04/2018,2.01406E+12,1,Acme Ltd")
    #expect(made.references == ["1", "2.01406E+12"])
    #expect(made.notes.contains("1 numbers of payments were destroyed"))
  }
}
