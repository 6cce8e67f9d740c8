import Evidence
import Places
import Statistics
import Testing

@testable import Indicators

@Suite("Figures of pay and sick pay")
struct PayFiguresTests {
  private static let figures = PayFigures(
    PayEstimates(
      PayEvidence(
        surveys: ShippedPay.evidence.surveys, terms: ShippedPay.evidence.terms,
        medians: [
          .init(place: "E08000003", year: 2025, value: 589.3, lower: 562.73, upper: 615.87),
          .init(place: "E08000003", year: 2009, value: 400),
          .init(place: "E08000037", year: 2025, value: nil, status: [.unreliable, .notAvailable]),
        ]), register: ShippedCatalogue.register, scenarios: ShippedPay.scenarios))

  private func figure(_ measure: String, _ place: String, _ period: Period) throws -> PayFigure {
    try #require(
      Self.figures.all.first {
        $0.measure == measure && $0.place == place && $0.period == period
      })
  }

  @Test("2026-27 shows a gap of nought, exactly, and says why")
  func abolition() throws {
    for part in ["share", "jobs"] {
      let gap = try figure(
        "sick_pay.below_limit.resident.\(part)", "E08000003", .financialYear(2026))
      #expect(gap.value == 0 && gap.lower == 0 && gap.upper == 0)
      #expect(gap.note.contains("basis law") && gap.note.contains("6 April 2026"))
    }
  }

  @Test("no figure stands without its basis, and none without its range or why it has none")
  func basis() {
    #expect(Self.figures.all.count > 5000)
    for figure in Self.figures.all where figure.value != nil {
      #expect(!figure.note.isEmpty, "\(figure.measure) \(figure.place)")
      let hasRange = figure.lower != nil && figure.upper != nil
      #expect(
        hasRange || figure.note.contains("no standard error is published")
          || figure.note.contains("no range is published"), "\(figure.measure) \(figure.place)")
      if let value = figure.value, let lower = figure.lower, let upper = figure.upper,
        !figure.measure.contains(".loss.")
      {
        #expect(lower <= value && value <= upper, "\(figure.measure) \(figure.place)")
      }
    }
  }

  @Test("what is held against a later rule is estimated, and likely overstated")
  func outOfStep() throws {
    let below = try figure(
      "sick_pay.below_flat_rate.resident.share", "E08000003", .calendarYear(2024))
    #expect(below.status == .estimated && below.note.contains("likely overstated"))
    let limit = try figure("sick_pay.below_limit.resident.share", "E08000003", .calendarYear(2024))
    #expect(limit.status.isEmpty && limit.denominator == 175_000)
    #expect(abs((limit.count ?? 0) - 9953) < 1)
  }

  @Test("sick pay against median pay turns the median's limits round")
  func replacement() throws {
    let rate = try figure("sick_pay.replacement_rate", "E08000003", .financialYear(2025))
    #expect(abs((rate.value ?? 0) - 11875 / 589.3) < 1e-12)
    #expect(abs((rate.lower ?? 0) - 11875 / 615.87) < 1e-12)
    #expect(abs((rate.upper ?? 0) - 11875 / 562.73) < 1e-12)
    let blank = try figure("sick_pay.replacement_rate", "E08000037", .financialYear(2025))
    #expect(blank.value == nil && blank.status == [.unreliable, .notAvailable])
    #expect(!Self.figures.all.contains { $0.period == .financialYear(2009) })
  }

  @Test(
    "Manchester's 10th percentile, £190.98 a week, by hand",
    arguments: [
      // £118.75 is £23.75 a day, two of five days paid: £47.50. £123.25 is £24.65 a day.
      ("week", "before", 190_98 - 47_50), ("week", "after", 190_98 - 123_25),
      // Two of five days are £76.392, rounded up; two days pay nothing before, £49.30 after.
      ("two_days", "before", 76_40), ("two_days", "after", 76_40 - 49_30),
    ])
  func losses(length: String, kind: String, pence: Int) throws {
    let loss = try figure(
      "sick_pay.loss.\(length).p10.\(kind)", "E08000003", .calendarYear(2024))
    #expect(loss.value == Double(pence) && loss.status == .estimated)
    #expect((loss.lower ?? .infinity) * 100 < Double(pence))
  }

  @Test("indicators take values, ranges and notes from the figures")
  func indicators() throws {
    let catalogue = ShippedCatalogue.catalogue
    let wanted = catalogue.indicators.filter { $0.theme == "Work and sick pay" }
    #expect(wanted.count == 23)
    var cube = FigureCube(register: ShippedCatalogue.register)
    Self.figures.keep(in: &cube)
    var own = catalogue
    own.indicators = wanted
    let table = IndicatorRun(
      cube: cube, catalogue: own, register: ShippedCatalogue.register, pay: Self.figures
    ).run()
    let share = try #require(
      table.value("sick_pay_excluded_share", "E08000003", .calendarYear(2024)))
    #expect(share.note.hasPrefix("basis tail") && share.quintile == nil)
    #expect(try #require(share.lower).rounded() == 4 && (share.upper ?? 0).rounded() == 7)
    let loss = try #require(
      table.value("sick_loss_week_p10_before", "E08000003", .calendarYear(2024)))
    #expect(loss.value == 143.48 && (loss.lower ?? 0) < 143.48 && (loss.upper ?? 0) > 143.48)
    let gap = try #require(
      table.value("sick_pay_excluded_jobs", "E47000001", .financialYear(2026)))
    #expect(gap.value == 0 && gap.status.isEmpty)
  }

  @Test("a user's weekly survey of the same year goes before annual pay")
  func weeklyFirst() throws {
    let curve = try PayCurve([.init(10, 30000), .init(20, 40000)])
    let weekly = PaySurvey(
      place: "E08000003", period: .calendarYear(2024), analysis: .resident, span: .weekly,
      curve: curve, jobs: 100)
    let estimates = PayEstimates(
      PayEvidence(
        surveys: ShippedPay.evidence.surveys + [weekly], terms: ShippedPay.evidence.terms),
      register: ShippedCatalogue.register)
    let found = try #require(estimates.estimate("E08000003", .lowerLimit, .resident))
    #expect(found.span == .weekly && found.pay == 12300 && found.jobs == 100)
    #expect(found.ruleYear == .financialYear(2024))
  }
}
