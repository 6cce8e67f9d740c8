import Evidence
import Testing

@testable import Importers

/// RSX sheets: spending by service, columns known by their asset codes.
@Suite("An RSX sheet")
struct ServiceCodesTests {
  @Test(
    "is read alike with its codes above the header and as its last row",
    arguments: [OutturnFixture.codesAbove(), OutturnFixture.codesLast()])
  func either(rows: [[String]]) throws {
    let reading = try FileReading.of(rows)
    #expect(reading.source.layout == "outturn-summary")
    #expect(reading.extract.observations.allSatisfy { $0.period == .financialYear(2022) })
    #expect(reading.said("E06000901", "outturn.edu.net") == "70000000")
    #expect(reading.said("E06000901", "outturn.asc.empl") == "10000000")
    #expect(reading.said("E06000901", "outturn.asc.run") == "90000000")
    #expect(reading.said("E06000901", "outturn.asc.gross") == "100000000")
    #expect(reading.said("E06000901", "outturn.asc.sfc") == "12000000")
    #expect(reading.said("E06000901", "outturn.asc.othinc") == "8000000")
    #expect(reading.said("E06000901", "outturn.asc.income") == "20000000")
    #expect(reading.said("E06000901", "outturn.asc.net") == "80000000")
    #expect(reading.said("E06000901", "outturn.tot.net") == "149600000")
    #expect(reading.said("E92000001", "outturn.asc.net") == "113000000")
    #expect(reading.extract.rejects.isEmpty)
  }

