import Evidence
import Places
import Statistics
import Testing

@testable import Indicators

@Suite("Targets, gradients and series of plans")
struct TargetTests {
  @Test("a target is the best quartile of comparable places, whichever way is better")
  func quartile() throws {
    let others = (1...9).map { QuartileTarget.Other(value: Double($0), deprivation: nil) }
    // Type 7: the third and seventh of nine.
    let high = try #require(QuartileTarget(others, deprivation: 20, isHigherBetter: true))
    #expect(high.value == 7 && high.median == 5 && high.places == 9 && high.adjusted == nil)
    let low = try #require(QuartileTarget(others, deprivation: 20, isHigherBetter: false))
    #expect(low.value == 3)
    #expect(QuartileTarget(Array(others.prefix(7)), deprivation: 20, isHigherBetter: true) == nil)
  }

  @Test("the adjusted target lies on the line of deprivation")
  func adjusted() throws {
    // Value = 2 × deprivation without scatter: the mark of a place at 30 is 60, within bounds.
    let others = (1...12).map {
      QuartileTarget.Other(value: 2 * Double($0), deprivation: Double($0))
    }
    let one = try #require(QuartileTarget(others, deprivation: 30, isHigherBetter: true))
    #expect(abs(try #require(one.adjusted) - 60) < 1e-9)
    let bounded = try #require(
      QuartileTarget(others, deprivation: 80, isHigherBetter: true, bounds: .percentage))
    #expect(bounded.adjusted == 100)
  }

  @Test("a gradient runs from the most deprived to the least, and has an interval only with limits")
  func gradient() throws {
    // Five equal places, ranks 0.1 to 0.9, values falling from 10 to 2: a line of slope -10.
    func steps(_ limits: Double?) -> [CouncilGradient.Step] {
      (0..<5).map { index in
        let value = 10 - 2 * Double(index)
        return .init(
          name: "\(index)", people: 100, deprivation: 50 - Double(index), value: value,
          limits: limits.map { Interval(lower: value - $0, upper: value + $0) })
      }
    }
    let plain = try #require(CouncilGradient(steps(nil).reversed()))
    #expect(abs(plain.slope - 10) < 1e-9 && plain.limits == nil && !plain.isClear)
    #expect(plain.steps.first?.name == "0")
    let sampled = try #require(CouncilGradient(steps(0.5)))
    let limits = try #require(sampled.limits)
    #expect(limits.lower < 10 && limits.upper > 10 && sampled.isClear)
    #expect(CouncilGradient(Array(steps(nil).prefix(4))) == nil)
  }

  @Test("a series keeps one value a year, leaves doubt out and knows its breaks")
  func series() {
    func value(_ start: String, _ months: Int, _ number: Double?, _ status: Status = [])
      -> IndicatorValue
    {
      IndicatorValue(
        place: "",
        period: Period(start: Day(start) ?? Day(year: 2000, firstOfMonth: 1), months: months),
        indicator: "", value: number, status: status)
    }
    let quarters = PlanSeries([
      value("2023-04-01", 3, 1), value("2023-07-01", 3, 9), value("2024-04-01", 3, 2),
    ])
    #expect(quarters.points == [.init(2023, 1), .init(2024, 2)] && quarters.pooled == 1)
    let years = PlanSeries([
      value("2020-04-01", 12, 5), value("2021-04-01", 12, 50, .unreliable),
      value("2022-04-01", 12, nil, .seriesBreak), value("2023-04-01", 12, 6),
    ])
    #expect(years.points.map(\.year) == [2020, 2023] && years.breaks == [2022])
    #expect(years.sinceBreak == [.init(2023, 6)] && !years.isJoined(2020, 2023))
    let pooled = PlanSeries([value("2019-01-01", 36, 5), value("2020-01-01", 36, 6)])
    #expect(pooled.pooled == 3 && pooled.projectable(.none).values.isEmpty)
  }

  @Test("an average has the years that all parts have, and is an estimate")
  func average() {
    let one = PlanSeries([.init(2020, 10), .init(2021, 20)])
    let two = PlanSeries([.init(2021, 40)], breaks: [2021])
    let both = PlanSeries.average([(one, 1), (two, 3)])
    #expect(both.points == [.init(2021, 35)] && both.isEstimated && both.breaks == [2021])
    #expect(PlanSeries.average([]).points.isEmpty)
    let ratio = one.divided(by: two, times: 100)
    #expect(ratio.points == [.init(2021, 50)])
  }

  @Test("an assumption is read for or against the plan, and a place's own goes before")
  func assumptions() {
    let lag = PlanAssumption(
      id: "lag", title: "", value: 3, low: 2, high: 5, unit: "years", favourable: .low, source: "x",
      confidence: .low)
    #expect(PlanScenario.allCases.map { lag.value(in: $0) } == [5, 3, 2])
    let list = PlanAssumptions([lag]).replaced(by: [
      .init(item: "lag", value: 4, source: "y", confidence: .high)
    ])
    #expect(list.value("lag") == 4 && list.value("lag", in: .low) == 4)
    #expect(list["lag"]?.isLocal == true && list["lag"]?.source == "y")
    #expect(list["other"] == nil)
  }
}
