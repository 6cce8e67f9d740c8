import Evidence
import Testing

@testable import Importers

@Suite("The day of a payment")
struct PaymentDateTests {
  @Test(
    "is read in every form that publishers use",
    arguments: [
      ("03/04/2018", "2018-04-03"), ("3/4/18", "2018-04-03"), ("03.04.2018", "2018-04-03"),
      ("03-04-2018", "2018-04-03"), ("03-Apr-18", "2018-04-03"), ("3 Apr 2023", "2023-04-03"),
      ("15 June 2023", "2023-06-15"), ("2018-04-03 00:00:00", "2018-04-03"),
      ("2018-04-03T10:11:12", "2018-04-03"), ("2018/04/03", "2018-04-03"),
      ("03/04/2018 09:30", "2018-04-03"), ("20180403", "2018-04-03"), ("Sep 2014", "2014-09"),
      ("Jun-13", "2013-06"), ("Jan 15", "2015-01"), ("2016-10", "2016-10"),
      ("July 2010-September 2010", "2010-07/2010-09"), ("04/2018", "2018-04"),
      ("43658", "2019-07-12"), ("Tuesday 3rd April 2018", "2018-04-03"),
      ("29/02/2020", "2020-02-29"), ("2018-Apr-03", "2018-04-03"), ("2049 Dec 31", "2049-12-31"),
    ])
  func forms(text: String, iso: String) { #expect(PaymentDate(text)?.iso == iso) }

  @Test(
    "is none of these",
    arguments: [
      "", "12", "1234.56", "31/02/2018", "99/99/2018", "Acme Ltd", "5 March", "£12",
      "P-CARD OCT 19",
      "B000018580/57559", "01/01/1066", "1,234",
      // A year in which nothing was published, before and after a named month.
      " Mar5292\u{FFFD}\u{FFFD}6", "1066 Oct 14", "14 Oct 1066", "Oct 1066", "2050-Jan-01",
    ])
  func others(text: String) { #expect(PaymentDate(text)?.iso == nil) }

  @Test("is a count of days from the end of 1899, as spreadsheets keep it")
  func serials() {
    // 1 January 2000, 29 February 2000 and 1 January 2024, by any spreadsheet.
    #expect(PaymentDate("36526")?.iso == "2000-01-01")
    #expect(PaymentDate("36585")?.iso == "2000-02-29")
    #expect(PaymentDate("45292.5")?.iso == "2024-01-01")
  }

  @Test("may come in two forms in one column")
  func two() throws {
    let made = try MadePayments(
      "Supplier,Payment date,Net Amount\nAcme Ltd,03/05/2017,337\nAcme Ltd,19-May-17,1\n")
    #expect(made.rows == ["2 2017-05-03 337.00", "3 2017-05-19 1.00"])
  }

  @Test("has the month first where the column shows it")
  func monthFirst() throws {
    let made = try MadePayments(
      "Supplier,Payment date,Net Amount\nAcme Ltd,05/03/2017,337\nAcme Ltd,05/19/2017,1\n")
    #expect(made.rows == ["2 2017-05-03 337.00", "3 2017-05-19 1.00"])
    #expect(made.notes.contains("the month first"))
  }

  @Test("the other way round than the rest is refused, never guessed")
  func mixed() throws {
    let made = try MadePayments(
      "Supplier,Payment date,Net Amount\nAcme Ltd,19/05/2017,337\nAcme Ltd,05/19/2017,1\n")
    #expect(made.rejects == ["3: found '05/19/2017', expected a day"])
  }

  @Test("lost in every row is said, and the file loads without it")
  func lost() throws {
    let text = "Supplier,Paid Date,Net Amount\nAcme Ltd,00:00:00,337\nAcme Ltd,00:00:00,1\n"
    let made = try MadePayments(text)
    #expect(made.summary.dateless == 2 && made.notes.contains("all days were lost"))
    var options = ImportOptions()
    options.period = Period(iso: "2014-04-01/P3M")
    #expect(try MadePayments(text, options).rows.first == "2 2014-04/2014-06 337.00")
  }

  @Test("in a financial period is asked for where only the period stands")
  func periods() throws {
    let text = "Supplier,TransNo,Period,Amount\nAcme Ltd,1,201009,337.00\n"
    let error = #expect(throws: ImportError.self) { _ = try MadePayments(text) }
    #expect(error?.message.contains("--column date=3 or --column period=3") == true)
    var options = ImportOptions()
    options.columns = ["period": "Period"]
    #expect(try MadePayments(text, options).rows == ["2 2010-12 337.00"])
    options.columns = ["date": "Period"]
    #expect(try MadePayments(text, options).rows == ["2 2010-09 337.00"])
  }

  @Test("is that of payment where there are several")
  func several() throws {
    let made = try MadePayments(
      "Invoice Date,Effective Date,Payment Date,Supplier,Amount\n"
        + "01/01/2018,31/03/2018,03/04/2018,Acme Ltd,1.00\n")
    #expect(made.rows == ["2 2018-04-03 1.00"])
  }
}
