import Evidence
import Indicators
import Places
import TestSupport
import Testing

@testable import Reporter

@Suite("Sections of a place's report")
struct PlaceSectionTests {
  typealias Land = InventedStory

  private static let year = Period.financialYear(2024)

  private static func both(
    _ own: Double, _ nation: Double
  ) -> [(place: String, values: [IndicatorValue])] {
    [(Land.northam, [.judged(year, own)]), (Land.england, [.judged(year, nation)])]
  }

  /// The lines of a section below its heading.
  private static func section(_ text: String, _ start: String) -> [Substring] {
    let lines = text.split(separator: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix("## \(start)") }) else { return [] }
    return Array(lines[(first + 1)...].prefix { !$0.hasPrefix("## ") })
  }

  @Test("tell the gap between pupils from the two numbers printed")
  func fairness() throws {
    var story = InventedStory()
    try story.addOutcome(
      "persistent_absence_fsm", title: "Absence, free meals", Self.both(26.04, 31.96))
    try story.addOutcome("persistent_absence", title: "Absence", Self.both(18.86, 18.44))
    let text = try story.report(Land.northam)
    let lines = Self.section(
      text,
      "26.0% of pupils on free school meals in Northam were persistently absent, against 32.0% of "
        + "such pupils in England")
    // 26.0 less 18.9 and 32.0 less 18.4: what a reader works out, not 7.18 and 13.52.
    #expect(
      lines.contains { $0.hasSuffix("| 2024-25 | 26.0% | 18.9% | +7.1 | +13.6 |") }, "\(lines)")
  }

  @Test("give the capacity of staff beside England's and say what is not held")
  func capacity() throws {
    var story = InventedStory()
    try story.addOutcome(
      "social_worker_vacancies", title: "Vacant posts", theme: "Capacity", Self.both(11.7, 14.2))
    let lines = Self.section(
      try story.report(Land.northam),
      "Resilience and capacity: 11.7% of children’s social worker posts were vacant, against 14.2% "
        + "in England")
    #expect(lines.contains { $0.hasPrefix("| Vacant posts | 2024-25 | 11.7% | – | – | 14.2% |") })
    #expect(lines.last?.hasPrefix("Not held: staff numbers") ?? false)
  }

  @Test("sum up resilience in findings, each with its number or with why it cannot be told")
  func resilience() throws {
    var story = InventedStory()
    let years = [Period.financialYear(2016), Self.year]
    let shares = [
      "csc": [20.04, 25.02], "asc": [30, 35.01], "hou": [5, 6], "cul": [10, 8], "env": [15, 12],
      "plan": [5, 4.04], "trans": [10, 6.04],
    ]
    for (key, values) in shares.sorted(by: { $0.key < $1.key }) {
      try story.add(
        "\(key)_share", unit: "%", decimals: 1,
        [(Land.northam, zip(years, values).map { .judged($0, $1) })])
    }
    try story.add(
      "csc_change_from_2014", unit: "%", decimals: 1, [(Land.northam, [.judged(Self.year, 31.6)])])
    try story.add(
      "trans_change_from_2014", unit: "%", decimals: 1, [(Land.northam, [.judged(Self.year, -40)])])
    let lines = Self.section(
      try story.report(Land.northam), "Resilience and capacity: two services took 60.0%")
    // 25.0 and 35.0, 8.0 + 12.0 + 4.0 + 6.0: what a reader adds up.
    for start in [
      "- **Long-run change.** After inflation, per resident, 1 of 2 services cost more in 2024 to "
        + "2025 than in 2014 to 2015: from +31.6% for children’s social care to −40.0% for highways and transport.",
      "- **Universal against crisis services.** Universal services took 30.0% of service spending in "
        + "2024 to 2025, down from 40.0% in 2016 to 2017; services that answer need 66.0%, up from "
        + "55.0% in 2016 to 2017.",
      "- **Concentration.** The two largest services together took 60.0%, up from 50.0% in 2016 to 2017: "
        + "less is left to move when need rises.",
      "- **Dependence on fees** cannot be told: no figure is held.",
      "- **Provided by others** cannot be told: no figure is held (who provides is held to 2013 to "
        + "2014 only).",
    ] {
      #expect(lines.contains { $0.hasPrefix(start) }, "\(start)\n\(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("| Highways and transport | – | −40.0% |") })
    #expect(
      lines.contains {
        $0.hasPrefix("| The two largest services together | 2024-25 | 60.0% | 50.0%")
      })
  }

  @Test("set a place beside those that the reader named, with what they have together")
  func beside() throws {
    var story = InventedStory()
    func counted(_ value: Double, _ count: Double, _ all: Double) -> IndicatorValue {
      var made = IndicatorValue.judged(Self.year, value, (value - 2)...(value + 2))
      (made.count, made.denominator) = (count, all)
      return made
    }
    try story.add(
      "early_help_share_long", unit: "%", decimals: 1, title: "Early help",
      [
        (Land.northam, [counted(30, 30, 100)]), (Land.millbridge, [counted(20, 40, 200)]),
        (Land.keepshire, [counted(25, 50, 200)]), (Land.england, [counted(24, 240, 1000)]),
      ])
    try story.add(
      "csc_net_child_real", unit: "£ per child", decimals: 0, title: "Children",
      [(Land.northam, [.judged(Self.year, 900)]), (Land.keepshire, [.judged(Self.year, 700)])])
    let place = try #require(Land.register[Land.northam])
    let others = try [Land.millbridge, Land.keepshire].map { try #require(Land.register[$0]) }
    let group = PlaceGroup(code: "some", name: "Some", kind: "comparison", note: "Two of them")
    var context = story.context
    context.further = ComparisonChoice(place, beside: others, groups: [group])
    let file = try #require(
      PlaceReport(context, place).files().first { $0.path == "report.md" })
    let text = RowNotes.removed(from: String(decoding: file.bytes, as: UTF8.self))
    let lines = Self.section(text, "Beside Keepshire and Mill")
    #expect(lines.contains { $0 == "Some: Two of them." }, "\(lines)")
    // 40 and 50 of 200 each: 90 of 400 are 22.5%.
    #expect(
      lines.contains {
        $0.hasPrefix(
          "- **Early help** in 2024 to 2025: 30.0% in Northam, 22.5% in the others together")
      }, "\(lines)")
    #expect(
      lines.contains {
        $0.hasPrefix("- **Children** in 2024 to 2025: £900 in Northam, £700 in the one other")
      }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("| **Northam** |") && $0.contains("30.0%") })
    #expect(lines.contains { $0.hasPrefix("| England |") && $0.contains("24.0%") })
    let without = try story.report(Land.northam)
    #expect(!without.contains("## Beside"))
  }

  @Test("tell who lives near a library and who has company")
  func connection() throws {
    var story = InventedStory()
    try story.addOutcome(
      "library_walk", title: "Walk to a library", theme: "Connection", polarity: .high,
      Self.both(96, 80))
    try story.addOutcome(
      "social_contact_users", title: "Social contact", theme: "Adults: outcomes", polarity: .high,
      Self.both(44.5, 45.6))
    let lines = Self.section(
      try story.report(Land.northam),
      "96.0% of residents of Northam live within a 30-minute walk of a library")
    #expect(lines.filter { $0.hasPrefix("| Walk to") || $0.hasPrefix("| Social") }.count == 2)
  }

  @Test("count households in temporary accommodation on two days, and price none")
  func homelessness() throws {
    var story = InventedStory()
    func day(_ iso: String, _ count: Double) throws -> IndicatorValue {
      let period = try #require(Period(iso: iso))
      return IndicatorValue(
        place: "", period: period, indicator: "", value: count / 100, count: count)
    }
    let days = ["2020-03-31/P0D", "2024-12-31/P0D", "2025-03-31/P0D"]
    let own = try zip(days, [410.0, 700, 1204]).map { try day($0, $1) }
    try story.addOutcome(
      "temporary_accommodation", unit: "per 1,000 households", title: "Households in it",
      theme: "Homelessness", [(Land.westKeep, own), (Land.england, [try day(days[2], 131_140)])])
    try story.add("csc_share", unit: "%", [(Land.westKeep, [.of(2024, nil, .notApplicable)])])
    let text = try story.report(Land.westKeep)
    let lines = Self.section(
      text,
      "West Keep had 1,204 households in temporary accommodation on 31 March 2025, up from 410 on "
        + "31 March 2020")
    #expect(
      lines.contains(
        "| Households in temporary accommodation, number | 410 | 1,204 | 131,140 |"), "\(lines)")
    #expect(lines.last?.contains("costs is not held") ?? false)
  }

  @Test(
    "stand in every report, none of them empty",
    arguments: [
      Land.northam, Land.keepshire, Land.westKeep, Land.area, Land.england,
    ])
  func present(code: String) throws {
    let text = try InventedStory().report(code)
    for start in [
      "What drives the cost of crisis", "Outcomes", "Fairness", "Resilience and capacity",
      "Connection",
    ] {
      #expect(!Self.section(text, start).isEmpty, "\(start)")
    }
  }

  @Test("tell only the changes of definition of what the report shows")
  func breaks() throws {
    var story = InventedStory()
    // The formula of an invented indicator is `m`.
    story.breaks = SeriesBreaks([
      .init(measure: "m", period: Self.year, reason: "Counted anew"),
      .init(measure: "other.*", period: Self.year, reason: "Not shown here"),
    ])
    try story.addOutcome("smoking", title: "Adults who smoke", Self.both(18, 14))
    let text = try story.report(Land.northam)
    #expect(text.contains("- Adults who smoke, 2024 to 2025: Counted anew."), "\(text)")
    #expect(!text.contains("Not shown here"))
  }

  @Test("name a figure that is marked as unreliable")
  func doubts() throws {
    var story = InventedStory()
    try story.addOutcome(
      "smoking", title: "Adults who smoke",
      [(Land.northam, [.of(2023, 17), .of(2024, 40, .unreliable)])])
    let text = try story.report(Land.northam)
    #expect(
      text.contains("- Adults who smoke, 2024 to 2025: 40.0% \\[u]. It is left out of comparisons"),
      "\(text)")
  }

  @Test("say no neighbourhood where none is, in one way in heading and sentence")
  func poorest() throws {
    var story = InventedStory()
    try story.add("poorest_tenth", unit: "%", decimals: 1, [(Land.westKeep, [.of(2019, 0)])])
    let text = try story.report(Land.westKeep)
    let sentence = "No neighbourhood in West Keep was among the poorest tenth in England"
    #expect(text.contains("## " + sentence + "\n") && text.contains("\n" + sentence + ", by"))
  }

  @Test("name the figures of the place that do not agree in the publisher's file")
  func checks() throws {
    var story = InventedStory()
    story.checks = [
      "2 figures stand twice",
      "E06000901 2024-03-31/P0D ta1.area: 2414.0 against 2413.5 from 3 councils (line 9)",
      "E08000901 2024-25 other: 1 against 2",
    ]
    let text = try story.report(Land.northam)
    #expect(
      text.contains(
        "- ta1.area, 31 March 2024: the publisher’s file does not agree with itself: 2,414 against "
          + "2,413.5 from 3 councils (line 9)."), "\(text)")
    #expect(!text.contains("stand twice") && !text.contains("1 against 2"))
  }
}
