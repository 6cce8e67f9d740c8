import Evidence
import Indicators
import Places
import Testing

@testable import Reporter

@Suite("The outcomes of a place's report")
struct PlaceOutcomesTests {
  typealias Land = InventedStory

  private static let year = Period.financialYear(2024)

  /// Measures on each side of England's, and one that says neither good nor bad.
  private static func story() throws -> InventedStory {
    var story = InventedStory()
    func series(
      _ own: IndicatorValue, _ nation: Double, before: [IndicatorValue] = []
    ) -> [(place: String, values: [IndicatorValue])] {
      [(Land.northam, before + [own]), (Land.england, [.judged(year, nation)])]
    }
    try story.addOutcome(
      "smoking", title: "Adults who smoke",
      series(
        .judged(year, 18.26, 16.04...20.55, compared: "worse", trend: "Decreasing"), 13.61,
        before: [.of(2022, 21), .of(2023, 20)]))
    try story.addOutcome(
      "control", title: "Control over daily life", polarity: .high,
      series(.judged(year, 80.44, 79...82, compared: "better", trend: "Increasing"), 77.1))
    try story.addOutcome(
      "context", unit: "per 10,000", title: "Children in need", polarity: .neutral,
      series(.judged(year, 401.2, 390...412, compared: "higher"), 331))
    try story.addOutcome(
      "claimants", title: "Claimants", outcome: "work", theme: "Work and skills",
      series(.judged(year, 5.3), 4.1, before: [.of(2023, 5.1)]))
    try story.addOutcome(
      "hidden", title: "Convicted",
      series(.judged(year, 3), 2).map { place, values in
        (place, place == Land.northam ? [.of(2024, nil, .confidential)] : values)
      })
    return story
  }

  @Test("say how many measures are better, similar and worse, and head each outcome with it")
  func tally() throws {
    let text = try Self.story().report(Land.northam)
    #expect(
      text.contains(
        "## Outcomes: better than England on 1 measure, similar on none and worse on 1\n"),
      "\(text)")
    #expect(text.contains("### Better health: better than England on 1 measure"))
    #expect(text.contains("### People into work\n"))
    #expect(
      text.contains(
        "- Of 2 outcome measures that can be tested, Northam is better than England on 1 measure, "
          + "similar on none and worse on 1."), "\(text)")
  }

  @Test("stand with their interval beside England's, in words")
  func rows() throws {
    let text = try Self.story().report(Land.northam)
    for row in [
      "| Adults who smoke | 2024-25 | 18.3% (16.0% to 20.6%) | 13.6% | worse | getting better |",
      "| Control over daily life | 2024-25 | 80.4% (79.0% to 82.0%) | 77.1% | better | one year only |",
      "| Children in need, per 10,000 | 2024-25 | 401.2 (390.0 to 412.0) | 331.0 | higher | one year only |",
      "| Claimants | 2024-25 | 5.3% | 4.1% | not tested | not tested |",
    ] {
      #expect(text.contains(row), "\(row)")
    }
  }

  @Test("name the measures that have no figure of the place")
  func missing() throws {
    let text = try Self.story().report(Land.northam)
    #expect(
      text.contains("No figure of Northam from the latest three years is held for: Convicted."))
    #expect(!text.contains("| Convicted |"))
  }

  @Test("of England are not compared with England")
  func nation() throws {
    let text = try Self.story().report(Land.england)
    #expect(text.contains("| Measure | Period | England | Trend |"))
    #expect(!text.contains("Against England"))
  }

  @Test("without any figure say why there is none", arguments: [Land.area, Land.westKeep])
  func absent(code: String) throws {
    let text = try Self.story().report(code)
    let lines = text.split(separator: "\n")
    let heading = try #require(lines.firstIndex(of: "## Outcomes"))
    #expect(lines[heading + 1].hasPrefix("No outcome figures of "))
    if code == Land.area { #expect(lines[heading + 1].contains("never averaged over councils")) }
  }

  @Test(
    "have a direction only where one is known",
    arguments: [
      ("Increasing", Measure.Polarity.high, 5, "getting better"),
      ("Increasing", .low, 5, "getting worse"), ("Decreasing", .low, 5, "getting better"),
      ("Decreasing", .neutral, 5, "falling"), ("Increasing", .neutral, 5, "rising"),
      ("No significant change", .high, 5, "no clear change"),
      ("Cannot be calculated", .high, 5, "not tested"), ("", .high, 3, "not tested"),
      ("better", .low, 5, "getting better"), ("worse", .high, 5, "getting worse"),
      ("increasing", .neutral, 5, "rising"), ("unchanged", .low, 5, "no clear change"),
      ("Increasing", .high, 1, "one year only"),
    ])
  func direction(trend: String, polarity: Measure.Polarity, years: Int, words: String) {
    #expect(OutcomeHeading(trend, polarity, years: years).words.source == words)
  }

  @Test("without a direction say why")
  func reasons() {
    func words(_ note: String, pooled: Bool = false) -> String {
      OutcomeHeading("", .low, years: 3, note: note, isPooled: pooled).words.source
    }
    #expect(words("no trend: one year only") == "too few years")
    #expect(words("no trend: one window only", pooled: true) == "one period only")
    #expect(words("restated; no trend: too few points (3 points of 5)") == "too few years")
    #expect(words("no trend: there is no interval to judge by") == "not tested")
  }

  @Test("leave out a figure that England left behind years ago")
  func stale() throws {
    var story = try Self.story()
    try story.addOutcome(
      "old", title: "Measured once",
      [(Land.northam, [.of(2018, 7)]), (Land.england, [.of(2018, 6), .of(2022, 5)])])
    let text = try story.report(Land.northam)
    #expect(text.contains("is held for: Convicted; Measured once."), "\(text)")
  }

  @Test("end the interval of a share at 0 and 100")
  func ends() throws {
    var story = InventedStory()
    try story.addOutcome(
      "safe", title: "Feel safe", polarity: .high,
      [(Land.northam, [.judged(Self.year, 90.4, 80...100.8, compared: "better")])])
    #expect(
      try story.report(Land.northam)
        .contains("| Feel safe | 2024-25 | 90.4% (80.0% to 100.0%) | – | better |"))
  }
}
