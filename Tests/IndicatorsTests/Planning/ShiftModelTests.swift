import Testing

@testable import Indicators

/// A shift worked by hand: £100 of prevention becomes £200 in ten steps of £10, care falls after
/// two years, half of what is avoided leaves a budget, claims are cut by a fifth, and each new £1
/// costs 10p once.
@Suite("The shift model")
struct ShiftModelTests {
  private func model(effect: Double? = nil, lag: Int = 2, rate: Double = 0) -> ShiftModel {
    ShiftModel(
      ShiftModel.Terms(
        prevention: 100, target: 200, lag: lag, effect: effect, optimism: 0.2, cashable: 0.5,
        setUp: 0.1, discounting: Discounting(rate: rate, inflation: 0)))
  }

  @Test("grows in equal steps, with both services paid until the first takes effect")
  func doubleRunning() {
    let years = model().years
    #expect(years.map(\.extra) == [10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    #expect(years.map(\.mature) == [0, 0, 10, 20, 30, 40, 50, 60, 70, 80])
    #expect(years.map(\.doubleRunning) == [10, 20] + Array(repeating: 20, count: 8))
    #expect(years.map(\.cost) == [11, 21, 31, 41, 51, 61, 71, 81, 91, 101])
    #expect(
      years.map(\.isFirm) == Array(repeating: true, count: 5) + Array(repeating: false, count: 5))
    #expect(years.allSatisfy { $0.avoided == nil && $0.net == nil })
  }

  @Test("breaks even where what is avoided pays for the cost")
  func breakEven() throws {
    // Cost 560, matured £360-years: 560/360, and twice that when half leaves budgets.
    let plain = model()
    #expect(plain.presentCost == 560)
    #expect(abs(try #require(plain.breakEven(onlyCashable: false)) - 560.0 / 360) < 1e-9)
    #expect(abs(try #require(plain.breakEven(onlyCashable: true)) - 560.0 / 180) < 1e-9)
    // Σ(10t+1)/1.035^t = 442.1733…, Σ10(t-2)/1.035^t = 277.1864… (50-digit arithmetic).
    let late = model(rate: 3.5)
    let ratio = late.presentCost / (try #require(late.breakEven(onlyCashable: false)))
    #expect(abs(late.presentCost - 442.17328297) < 1e-6)
    #expect(abs(ratio - 277.18640695) < 1e-6)
    // A claim is cut by a fifth: 2 has to be claimed as 2.5.
    #expect(plain.claim(for: 2) == 2.5)
    #expect(model(lag: 10).breakEven(onlyCashable: true) == nil)
  }

  @Test("pays back in the year by whose end as much left budgets as was spent")
  func payback() throws {
    // Claimed £5, believed £4, £2 leave a budget: net 11, 21, 11, 1, -9, -19, -29, …;
    // summed 11, 32, 43, 44, 35, 16, -13: year 7.
    let good = model(effect: 5)
    #expect(good.years.map(\.avoided) == [0, 0, 40, 80, 120, 160, 200, 240, 280, 320])
    #expect(good.years.map(\.released) == [0, 0, 20, 40, 60, 80, 100, 120, 140, 160])
    #expect(good.years.map(\.net) == [11, 21, 11, 1, -9, -19, -29, -39, -49, -59])
    #expect(good.paybackYear == 7)
    #expect(abs(try #require(good.presentNet) - (560 - 720)) < 1e-9)
    #expect(model(effect: 1).paybackYear == nil)
  }

  @Test("has the cost of all years at the break-even effect, whatever the rate")
  func consistency() throws {
    for rate in [0, 3.5, 8] {
      let need = try #require(model(rate: rate).breakEven(onlyCashable: true))
      let claim = try #require(model(rate: rate).claim(for: need))
      #expect(abs(try #require(model(effect: claim, rate: rate).presentNet)) < 1e-9)
    }
  }
}
