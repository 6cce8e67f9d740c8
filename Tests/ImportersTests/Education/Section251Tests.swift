import Evidence
import Importers
import Places
import Tabular
import Testing

/// Tables of the shapes that were published, with invented figures.
@Suite struct Section251Tests {
  private static let year = Period.financialYear(2012)

  /// The edition to 2008-09: padded names, provision by three kinds, numbers in the line's name.
  private static let early = """
    LEA Number:,LA Name:,S52 Line Reference:,PRIVATE (x),VOLUNTARY (y),PUBLIC (z),\
    TOTAL EXPENDITURE (k),INCOME (l),NET Current Expenditure (m)
    330,Birmingham            ,5 Residential care,10,20,30,60,5,55
    330,Birmingham            ,14 Total Children Looked After,10,20,30,60,5,55
    330,Birmingham            ,36 Other childrens and families services,0,0,7,7,0,7
    330,Birmingham            ,37 Total Other Childrens and Families Services,0,0,7,7,0,7
    330,Birmingham            ,45 Capital Expenditure from Revenue (CERA) (Childrens and young \
    peoples services,,,,3,0,3
    330,Birmingham            ,46 TOTAL CHILDREN AND YOUNG PEOPLES SERVICES BUDGET (excluding \
    CERA),,,,67,5,62
    """

  /// The edition of 2012-13: long headings, tabs and line ends in fields, pence.
  private static let later = """
    LA,LA Name,LineNumber,CYPServiceDescription,ReportGroup,OwnProvision,PrivateProvision,\
    OtherPublic,Voluntary,TotalExpenditure,Income,NetCurrentExpenditure,GovGrantsInsideAEF,\
    GovGrantsOutsideAEF,LEANetRevenueExpenditure
    352,Manchester,4,4 Total Sure Start Children's Centres,SURE START,1,2,3,4,10,1,9,0,0,9
    352,Manchester,16,16 Other childrens and family services,"OTHER\t\n",5,0,0,0,5,0,5,0,0,5
    352,Manchester,19,"19 Local safeguarding childrens board\t",X,2.505,0,0,0,2.505,0,2.505,0,0,2
    352,Manchester,11,11Short breaks (respite) for looked after disabled children,X,0,0,0,0,0,0,\
    0,0,0,0
    352,Manchester,15,15 Total Children Looked After,X,NULL,0,0,0,7,0,7,0,0,7
    330,Birmingham,15,15 Total Children Looked After,X,9,0,0,0,9,0,9,0,0,9
    """

  @Test("the edition to 2008-09 is read: padded names, three kinds of provision, blank cells")
  func earlyEdition() throws {
    let reading = try Published.read(text: Self.early, period: .financialYear(2008))
    #expect(reading.layout == "section-251")
    #expect(reading.value("E08000025", "s251.residential.private") == 1000)
    #expect(reading.value("E08000025", "s251.looked_after.gross") == 6000)
    #expect(reading.value("E08000025", "s251.looked_after.public") == 3000)
    // Cells that no authority fills are none of the form: they are not missing.
    #expect(reading.figure("E08000025", "s251.total_children.private") == nil)
    #expect(reading.value("E08000025", "s251.total_children.gross") == 6700)
    #expect(reading.extract.ledger.loaded == 6)
    #expect(reading.extract.ledger.balances)
    // England is not made up from one authority.
    #expect(reading.figure("E92000001", "s251.total_children.gross") == nil)
    #expect(reading.extract.notes.contains { $0.text.hasPrefix("no figures for England") })
  }

  @Test("a line that stands beside its total is a part, one without is its own total")
  func otherServices() throws {
    let early = try Published.read(text: Self.early, period: .financialYear(2008))
    #expect(early.value("E08000025", "s251.other_services.gross") == 700)
    #expect(early.value("E08000025", "s251.other.gross") == 700)
    let later = try Published.read(text: Self.later, period: Self.year)
    #expect(later.value("E08000003", "s251.other.gross") == 500)
    #expect(later.figure("E08000003", "s251.other_services.gross") == nil)
  }

  @Test("the edition of 2012-13 is read: line ends in fields, pence, missing cells")
  func laterEdition() throws {
    let reading = try Published.read(text: Self.later, period: Self.year)
    #expect(reading.value("E08000003", "s251.sure_start.other_public") == 300)
    #expect(reading.value("E08000003", "s251.safeguarding_board.gross") == 251)
    #expect(reading.value("E08000003", "s251.looked_after_short_breaks.gross") == 0)
    let missing = try #require(reading.figure("E08000003", "s251.looked_after.own"))
    #expect(missing.value == nil && missing.status == .notAvailable)
    let figure = try #require(reading.figure("E08000025", "s251.looked_after.net"))
    #expect((figure.line, figure.field) == (8, 12))
    #expect(figure.period.label == "2012-13")
    #expect(reading.extract.ledger.balances)
  }

