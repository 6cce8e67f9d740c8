import Evidence
import Importers
import Places
import Tabular
import TestSupport
import Testing

/// The multi-year outturn file, made from its described columns since none is at hand.
@Suite struct OutturnSeriesTests {
  private static let header =
    "year_ending,ONS_code,LA_LGF_code,LA_name,status,LA_class,LA_subclass,RS_asc_net_exp,"
    + "RSX_asc_net_cur_exp,RSX_totsx_net_cur_exp,RO3_phsmkstp_tot_exp,RO2_roads_net_cur_exp\n"

  private static func read(_ rows: String...) throws -> Published.Reading {
    try Published.read(text: header + rows.joined(separator: "\n") + "\n")
  }

  @Test("columns have the ids of the sheets, years and places are told")
  func columns() throws {
    let reading = try Self.read(
      "202503,E08000003,E4203,Manchester,submitted,MD,,,224000.5,769000,1200,9",
      "201803,E08000003,E4203,Manchester,submitted,MD,,180000,,,,9")
    #expect(reading.layout == "outturn-series")
    let year = Period.financialYear(2024)
    let figure = try #require(reading.figure("E08000003", "outturn.asc.net", year))
    #expect(figure.value == 22_400_050_000)
    #expect((figure.line, figure.field) == (2, 9))
    #expect(reading.value("E08000003", "outturn.tot.net", year) == 76_900_000_000)
    #expect(reading.value("E08000003", "ro3.phsmkstp.gross", year) == 120_000_000)
    // Form RS holds the years before the newer form.
    let older = Period.financialYear(2017)
    #expect(reading.value("E08000003", "outturn.asc.net", older) == 18_000_000_000)
    // A form of another year has no column here: nothing is said of it.
    #expect(reading.figure("E08000003", "outturn.tot.net", older) == nil)
    #expect(
      reading.extract.notes.map(\.text) == ["1 columns of form RO2 are not used"])
    #expect(reading.extract.ledger.balances && reading.extract.ledger.loaded == 2)
  }

  @Test("the newer form's figure stands where both have one")
  func bothForms() throws {
    let reading = try Self.read(
      "202503,E08000003,E4203,Manchester,submitted,MD,,1,2,,,")
    #expect(reading.extract.observations.map(\.value) == [200_000])
  }

  @Test("no return is not available, England is loaded, totals of classes are not")
  func returns() throws {
    let reading = try Self.read(
      "202503,E08000025,E4601,Birmingham,not submitted,MD,,,,,,",
      "202503,E92000001,Eng,England,total,,,,30000,,,",
      "202503,E12000005,,West Midlands,total,,,,400,,,",
      "202503,E08000025,E4601,Birmingham,submitted,MD,,,1,,,", ",,,,,,,,,,,")
    #expect(reading.figure("E08000025", "outturn.asc.net")?.status == .notAvailable)
    #expect(reading.value("E92000001", "outturn.asc.net") == 3_000_000_000)
    #expect(reading.figure("E12000005", "outturn.asc.net") == nil)
    #expect(
      reading.extract.ledger.skippedInWords == "1 header, 1 blank, 1 total, 1 repeated")
    #expect(reading.extract.ledger.balances)
  }

  @Test("what is not understood is refused with line, field and reason")
  func rejects() throws {
    let reading = try Self.read(
      "2025,E08000003,E4203,Manchester,submitted,MD,,,1,,,",
      "202503,E99999999,E9999,Nowhere,submitted,MD,,,1,,,",
      "202503,E08000003,E4203,Manchester,submitted,MD,,,about 5,6,,",
      "202503,E08000003,E4203")
    let found = reading.extract.rejects.map { "\($0.line):\($0.field)" }
    #expect(found == ["2:1", "3:3", "4:9", "5:4"])
    #expect(reading.value("E08000003", "outturn.tot.net") == 600_000)
    #expect(reading.extract.ledger.rejected == 3 && reading.extract.ledger.balances)
  }

  @Test(
    "a sheet written as a series gives the figures of the sheet",
    .enabled(if: Reference.isPresent),
    arguments: [
      ("RSX", "RSX_LA_Data_2024-25_data_by_LA__RSX_LA_Data_202425.values.csv"),
      ("RO3", "RO3_LA_Data_2024-25_data_by_LA__RO3_LA_Data_202425.values.csv"),
    ])
  func fromSheet(_ form: String, _ name: String) throws {
    let sheet = try Published.read("council-spending/outturn/" + name)
    let (text, lines) = try Self.series(of: sheet, form: form)
    let series = try Published.read(text: text)
    #expect(series.layout == "outturn-series")
    #expect(series.extract.ledger.balances && series.extract.ledger.rejected == 0)
    #expect(series.extract.ledger.loaded == lines)
    let known = Dictionary(
      series.extract.observations.map { ("\($0.place) \($0.measure)", $0) },
      uniquingKeysWith: { first, _ in first })
    var compared = 0
    for figure in sheet.extract.observations where figure.value != nil {
      let other = try #require(known["\(figure.place) \(figure.measure)"])
      #expect(other.value == figure.value && other.period == figure.period)
      compared += 1
    }
    #expect(compared > 10_000)
  }

  /// Writes a sheet's figures under the multi-year file's headings, all in thousands.
  private static func series(
    of sheet: Published.Reading, form: String
  ) throws -> (text: String, lines: Int) {
    let codes = try #require(
      sheet.table.rows.first { $0.fields.contains { $0.hasPrefix("\(form)-") } })
    let columns = codes.fields.indices.filter { codes[$0].hasPrefix("\(form)-") }
    var text = "year_ending,ONS_code,LA_LGF_code,LA_name,status,LA_class,LA_subclass"
    for column in columns { text += "," + codes[column].replacing("-", with: "_") }
    text += "\n"
    var lines = 0
    var done: Set<Int> = []
    for figure in sheet.extract.observations where done.insert(figure.line).inserted {
      let row = try #require(sheet.table.rows.first { $0.line == figure.line })
      let place = try #require(Published.register[figure.place])
      let isEngland = place.kind == .country
      text += "202503,\(place.code),\(isEngland ? "Eng" : place.ecode ?? ""),"
      text += "\"\(place.name)\",\(isEngland ? "total" : "submitted"),,"
      for column in columns { text += ",\"\(row[column])\"" }
      text += "\n"
      lines += 1
    }
    return (text, lines)
  }
}
