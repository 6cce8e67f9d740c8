import Evidence
import Testing

@testable import Importers

@Suite("A file of payments in a shape that publishers have used")
struct PaymentShapesTests {
  private static let header =
    "Body Name,Service Area,Payment Date,Trans No,Net Amount,Supplier Name"

  private static func plain(_ rows: String...) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test("is read in its plain form, with what the columns are and why")
  func plain() throws {
    let made = try MadePayments(
      Self.plain(
        "Northam Council,Libraries,03/04/2018,0012,100.50,Acme Ltd",
        "Northam Council,Parks,04/04/2018,0013,-20,Acme Ltd"))
    #expect(made.rows == ["2 2018-04-03 100.50", "3 2018-04-04 -20.00"])
    #expect(made.bodies == ["E06000901"])
    #expect(made.references == ["0012", "0013"] && made.suppliers == [0, 0])
    #expect(made.labels == ["Libraries", "Parks"] && made.summary.basis == .net)
    #expect(
      made.roles.first
        == "amount: column 5 'Net Amount' (high: its heading, and 100% of 2 cells are amounts)")
    #expect(made.ledger.skippedInWords == "1 header" && made.ledger.balances)
  }

  @Test("has titles of many lines above the headings, and a month in them")
  func preamble() throws {
    let titles = ["Northam Council Invoices over £250 paid in June 2015,,"]
    let lines = titles + [String](repeating: "About the purchasing card,,", count: 71)
    let text =
      lines.joined(separator: "\n") + "\nService,Supplier,Net amount\nParks,Acme Ltd,9.99\n"
    let made = try MadePayments(text)
    #expect(made.rows == ["74 2015-06 9.99"])
    #expect(made.bodies == ["E06000901"] && made.ledger.skipped(.preamble) == 72)
    #expect(made.summary.kind == .cards)
  }

  @Test("has headings over two rows")
  func twoRows() throws {
    let made = try MadePayments(
      "Oct-10,,,,\n,,,Transaction ,\nEntity,Date paid,Supplier,number,Amount\n"
        + "Mereshire Fire,01/10/2010,Acme Ltd,77,1.00\n")
    #expect(made.rows == ["4 2010-10-01 1.00"] && made.references == ["77"])
    #expect(made.notes.contains("the headings take several lines"))
  }

  @Test("has its headings below the data")
  func sorted() throws {
    let rows = (1...9).map { "Parks,0\($0)/04/2025,CR000\($0),Acme Ltd,\($0).50" }
    let made = try MadePayments(
      (rows + ["Service Area,Payment Date,HBC Ref No.,Name:,Amount Paid"]).joined(separator: "\n"))
    #expect(made.summary.rows == 9 && made.summary.pence == 4950)
    #expect(made.notes.contains("the headings stand below the data"))
    #expect(made.ledger.skippedInWords == "1 header")
  }

  @Test("has no headings: columns are told by what they hold")
  func noHeadings() throws {
    let rows = (1...9).map { "Parks,0\($0)/04/2025,CR000\($0),Acme \($0) Ltd,\($0).50" }
    let made = try MadePayments(rows.joined(separator: "\n"))
    #expect(made.summary.rows == 9 && made.summary.pence == 4950)
    #expect(made.notes.contains("the file has no headings"))
    #expect(made.roles.contains { $0.hasPrefix("supplier: column 4 (low") })
  }

  @Test("has a heading that was overwritten")
  func overwritten() throws {
    let rows = (1...14).map { "Parks \($0 % 2),Plants,03/04/2018,P\($0),Acme \($0) Ltd,5.00" }
    let made = try MadePayments(
      (["+,Account Detail,Payment date,HBC ref no,Name,Net Amount"] + rows).joined(separator: "\n"))
    #expect(made.summary.rows == 14)
    #expect(made.roles.contains { $0.hasPrefix("service: column 1 '+' (low") })
  }

  @Test("has headings that do not say what the columns hold")
  func wrongHeadings() throws {
    let made = try MadePayments(
      "Type,TransNo,Seq No,Payment Date,Net Amount\n"
        + "Revenue,10/07/2018,161023,10,151.45\nRevenue,11/07/2018,161024,11,1.00\n")
    #expect(made.rows == ["2 2018-07-10 151.45", "3 2018-07-11 1.00"])
    #expect(made.notes.contains("date is column 2 'TransNo'"))
  }

  @Test("has headings that stand one column beside their data")
  func shifted() throws {
    let made = try MadePayments(
      "Service Area,Payment Date,Supplier Name,Net Amount,\n"
        + "1,Parks,10/07/2018,Acme Ltd,151.45\n2,Parks,11/07/2018,Bolt Ltd,1.00\n")
    #expect(made.rows == ["2 2018-07-10 151.45", "3 2018-07-11 1.00"])
    #expect(made.suppliers == [0, 1] && made.notes.contains("headings standing 1 beside"))
  }

  @Test("has empty columns between, ragged rows and blank rows by the ten thousand")
  func empty() throws {
    var lines = ["Service Area,,Payment Date,,Name:,,,Amount Paid"]
    lines.append("Parks,,10/07/2018,,Acme Ltd,,,151.45")
    lines += [String](repeating: ",,,,,,,", count: 20_000)
    lines.append("Parks,,11/07/2018,,Acme Ltd,,,1.00,,")
    lines.append("Parks,,11/07/2018,,Acme Ltd,,,2.00")
    let made = try MadePayments(lines.joined(separator: "\n") + "\n\n\n")
    #expect(made.summary.rows == 3 && made.ledger.skipped(.blank) == 20_002)
    #expect(made.ledger.balances && made.ledger.rejected == 0)
  }

  @Test("is separated by semicolons")
  func semicolons() throws {
    let made = try MadePayments(
      "Service;Date;Supplier;Amount\nParks;10/07/2018;Acme Ltd;1,151.45\n"
        + "Parks;11/07/2018;Acme Ltd;1.00\n")
    #expect(made.rows == ["2 2018-07-10 1151.45", "3 2018-07-11 1.00"])
  }

  @Test("holds several bodies")
  func bodies() throws {
    let made = try MadePayments(
      Self.plain(
        "Northam Council,Homes,03/04/2018,1,1.00,Acme Ltd",
        "Eastern Homes,Homes,03/04/2018,2,2.00,Acme Ltd",
        "Borough of Millbridge,Homes,03/04/2018,3,3.00,Acme Ltd"))
    #expect(made.bodies == ["E06000901", "Eastern Homes", "E08000901"])
  }

  @Test("has the same headings again further down")
  func again() throws {
    let made = try MadePayments(
      Self.plain(
        "Northam Council,Homes,03/04/2018,1,1.00,Acme Ltd", Self.header,
        "Northam Council,Homes,03/04/2018,2,2.00,Acme Ltd"))
    #expect(made.summary.rows == 2 && made.ledger.skippedInWords == "2 header")
  }

  @Test("is a register of contracts, which is refused")
  func contracts() throws {
    let error = #expect(throws: ImportError.self) {
      _ = try MadePayments(
        "Contract Title,Supplier Name,Start Date,End Date,Contract Value\n"
          + "Parks,Acme Ltd,01/04/2018,31/03/2020,1000.00\n")
    }
    #expect(error?.kind == .wrongSheet && error?.message.contains("register of contracts") == true)
  }

  @Test("may hold the amount in several columns, which is asked for and can be said")
  func ambiguous() throws {
    let text = "Date,Supplier,Amount,Invoice Amount\n03/04/2018,Acme Ltd,1.00,2.00\n"
    let error = #expect(throws: ImportError.self) { _ = try MadePayments(text) }
    #expect(
      error?.message
        == "several columns may hold the amount: column 3 'Amount', column 4 'Invoice Amount'; "
        + "say which with --column amount=3")
    var options = ImportOptions()
    options.columns = ["amount": "invoice amount"]
    #expect(try MadePayments(text, options).rows == ["2 2018-04-03 2.00"])
    options.columns = ["amount": "3"]
    #expect(try MadePayments(text, options).rows == ["2 2018-04-03 1.00"])
  }

  @Test("says that nothing was paid")
  func nilReturn() throws {
    let made = try MadePayments(
      "\"Spend over £25,000\",,\n,,\nDepartment family,Entity,\nNORTH,Northam Fire,\n,Nil Return,\n"
    )
    #expect(made.summary.rows == 0 && made.notes.contains("a nil return"))
  }

  @Test("of purchases by card is said to be that")
  func cards() throws {
    let made = try MadePayments(
      "Transaction Date,Benificiary (Merchant),Amount,Merchant Category\n"
        + "12/03/2014,Acme Ltd,-31.68,Electrical parts\n")
    #expect(made.summary.kind == .cards && made.notes.contains("purchases by card only"))
  }
}
