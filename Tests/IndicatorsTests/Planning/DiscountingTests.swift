import Testing

@testable import Indicators

@Suite("Discounting")
struct DiscountingTests {
  // HM Treasury, The Green Book (2022), table 7: factors at 3.5%.
  @Test("has the factors of the Green Book", arguments: [(1, 0.9662), (5, 0.8420), (10, 0.7089)])
  func factors(year: Int, factor: Double) {
    let rule = Discounting(rate: 3.5, inflation: 2)
    #expect(abs(rule.factor(year) - factor) < 0.00005)
  }

  @Test("values later amounts today and tells them in the prices of their day")
  func values() {
    let rule = Discounting(rate: 10, inflation: 2)
    // 110/1.1 + 121/1.21 = 200.
    #expect(abs(rule.presentValue([110, 121]) - 200) < 1e-9)
    #expect(abs(rule.prices(2) - 1.0404) < 1e-12)
    #expect(Discounting(rate: 0, inflation: 0).presentValue([1, 2, 3]) == 6)
  }
}
