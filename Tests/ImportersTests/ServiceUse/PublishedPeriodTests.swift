import Evidence
import Testing

@testable import Importers

@Suite("Periods as publishers spell them")
struct PublishedPeriodTests {
  /// Spellings met in published files of service use, with the start and the length they mean.
  static let spellings: [(text: String, iso: String)] = [
    ("2019/20", "2019-04-01/P1Y"), ("2019-20", "2019-04-01/P1Y"),
    ("2019 to 2020", "2019-04-01/P1Y"),
    ("2023/2024", "2023-04-01/P1Y"), ("2019-20 (OT)", "2019-04-01/P1Y"),
    ("201920", "2019-04-01/P1Y"), ("2023-04-01/P1Y", "2023-04-01/P1Y"),
    ("1999-00", "1999-04-01/P1Y"),
    ("2019", "2019-01-01/P1Y"), ("2019 (Rev)", "2019-01-01/P1Y"),
    ("2020 (Final)", "2020-01-01/P1Y"), ("2025 (prov)", "2025-01-01/P1Y"),
    ("2022.0", "2022-01-01/P1Y"), ("20100000", "2010-01-01/P1Y"),
    ("2017 - 19", "2017-01-01/P3Y"), ("2017-19", "2017-01-01/P3Y"),
    ("2017/18-19/20", "2017-04-01/P3Y"), ("2017/18 - 19/20", "2017-04-01/P3Y"),
    ("2014-04-01/P3Y", "2014-04-01/P3Y"), ("2019-01-01/P5Y", "2019-01-01/P5Y"),
    ("2021/22 Q1", "2021-04-01/P3M"), ("2021/22 Q4", "2022-01-01/P3M"),
    ("2025Q2", "2025-07-01/P3M"), ("202512", "2025-10-01/P3M"),
    ("2021/22 Q1 - 2022/23 Q1", "2021-04-01/P15M"), ("2023-04-01/P1M", "2023-04-01/P1M"),
    ("April 2025", "2025-04-01/P1M"), ("July to September 2018", "2018-07-01/P3M"),
    ("October to March 2020", "2019-10-01/P6M"), ("30th June 2019", "2019-06-30/P0D"),
    ("2024-05-15", "2024-05-15/P0D"), ("2019 Week 29", "2019-07-15/P0D"),
    ("2021 week 1", "2021-01-04/P0D"),
  ]

  @Test("a spelling gives a start and a length", arguments: spellings)
  func spelling(_ text: String, _ iso: String) {
    #expect(PublishedPeriod(text)?.period.iso == iso)
  }

  @Test("an academic year begins in September", arguments: ["2018/19", "201819", "2018-19"])
  func academic(_ text: String) {
    #expect(PublishedPeriod(text, year: .academic)?.period.iso == "2018-09-01/P1Y")
  }

  @Test("pooled and cumulative periods are told from single ones")
  func spans() {
    #expect(PublishedPeriod("2017 - 19")?.span == .pooled)
    #expect(PublishedPeriod("2017/18-19/20")?.span == .pooled)
    #expect(PublishedPeriod("2019-01-01/P5Y")?.span == .pooled)
    #expect(PublishedPeriod("2021/22 Q1 - 2022/23 Q1")?.span == .cumulative)
    #expect(PublishedPeriod("2021/22 Q1")?.span == .single)
  }

  @Test("words in brackets say how final a figure is")
  func statuses() {
    #expect(PublishedPeriod("2025 (prov)")?.status == .provisional)
    #expect(PublishedPeriod("2019 (Rev)")?.status == .revised)
    #expect(PublishedPeriod("2020 (Final)")?.status == [])
  }

  @Test(
    "what is no period is refused",
    arguments: [
      "", "n/a", "20", "2019-13-01", "2019/21/23", "Q1", "201899", "2021/23 Q1", "2019 Week 60",
    ])
  func refused(_ text: String) {
    #expect(PublishedPeriod(text) == nil)
  }

  @Test(
    "periods of the Department for Education go by their kind",
    arguments: [
      ("2025", "Reporting year", "2024-04-01/P1Y"), ("2025", "Calendar year", "2025-01-01/P1Y"),
      ("202324", "Academic year", "2023-09-01/P1Y"), ("202324", "Financial year", "2023-04-01/P1Y"),
      ("202324", "Autumn term", "2023-09-01/P4M"), ("202324", "Spring term", "2024-01-01/P3M"),
      ("202324", "Autumn and spring term", "2023-09-01/P7M"), ("2024", "Week 2", "2024-01-08/P0D"),
      ("2024", "April", "2024-04-01/P1M"),
    ])
  func education(_ number: String, _ kind: String, _ iso: String) {
    #expect(DfEPeriod.period(number, kind)?.iso == iso)
  }
}
