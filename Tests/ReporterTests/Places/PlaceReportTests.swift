import Evidence
import Indicators
import Places
import Testing

@testable import Reporter

@Suite("A place's report")
struct PlaceReportTests {
  typealias Land = InventedStory

  /// Adult care by head with what it needs to be told.
  private static func care(
    northam: [IndicatorValue], millbridge: [IndicatorValue] = [], area: [IndicatorValue] = []
  ) throws -> InventedStory {
    var story = InventedStory()
    let england = [IndicatorValue.of(2011, 400), .of(2014, 380), .of(2024, 430)]
    let series = [
      (Land.northam, northam), (Land.millbridge, millbridge), (Land.area, area),
      (Land.england, england),
    ].filter { !$0.1.isEmpty }
    for id in ["asc_net_head_real", "asc_net_adult", "cen_net_head", "asc_net_adult_real"] {
      try story.add(id, unit: "£ per head", title: "Adult social care: \(id)", series)
    }
    try story.add(
      "asc_share", unit: "%", decimals: 1,
      series.map { ($0.0, $0.1.map { .of($0.period.year, 40, $0.status) }) })
    return story
  }

  @Test("tells the change from two base years, rounded as in its tables")
  func change() throws {
    let text = try Self.care(northam: [.of(2011, 494.4), .of(2014, 419.6), .of(2024, 488.5)])
      .report(Land.northam)
    #expect(
      text.contains(
        "Adult social care cost £489 a head in 2024 to 2025, up from £420 in 2014 to 2015 after "
          + "inflation. In 2011 to 2012 it was £494. England: £430."), "\(text)")
    #expect(
      text.contains(
        "## Adult social care cost £489 a head in 2024 to 2025, up from £420 in 2014 to 2015"))
  }

  @Test("does not tell a change over a break, and marks it")
  func breaks() throws {
    let text = try Self.care(
      northam: [.of(2011, 494), .of(2016, 300, .seriesBreak), .of(2024, 320)]
    ).report(Land.northam)
    #expect(text.contains("up from £300 in 2016 to 2017 after inflation"))
    // Drawn, with its break; never told in a sentence beside what came after.
    let sentences = text.split(separator: "\n").filter { !$0.hasPrefix("![") }
    #expect(!sentences.contains { $0.contains("£494") })
    #expect(text.contains("Break before 2016-17"))
  }

  @Test("of a council that published nothing says which years, and fills in none")
  func silent() throws {
    let text = try Self.care(
      northam: [
        .of(2014, 420), .of(2022, nil, .notAvailable), .of(2023, 430),
        .of(2024, nil, .notAvailable),
      ]
    ).report(Land.northam)
    #expect(
      text.contains("Northam has published no outturn for 2022 to 2023 and 2024 to 2025."))
    #expect(text.contains("cost £430 a head in 2023 to 2024"))
    #expect(text.contains("| 2022 to 2023 | not published |"))
    #expect(text.contains("| 2023 to 2024 | published |"))
    #expect(text.contains("[^x]: Not available"))
  }

  @Test("of a group with a gap names who is missing and how much is covered")
  func partial() throws {
    let blank = IndicatorValue.of(2024, nil, .notAvailable)
    let story = try Self.care(
      northam: [.of(2024, 488)], millbridge: [.of(2014, 1), blank],
      area: [.of(2014, 410), .of(2024, nil, .notAvailable, coverage: 0.604)])
    let text = try story.report(Land.area)
    #expect(
      text.contains("In 2024 to 2025 Mill&#124;bridge &#42;old&#42; published no outturn."),
      "\(text)")
    #expect(text.contains("lower bounds covering 60% of people"))
    #expect(text.contains("| 2024 to 2025 | part of the councils |"))
    #expect(text.contains("Totals of spending by service of the Tees Valley are then lower bounds"))
    #expect(text.hasPrefix("# Tees Valley: what is spent, and on whom\n"))
  }

  @Test("gives of a partial sum of money what is known, as a lower bound")
  func lowerBound() throws {
    var story = try Self.care(northam: [.of(2024, 488)])
    try story.add(
      "money_councils", unit: "£",
      [
        (
          Land.area,
          [.of(2024, nil, .notAvailable, lower: 785_472_000, coverage: 0.61)]
        )
      ])
    try story.add("money_police", unit: "£", [(Land.area, [.of(2024, 12_340_000, .provisional)])])
    try story.add("money_fire", unit: "£", [(Land.area, [.of(2024, nil, .notApplicable)])])
    let text = try story.report(Land.area)
    #expect(text.contains("| Councils | at least £785.5 million |"), "\(text)")
    #expect(text.contains("| Police | £12.3 million \\[p][^p] |"))
    #expect(!text.contains("Fire and rescue |"))
    #expect(text.contains("## Who spends: not every body can be counted"))
  }

  @Test("of a whole sum tells what each body has of every pound")
  func pence() throws {
    var story = try Self.care(northam: [.of(2024, 488)])
    try story.add("money_councils", unit: "£", [(Land.area, [.of(2024, 3_331_500_000)])])
    try story.add("money_combined_authority", unit: "£", [(Land.area, [.of(2024, 862_100_000)])])
    try story.add("money_police", unit: "£", [(Land.area, [.of(2024, 922_600_000)])])
    let text = try story.report(Land.area)
    // analysis.md section 3, row 4: 65p, 17p and 18p.
    #expect(
      text.contains("councils 65p, combined authority 17p and police 18p"), "\(text)")
  }

  @Test("leaves out a service that the council does not run")
  func notApplicable() throws {
    var story = try Self.care(northam: [.of(2024, 488)])
    for id in ["asc_share", "csc_share"] {
      try story.add(
        id, unit: "%", [(Land.westKeep, [.of(2024, nil, .notApplicable)])])
    }
    try story.add(
      "cul_net_head_real", unit: "£ per head", title: "Culture: net",
      [(Land.westKeep, [.of(2014, 30.4), .of(2024, 25.5)])])
    try story.add("cul_share", unit: "%", [(Land.westKeep, [.of(2024, 12.5)])])
    let text = try story.report(Land.westKeep)
    #expect(!text.contains("Adult social care cost"))
    #expect(!text.contains("| Adult social care |"))
    #expect(text.contains("are run by the county council here"))
    #expect(text.contains("cost £26 a head in 2024 to 2025, down from £30"))
  }

  @Test("is the same, byte for byte, however often it is written")
  func deterministic() throws {
    let story = try Self.care(
      northam: [.of(2011, 494), .of(2014, 420), .of(2024, 488, .provisional)],
      area: [.of(2014, 410), .of(2024, 420)])
    for code in [Land.northam, Land.area, Land.england] {
      let place = try #require(Land.register[code])
      let first = PlaceReport(story.context, place).files()
      for _ in 0..<3 {
        let again = PlaceReport(story.context, place).files()
        #expect(again.map(\.path) == first.map(\.path))
        #expect(again.map(\.bytes) == first.map(\.bytes))
      }
      #expect(Set(first.map(\.path)).count == first.count)
      #expect(first.allSatisfy { !$0.bytes.contains(0x0D) && $0.bytes.last == 0x0A })
    }
  }

  @Test("without a single figure still says what is missing and falls over nothing")
  func empty() throws {
    let text = try InventedStory().report(Land.keepshire)
    #expect(text.hasPrefix("# Keepshire"))
    #expect(text.contains("> **Warning:**"))
    let keepshire = try #require(Land.register[Land.keepshire])
    #expect(!PlaceReport.hasFigures(InventedStory().context, keepshire))
  }

  @Test("has every value of the place in its table of values")
  func values() throws {
    let story = try Self.care(northam: [.of(2014, 420), .of(2024, nil, .notAvailable)])
    let place = try #require(Land.register[Land.northam])
    let file = try #require(
      PlaceReport(story.context, place).files().first { $0.path == "indicators.csv" })
    let all = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    // Below them stand the rows of England that the report quotes, and no others.
    let lines = all.filter { !$0.hasPrefix("E92000001,") }
    #expect(lines.count == 1 + 5 * 2 && all.prefix(lines.count) == lines[...])
    #expect(
      lines[0].hasPrefix(
        "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status"))
    #expect(lines[1].hasPrefix("E06000901,Northam,unitary,asc_net_head_real,2014-04-01/P1Y,420,"))
    #expect(lines[2].contains(",2024-04-01/P1Y,,") && lines[2].contains(",x,"))
  }
}
