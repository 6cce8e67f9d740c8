import Statistics
import Testing

@testable import Indicators

@Suite("If nothing changes")
struct DoNothingTests {
  @Test("is people times rate times price, and its gap is users and price")
  func product() throws {
    let path = DoNothing(
      people: PlanPath(now: 1000, growth: 0, low: 0, high: 0),
      rate: PlanPath(now: 0.01, growth: 10, low: 10, high: 10),
      cost: PlanPath(now: 100, growth: 5, low: 5, high: 5))
    #expect(path.now.users == 10 && path.now.spending == 1000)
    let second = path.years[1]
    // 10 × 1.1² = 12.1 users at 100 × 1.05² = 110.25.
    #expect(abs(second.users - 12.1) < 1e-9 && abs(second.cost - 110.25) < 1e-9)
    #expect(abs(second.spending - 1334.025) < 1e-9)
    let split = try #require(path.split(2))
    // 2.1 users at the mean price of 105.125; 10.25 at the mean of 11.05 users.
    #expect(abs(split.volume - 220.7625) < 1e-9 && abs(split.price - 113.2625) < 1e-9)
    #expect(abs(split.volume + split.price - (try #require(path.gap(2)))) < 1e-9)
    #expect(path.years.count == 10 && path.years.allSatisfy(\.isScenario))
  }

  @Test("joins ranges as squares on the logarithmic scale")
  func ranges() {
    // Both twice or half: 2^√2 = 2.6651.
    let wide = PlanPath(now: 1, growth: 0, low: -50, high: 100, count: 1)
    let exact = PlanPath(now: 1, growth: 0, low: 0, high: 0, count: 1)
    let one = DoNothing(people: exact, rate: wide, cost: exact).years[0]
    #expect(abs(one.inner.upper - 2) < 1e-9 && abs(one.inner.lower - 0.5) < 1e-9)
    let two = DoNothing(people: exact, rate: wide, cost: wide).years[0]
    #expect(abs(two.inner.upper - 2.66514) < 1e-4 && abs(two.inner.lower - 1 / 2.66514) < 1e-4)
  }

  @Test("takes a place's own years, with a line between them")
  func local() {
    func figure(_ year: Int, _ value: Double) -> LocalPlan.Figure {
      .init(item: "population.children", year: year, value: value, source: "x", confidence: .high)
    }
    let path = PlanPath(
      now: 100, year: 2024, local: [2026: figure(2026, 120), 2020: figure(2020, 1)])
    #expect(path.years.prefix(3).map(\.value) == [110, 120, 120])
    #expect(path.value(0) == 100 && path.value(10) == 120)
    #expect(path.years.allSatisfy { $0.standing == .local })
  }
}
