import Testing

@testable import Statistics

@Suite("What every interval must do")
struct IntervalPropertyTests {
  static let confidences = [0.9, 0.95, 0.98, 0.99, 0.998, 0.999]

  /// Counts and denominators of every size, with the edges.
  static let cases: [(Double, Double)] = {
    var random = SeededRandom(seed: 3)
    var cases: [(Double, Double)] = [(0, 1), (1, 1), (0, 1e9), (1e9, 1e9), (9, 10), (10, 10)]
    for _ in 0..<120 {
      let n = (1 + pow10(random.nextUnit() * 6)).rounded()
      cases.append(((n * random.nextUnit()).rounded(.down), n))
    }
    return cases
  }()

  private static func pow10(_ x: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(x * 10) { value *= 1.2589254117941673 }
    return value
  }

  @Test("an interval holds its estimate and widens with confidence")
  func containment() throws {
    for (x, n) in Self.cases {
      var last: [Interval] = []
      for level in Self.confidences {
        let confidence = try Confidence(indicator: level)
        let wilson = try WilsonScore(confidence: confidence).estimate(count: x, of: n)
        let rate = try CrudeRate(confidence: confidence).estimate(count: x, denominator: n)
        let exact = try ClopperPearson.limits(count: x, of: n, confidence: confidence)
        let intervals = [try #require(wilson.interval), try #require(rate.interval), exact]
        for (value, interval) in zip([wilson.value, rate.value, x / n], intervals) {
          let value = try #require(value)
          #expect(interval.lower <= value * (1 + 1e-12) && interval.upper >= value * (1 - 1e-12))
          #expect(interval.lower >= 0)
        }
        #expect(intervals[0].upper <= 1 && intervals[2].upper <= 1)
        for (now, before) in zip(intervals, last) {
          #expect(now.lower <= before.lower && now.upper >= before.upper)
        }
        last = intervals
      }
    }
  }

  @Test("limits rise with the count")
  func monotone() throws {
    let wilson = WilsonScore()
    let limits = CountLimits()
    var last = (wilson: Interval(lower: -1, upper: -1), count: Interval(lower: -1, upper: -1))
    for x in 0...200 {
      let share = try #require(try wilson.estimate(count: Double(x), of: 200).interval)
      let (count, method) = try limits.limits(of: Double(x))
      #expect(share.lower >= last.wilson.lower && share.upper >= last.wilson.upper)
      #expect(count.lower >= last.count.lower && count.upper > last.count.upper)
      #expect(method == (x < 10 ? .exact : .byar))
      last = (share, count)
    }
  }

  @Test("a rate scales with its base and against its population")
  func scales() throws {
    for (x, n) in Self.cases {
      let one = try CrudeRate(multiplier: 1000).estimate(count: x, denominator: n)
      let two = try CrudeRate(multiplier: 100_000).estimate(count: x, denominator: 100 * n)
      #expect(near(one.value, two.value, 1e-14) && near(one.upper, two.upper, 1e-14))
      let share = try WilsonScore().estimate(count: x, of: n)
      let percent = try WilsonScore(multiplier: 100).estimate(count: x, of: n)
      #expect(near((share.lower ?? 0) * 100, percent.lower, 1e-14))
    }
  }

  @Test("counting the others turns a proportion round")
  func complement() throws {
    for (x, n) in Self.cases {
      let one = try #require(try WilsonScore().estimate(count: x, of: n).interval)
      let other = try #require(try WilsonScore().estimate(count: n - x, of: n).interval)
      #expect(abs(one.lower - (1 - other.upper)) < 1e-14)
      #expect(abs(one.upper - (1 - other.lower)) < 1e-14)
    }
  }

  @Test("a difference and a ratio turn round with their order")
  func exchange() throws {
    let one = try ProportionDifference(30, of: 100, with: 45, of: 90)
    let other = try ProportionDifference(45, of: 90, with: 30, of: 100)
    #expect(near(one.estimate.lower, (other.estimate.upper ?? 0) * -1))
    #expect(near(one.fisher, other.fisher, 1e-10) && near(one.pValue, other.pValue))
    let ratio = try RateRatio(30, in: 1000, to: 45, in: 900)
    let inverse = try RateRatio(45, in: 900, to: 30, in: 1000)
    #expect(near(ratio.exact.lower, 1 / inverse.exact.upper, 1e-10))
    #expect(near(ratio.estimate.upper, 1 / (inverse.estimate.lower ?? 1)))
    #expect(near(ratio.pValue, inverse.pValue, 1e-10))
  }

  @Test("weighted counts stand between whole ones")
  func weighted() throws {
    let limits = CountLimits()
    for x in stride(from: 0.0, to: 12, by: 0.25) {
      let here = try limits.limits(of: x).0
      let next = try limits.limits(of: x + 0.25).0
      // At the switch from exact to Byar the upper limit steps down by less than one percent.
      #expect(here.lower <= next.lower * 1.01 && here.upper <= next.upper * 1.01)
    }
  }

  @Test("limits at confidence 1 hold everything")
  func certainty() throws {
    let all = try Confidence(indicator: 100)
    #expect(try WilsonScore(confidence: all).estimate(count: 3, of: 9).interval?.upper == 1)
    let rate = try CrudeRate(confidence: all, multiplier: 1).estimate(count: 30, denominator: 9)
    #expect(rate.lower == 0 && rate.upper == .infinity)
  }
}