  @Test("loads England's own row and counts class totals, their header and the repeated body")
  func ledger() throws {
    let reading = try FileReading.of(OutturnFixture.codesAbove())
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.read == 20)
    #expect(ledger.loaded == 5 && ledger.rejected == 0)
    #expect(
      ledger.skippedInWords == "9 preamble, 3 header, 2 total, 1 repeated")
    #expect(reading.extract.observations.count == 5 * 28)
    #expect(reading.said("E61000901", "outturn.oth.net") == "10000000")
    let last = try FileReading.of(OutturnFixture.codesLast()).extract.ledger
    #expect(last.balances && last.read == 17)
    #expect(last.skippedInWords == "6 preamble, 3 header, 2 total, 1 repeated")
  }

  @Test("marks what has no certificate as provisional and what has no return as not available")
  func marks() throws {
    let reading = try FileReading.of(OutturnFixture.codesAbove())
    #expect(reading.said("E10000901", "outturn.asc.net") == "15000000 p")
    #expect(reading.said("E08000901", "outturn.asc.net") == "[x]")
    let silent = reading.extract.observations.filter { $0.place == "E08000901" }
    #expect(
      silent.count == 28 && silent.allSatisfy { $0.value == nil && $0.status == .notAvailable })
    #expect(reading.said("E07000901", "outturn.asc.net") == "none")
  }

  @Test("says who published it, when, and under what title")
  func publication() throws {
    let reading = try FileReading.of(OutturnFixture.codesAbove())
    #expect(reading.source.publisher == "Ministry of Invention")
    #expect(reading.source.published == "2023-12-14")
    #expect(reading.source.title == OutturnFixture.titles[0])
    let own = try FileReading.of(
      OutturnFixture.codesAbove(), options { $0.published = "2024-01-31" })
    #expect(own.source.published == "2024-01-31")
  }

  @Test("names its measures by line and column")
  func titles() throws {
    let measures = try FileReading.of(OutturnFixture.codesAbove()).extract.measures
    #expect(measures.count == 28)
    let net = try #require(measures.first { $0.id == "outturn.asc.net" })
    #expect(net.title == "Adult social care: net current expenditure")
    #expect(net.unit == .pence && net.kind == .flow && net.service == "asc")
    #expect(measures.first { $0.id == "outturn.tot.net" }?.service == "")
  }

  @Test(
    "takes a marker in a cell for what it is",
    arguments: [
      ("[x]", "[x]"), ("…", "[x]"), ("...", "[x]"), ("..", "[x]"), ("n/a", "[x]"), ("M", "[x]"),
      ("[Y]", "[x]"), ("[note 4]", "[x]"), ("[o]", "[x]"), ("", "[x]"), ("-", "[z]"),
      ("[z]", "[z]"), ("[c]", "[c]"), ("[low]", "[k]"), ("-5.5", "-550000"), ("(5)", "-500000"),
      ("1,234", "123400000"), (" 12 ", "1200000"), ("0", "0"),
    ])
  func markers(cell: String, said: String) throws {
    var rows = OutturnFixture.codesAbove()
    rows[11][7 + 7 + 6] = cell
    let reading = try FileReading.of(rows)
    #expect(reading.said("E06000901", "outturn.asc.net") == said)
    #expect(reading.extract.rejects.isEmpty && reading.extract.ledger.balances)
    let said = "outturn.asc.net: \(cell) in place of a figure"
    let isNoted = reading.extract.notes.contains(Note(line: 12, said))
    #expect(isNoted == cell.hasPrefix("[note"))
  }

  @Test("rejects a cell that is no amount, with its line and column, and keeps the others")
  func unreadable() throws {
    var rows = OutturnFixture.codesAbove()
    rows[11][7 + 7 + 6] = "about 800"
    let reading = try FileReading.of(rows)
    let reject = try #require(reading.extract.rejects.first)
    #expect(reject.line == 12 && reject.field == 21 && reject.raw == "about 800")
    #expect(reject.reason.contains("about 800") && reject.reason.contains("expected"))
    #expect(reading.extract.rejects.count == 1)
    #expect(reading.said("E06000901", "outturn.asc.net") == "none")
    #expect(reading.said("E06000901", "outturn.asc.gross") == "100000000")
    #expect(reading.extract.ledger.loaded == 5 && reading.extract.ledger.balances)
  }

  @Test("rejects a row that breaks off, rather than reading its missing cells as not available")
  func brokenOff() throws {
    var rows = OutturnFixture.codesAbove()
    rows[13] = Array(rows[13].prefix(20))
    let reading = try FileReading.of(rows)
    #expect(reading.extract.ledger.rejected == 1 && reading.extract.ledger.balances)
    #expect(reading.extract.rejects.first?.line == 14)
    #expect(reading.said("E10000901", "outturn.asc.net") == "none")
  }

  @Test("rejects an authority that nobody knows and a row of figures without one")
  func unknown() throws {
    var rows = OutturnFixture.codesAbove()
    rows[11][0...2] = ["E9999", "E06000999", "Nowhere"]
    rows[13][0] = "total"
    let reading = try FileReading.of(rows)
    #expect(reading.extract.ledger.rejected == 2 && reading.extract.ledger.balances)
    #expect(reading.extract.rejects.map(\.line) == [12, 14])
    #expect(reading.extract.rejects[0].reason.contains("Nowhere"))
    #expect(reading.extract.rejects[0].raw.hasPrefix("E9999,E06000999,Nowhere"))
    #expect(reading.extract.rejects[1].reason.contains("'total'"))
  }

  @Test("lists every row whose parts differ from its published total, and keeps the figures")
  func differences() throws {
    var rows = OutturnFixture.codesAbove()
    // Northam's adult care: net is 800 from its parts, printed as 802 and as 803.
    rows[11][7 + 7 + 6] = "802"
    let rounding = try FileReading.of(rows)
    #expect(rounding.said("E06000901", "outturn.asc.net") == "80200000")
    let notes = rounding.extract.notes.filter { $0.line == 12 }.map(\.text)
    #expect(notes.contains { $0.contains("outturn.asc.net") && $0.hasSuffix("£2000.00: rounding") })
    #expect(notes.contains { $0.contains("outturn.tot.net") && $0.contains("£-2000.00") })
    rows[11][7 + 7 + 6] = "803"
    let wrong = try FileReading.of(rows).extract.notes.filter { $0.line == 12 }.map(\.text)
    #expect(wrong.contains { $0.hasSuffix("£3000.00: an error in the return") })
    #expect(try FileReading.of(OutturnFixture.codesAbove()).extract.notes.isEmpty)
  }

  @Test("without a year or a unit is refused with what to say")
  func incomplete() throws {
    let noYear = OutturnFixture.codesAbove(title: "Revenue Outturn service expenditure")
      .map { $0.map { $0.replacing("returns 2022-23", with: "returns") } }
    let year = try #require(refusal { () throws(ImportError) in try .of(noYear) })
    #expect(year.kind == .incomplete && year.line == 11)
    #expect(year.message.contains("--period 2024-25"))
    let said = try FileReading.of(noYear, options { $0.period = .financialYear(2021) })
    #expect(said.extract.observations.allSatisfy { $0.period == .financialYear(2021) })

    let noUnit = OutturnFixture.codesAbove(unit: "This worksheet contains 2 tables.")
    let unit = try #require(refusal { () throws(ImportError) in try .of(noUnit) })
    #expect(unit.kind == .incomplete && unit.message.contains("--units thousands"))
    let pounds = try FileReading.of(noUnit, options { $0.scale = .pounds })
    #expect(pounds.said("E06000901", "outturn.asc.net") == "80000")
  }

  @Test("in another unit is read in it")
  func millions() throws {
    let rows = OutturnFixture.codesAbove(unit: "Data is reported in £ million.")
    #expect(try FileReading.of(rows).said("E06000901", "outturn.asc.net") == "80000000000")
    let thousands = OutturnFixture.codesAbove(unit: "£000s")
    #expect(try FileReading.of(thousands).said("E06000901", "outturn.asc.net") == "80000000")
  }

  @Test("marks the first year of a new definition")
  func breaks() throws {
    let rows = [
      SeriesBreaks.Row(
        measure: "outturn.asc.*", period: .financialYear(2022), reason: "defined anew")
    ]
    let reading = try FileReading.of(OutturnFixture.codesAbove(), breaks: rows)
    #expect(reading.said("E06000901", "outturn.asc.net") == "80000000 b")
    #expect(reading.said("E10000901", "outturn.asc.net") == "15000000 pb")
    #expect(reading.said("E06000901", "outturn.edu.net") == "70000000")
  }

  @Test("corrects a council's wrong code by its own number and says so")
  func wrongCode() throws {
    var rows = OutturnFixture.codesAbove()
    // As North Yorkshire (E2721) stands under E10000022 in 2015-16 and 2017-18.
    rows[13][1] = "E10000922"
    let reading = try FileReading.of(rows)
    #expect(reading.said("E10000901", "outturn.asc.net") == "15000000 p")
    #expect(
      reading.extract.notes.contains { $0.line == 14 && $0.text.contains("E10000922") },
      "\(reading.extract.notes)")
    rows[13][1] = "E06000901"
    let other = try FileReading.of(rows)
    #expect(other.said("E10000901", "outturn.asc.net") == "15000000 p")
    #expect(other.extract.notes.contains { $0.line == 14 && $0.text.contains("Northam") })
  }

  @Test("takes `n/a` for a fire authority's code without a word")
  func noCode() throws {
    var rows = OutturnFixture.codesAbove()
    rows[14][0...2] = ["E6901", "n/a", "Mereshire Fire"]
    let reading = try FileReading.of(rows)
    #expect(reading.said("E31000901", "outturn.oth.net") == "10000000")
    #expect(reading.extract.notes.isEmpty)
  }
}
