import Evidence
import Statistics
import Testing

@testable import Indicators

@Suite("The ten-year test")
struct TenYearTestTests {
  private func series(_ years: ClosedRange<Int>, from: Double, by step: Double) -> PlanSeries {
    PlanSeries(years.map { .init($0, from + Double($0 - years.lowerBound) * step) })
  }

  private func aim(_ now: Double, _ target: Double, isHigherBetter: Bool = true) -> TenYearTest.Aim
  {
    TenYearTest.Aim(
      now: now, target: target, years: 10, isHigherBetter: isHigherBetter, scale: .points)
  }

  @Test("counts the windows of others that moved as fast as needed")
  func counts() throws {
    // 60 to 80 in ten years is 2 a year. Three of twelve others rose by 2.5 a year.
    let slow = Array(repeating: series(2010...2020, from: 50, by: 1), count: 9)
    let fast = Array(repeating: series(2010...2020, from: 40, by: 2.5), count: 3)
    let own = PlanSeries([.init(2008, 48), .init(2018, 63), .init(2020, 60)])
    let test = TenYearTest(aim(60, 80), own: own, others: slow + fast)
    #expect(test.required == 2)
    #expect(test.window == 10)
    #expect(test.windows == 12 && test.achieved == 3 && test.achievedShare == 25)
    #expect(test.places == 12 && test.placesAchieved == 3)
    #expect(test.best?.change == 1.5 && test.best?.first == 2008)
    #expect(test.chance == nil)
    #expect([1, 3, 5, 10].map { test.milestone($0) } == [62, 66, 70, 80])
  }

  @Test("takes windows that share no years, and none across a break")
  func windows() {
    let long = series(2000...2020, from: 0, by: 1)
    #expect(PastWindow.apart(long, years: 10, .points).map(\.first) == [2010, 2000])
    #expect(PastWindow.apart(long, years: 5, .points).count == 4)
    #expect(PastWindow.every(long, years: 10, .points).count == 11)
    let broken = PlanSeries(long.points, breaks: [2012])
    #expect(PastWindow.apart(broken, years: 5, .points).map(\.first) == [2015, 2006, 2001])
    let pooled = PlanSeries(long.points, pooled: 3)
    #expect(PastWindow.apart(pooled, years: 2, .points).isEmpty)
  }

  @Test("shortens the windows until enough are held, and then says nothing")
  func shortSeries() {
    let others = Array(repeating: series(2017...2020, from: 50, by: 1), count: 12)
    let own = series(2017...2020, from: 50, by: 1)
    #expect(TenYearTest(aim(53, 60), own: own, others: others).window == 3)
    let few = TenYearTest(aim(53, 60), own: own, others: Array(others.prefix(11)))
    #expect(few.windows == 0 && few.achievedShare == nil && few.window == 3)
  }

  @Test("tells rates in per cent a year, compounded, downwards as well")
  func relative() throws {
    // 100 to 50 in ten years: 0.5^(1/10) - 1 = -6.6967%.
    let change = try #require(PastWindow.change(from: 100, to: 50, years: 10, .relative))
    #expect(abs(change + 6.69670) < 0.00001)
    #expect(abs(PastWindow.value(from: 100, change: change, years: 10, .relative) - 50) < 1e-9)
    #expect(PastWindow.change(from: 0, to: 50, years: 10, .relative) == nil)
    let falling = TenYearTest.Aim(
      now: 100, target: 50, years: 10, isHigherBetter: false, scale: .relative)
    let others = Array(
      repeating: PlanSeries([.init(2010, 200), .init(2020, 80)]), count: 12)
    let test = TenYearTest(falling, own: PlanSeries([]), others: others)
    // 200 to 80 is -8.8% a year: faster.
    #expect(test.achieved == 12 && !test.aim.isMet)
    #expect(
      TenYearTest.Aim(
        now: 40, target: 50, years: 10, isHigherBetter: false, scale: .relative
      ).isMet)
  }

  @Test("reads the chance from the two ranges of the projection")
  func chance() throws {
    let point = try #require(
      Projection(ProjectionSeries([10, 11, 10, 11, 10, 11, 10], bounds: .none)).points.last)
    #expect(abs(point.chance(above: point.inner.upper) - 0.1) < 1e-9)
    #expect(abs(point.chance(above: point.inner.lower) - 0.9) < 1e-9)
    #expect(abs(point.chance(above: point.outer.upper) - 0.025) < 1e-9)
    #expect(point.chance(above: point.value) == 0.5)
    #expect(point.chance(above: point.outer.upper * 10) < 0.001)
  }
}