  @Test("names cut off at forty characters are read where they begin one line only")
  func cutNames() throws {
    let text = """
      LA,LA Name,Line,CYPServiceDescription,TotalExpenditure,Income,NetCurrentExpenditure
      352,Manchester,15,15 Total Children Looked After,7,0,7
      352,Manchester,17,17 Social work (includes LA functions in,5,0,5
      352,Manchester,33,33 CHILDREN AND YOUNG PEOPLE'S SERVICES ,5,0,5
      352,Manchester,99,99 Something quite new,5,0,5
      """
    let reading = try Published.read(text: text, period: Self.year)
    #expect(reading.value("E08000003", "s251.social_work.gross") == 500)
    let reject = try #require(reading.extract.rejects.first)
    #expect(reject.line == 4 && reject.field == 4)
    #expect(reject.reason.contains("cut off and may be"))
    #expect(reading.extract.notes.contains { $0.text == "line not used: 99 Something quite new" })
    #expect(reading.extract.ledger.skippedInWords == "1 header, 1 unused")
    #expect(reading.extract.ledger.balances)
  }

  @Test("what is not understood is refused with line, field and reason")
  func rejects() throws {
    let text = """
      LA,LA Name,Line,CYPServiceDescription,TotalExpenditure,Income,NetCurrentExpenditure
      352,Manchester,15,15 Total Children Looked After,7,0,7
      352,Manchester,15,15 Total Children Looked After,8,0,8
      199,Nowhere,15,15 Total Children Looked After,8,0,8
      330,Birmingham,15,15 Total Children Looked After,about 8,0,8
      330,Birmingham,15
      """
    let reading = try Published.read(text: text, period: Self.year)
    let found = reading.extract.rejects.map { "\($0.line):\($0.field)" }
    #expect(found == ["3:4", "4:1", "5:5", "6:4"])
    #expect(reading.value("E08000003", "s251.looked_after.gross") == 700)
    #expect(reading.extract.ledger.rejected == 3 && reading.extract.ledger.balances)
  }

  @Test("the year is asked for, with the year whose form has these lines")
  func yearIsNeeded() throws {
    let error = #expect(throws: ImportError.self) { try Published.read(text: Self.later) }
    #expect(error?.description.contains("--period 2012-13") ?? false)
    #expect(error?.kind == .incomplete)
  }

  @Test("England is the sum where every authority of the day is there")
  func england() throws {
    var rows = RegisterRows()
    for (code, name, number) in [
      ("E08000003", "Manchester", "352"), ("E08000025", "Birmingham", "330"),
    ] {
      rows.places.append(
        Place(
          code: code, name: name, kind: .metropolitanDistrict, tier: .single,
          country: "E92000001"))
      rows.codes.append(OtherCode(place: code, scheme: .education, value: number))
    }
    rows.places.append(Place(code: "E92000001", name: "England", kind: .country, tier: .country))
    let reading = try Published.read(
      text: Self.later, period: Self.year, register: Register(rows))
    #expect(reading.value("E92000001", "s251.looked_after.gross") == 1600)
    // Manchester's own provision is missing: there is no sum of it.
    #expect(reading.figure("E92000001", "s251.looked_after.own") == nil)
    #expect(reading.figure("E92000001", "s251.looked_after.gross")?.line == 0)
    #expect(
      reading.extract.notes.contains {
        $0.text == "England is the sum of the 2 authorities: the file gives none"
      })
  }

  @Test("totals that are not the sum of their lines are listed, and stay as published")
  func checks() throws {
    let text = """
      LA,LA Name,Line,CYPServiceDescription,TotalExpenditure,Income,NetCurrentExpenditure
      352,Manchester,6,6 Fostering services,5000,0,5000
      352,Manchester,15,15 Total Children Looked After,9000,1000,8000
      352,Manchester,30,30 Youth Justice,500,0,600
      352,Manchester,33,33 CHILDREN AND YOUNG PEOPLE'S SERVICES BUDGET (excluding CERA),9500,0,9500
      """
    let notes = try Published.read(text: text, period: Self.year).extract.notes.map(\.text)
    #expect(
      notes.contains(
        "E08000003: Children looked after: the total is not the sum of its lines, by £4000.00: "
          + "an error in the return"))
    #expect(
      notes.contains(
        "E08000003: Youth justice: net is not gross less income, by £100.00: rounding"))
    #expect(!notes.contains { $0.contains("the budget") })
  }

  @Test("breaks of the catalogue are marked in the first year of the new definition")
  func breaks() throws {
    let breaks = SeriesBreaks([
      .init(measure: "s251.looked_after.*", period: Self.year, reason: "adoption is in it now")
    ])
    let reading = try Published.read(text: Self.later, period: Self.year, breaks: breaks)
    #expect(reading.figure("E08000025", "s251.looked_after.net")?.status == .seriesBreak)
    #expect(reading.figure("E08000003", "s251.sure_start.net")?.status == [])
  }

  @Test("a table of another service is no table of children's services")
  func otherTables() throws {
    let text = """
      LA,LA Name,Line,Description,TotalExpenditure,Income,NetCurrentExpenditure
      352,Manchester,1.0.1,Individual schools budget,7,0,7
      """
    let error = #expect(throws: ImportError.self) { try Published.read(text: text) }
    #expect(error?.kind == .notRecognised)
    #expect(error?.description.contains("lines of children's services") ?? false)
  }
}
