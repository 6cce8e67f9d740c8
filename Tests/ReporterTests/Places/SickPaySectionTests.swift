import Evidence
import Indicators
import Places
import Statistics
import Testing

@testable import Reporter

/// Pay of places that do not exist; rules and scenarios are those of 2023-24, 2025-26 and 2026-27.
@Suite("The section on work and sick pay")
struct SickPaySectionTests {
  typealias Land = InventedStory

  private static func rule(
    _ rate: Int, limit: Int? = nil, share: Int? = nil, waiting: Int = 0, shortest: Int = 1
  ) throws -> SickPayRule {
    try SickPayRule(
      weeklyRate: rate, lowerLimit: limit, shareOfEarnings: share, waitingDays: waiting,
      shortestAbsence: shortest)
  }

  private static func scenarios() throws -> [SickPayScenario] {
    [
      SickPayScenario(
        id: "old", title: "The old law", kind: .before,
        rule: try rule(11875, limit: 12500, waiting: 3, shortest: 4), note: "Not for all",
        source: "https://example.org/old"),
      SickPayScenario(
        id: "old_now", title: "The old law now", kind: .uprated,
        rule: try rule(12325, limit: 12900, waiting: 3, shortest: 4)),
      SickPayScenario(
        id: "new", title: "The new law", kind: .after, rule: try rule(12325, share: 80)),
    ]
  }

  private static let terms: [Int: SickPayTerms] = [
    2023: .init(weeklyRate: 10940, lowerLimit: 12300, limitIsTest: true, waitingDays: 3),
    2025: .init(weeklyRate: 11875, lowerLimit: 12500, limitIsTest: true, waitingDays: 3),
    2026: .init(
      weeklyRate: 12325, lowerLimit: 12900, limitIsTest: false, waitingDays: 0,
      shareOfEarnings: 80),
  ]

  private static func survey(
    _ place: String, _ points: [(Double, Double)], jobs: Double? = 100_000, cv: Double? = 0.1
  ) throws -> PaySurvey {
    PaySurvey(
      place: place, period: .calendarYear(2024), analysis: .resident, span: .annual,
      curve: points.isEmpty
        ? nil
        : try PayCurve(
          points.map { PayCurve.Point($0.0, $0.1 * 100, relativeError: cv) }),
      jobs: jobs, jobsError: 0.05)
  }

  private static func files(
    _ surveys: [PaySurvey], of code: String = Land.northam
  ) throws -> [ReportFile] {
    let scenarios = try scenarios()
    let pay = PayEstimates(
      PayEvidence(surveys: surveys, terms: terms), register: Land.register, scenarios: scenarios)
    let context = ReportContext(
      catalogue: Catalogue(scenarios: scenarios), register: Land.register,
      table: IndicatorTable(), sources: [], version: "9.9.9", pay: pay)
    let place = try #require(Land.register[code])
    return PlaceReport(context, place).files()
  }

  private static func report(_ files: [ReportFile]) throws -> String {
    String(decoding: try #require(files.first { $0.path == "report.md" }).bytes, as: UTF8.self)
  }

  /// The 10th percentile at £9,931 and the 20th at £17,049 a year give 5.69% below £6,396.
  private static func northam() throws -> PaySurvey {
    try survey(Land.northam, [(10, 9931), (20, 17049), (50, 28483)], cv: 0.091)
  }

  @Test("states the finding with its range, says jobs, basis and the gap of nought in 2026-27")
  func finding() throws {
    let text = try Self.report(Self.files([Self.northam()]))
    #expect(
      text.contains(
        "## Before April 2026 about 6% of residents’ jobs paid too little for sick pay (likely 4% to 7%)"
      ))
    #expect(text.contains("These are jobs, not people."))
    #expect(text.contains("£6,396 a year, the limit of 2023 to 2024"))
    #expect(text.contains("tail; range is 95% sampling error"))
    #expect(text.contains("For 2026 to 2027 the gap is nought: since 6 April 2026"))
    #expect(text.contains("likely overstated"))
    #expect(text.contains("5.7% | 4.4% to 7.0% | 5,700 |"))
  }

  @Test("shows what each scenario pays by percentile, who gains and who loses")
  func scenarios() throws {
    let text = try Self.report(Self.files([Self.northam()]))
    // £9,931 over 52 weeks is £190.98; 40% of it, rounded up, less two days of £24.65.
    #expect(text.contains("£190.98 at the 10th percentile"))
    #expect(text.contains("| The new law | 5,700 (4,300 to 7,100) | £123.25 | £123.25 | £123.25 |"))
    // The 95% range of that pay, at a relative error of 9.1%: £156.92 to £225.04.
    #expect(
      text.contains("| Two days’ illness | The new law | £27.10 (£13.47 to £40.72; 14% of a week)"))
    #expect(
      text.contains(
        "| One week’s illness | The old law | £143.48 (£109.42 to £177.54; 75% of a week)"))
    #expect(text.contains("a £130 job is worse off in total only from its 20th day"))
    #expect(text.contains("between £129 and £154.06 a week"))
    #expect(text.contains("[source](https://example.org/old)"))
  }

  @Test("draws where the limit cuts the curve, and hands a plan its numbers")
  func files() throws {
    let files = try Self.files([Self.northam()])
    let figure = try #require(files.first { $0.path == "figures/sick-pay-curve.svg" })
    let drawing = String(decoding: figure.bytes, as: UTF8.self)
    #expect(drawing.contains("Lower earnings limit £123: 5.7% (4.4% to 7.0%)"))
    let inputs = try #require(files.first { $0.path == "sick-pay.csv" })
    let lines = String(decoding: inputs.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1 + 3 * 3 && lines[0].hasPrefix("areacd,areanm,scenario"))
    #expect(lines[7].contains(",10,190.98,156.92,225.04,123.25,67.73,27.1,e,2024"))
  }

  @Test("a council without percentiles borrows, is marked, and shows no pay that is not known")
  func borrowed() throws {
    let surveys = [try Self.northam(), try Self.survey(Land.millbridge, [], jobs: nil)]
    let files = try Self.files(surveys, of: Land.millbridge)
    let text = try Self.report(files)
    #expect(text.contains("this is the share of the region’s other councils"))
    #expect(text.contains("5.7% \\[e]") && text.contains("not published | borrowed"))
    #expect(text.contains("No percentile of pay is published"))
    #expect(!files.contains { $0.path == "figures/sick-pay-curve.svg" })
  }

  @Test("a combined authority is the sum of its councils, and all of its curve is estimated")
  func pooled() throws {
    let surveys = [
      try Self.northam(),
      try Self.survey(Land.millbridge, [(10, 12000), (20, 18000), (50, 30000)]),
    ]
    let text = try Self.report(Self.files(surveys, of: Land.area))
    #expect(text.contains("It is the sum of its councils"))
    #expect(text.contains("worked out from its councils’ published percentiles"))
  }

  @Test("a place of which no pay is held is told why nothing can be said")
  func absent() throws {
    let text = try Self.report(Self.files([]))
    #expect(
      text.contains(
        "Nothing can be said of sick pay in Northam: no percentile of pay that a share of jobs"))
    #expect(!text.contains("jobs paid too little"))
  }
}
