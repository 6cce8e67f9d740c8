import Testing

@testable import Statistics

/// Expected shares: the research note on sick pay, section 4, worked there from the same points.
@Suite("The share of jobs below a pay")
struct PayCurveTests {
  private static func curve(_ points: (Double, Double)..., cv: Double? = nil) throws -> PayCurve {
    try PayCurve(points.map { PayCurve.Point($0.0, $0.1, relativeError: cv) })
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  @Test(
    "below the lowest percentile is a power of pay, from the two lowest points",
    arguments: [
      // ASHE 2025, weekly, by region of work, and the limit of 2025-26.
      ("London", 289.4, 512.3, 125, 3.61), ("East", 197.3, 325.4, 125, 5.31),
      ("United Kingdom", 227.4, 376.7, 125, 4.40),
      // The pay below which 80% of it is less than the flat rate of 2026-27.
      ("United Kingdom", 227.4, 376.7, 154.0625, 5.86),
      // ASHE 2024, annual, residents, and the limit of 2023-24 for a year.
      ("Manchester", 9931, 17049, 6396, 5.69),
    ])
  func tails(place: String, p10: Double, p20: Double, limit: Double, expected: Double) throws {
    let share = try Self.curve((10, p10), (20, p20)).below(limit)
    #expect(Self.rounded(share.value) == expected, "\(place)")
    #expect(share.basis == .tail && share.bounds == Interval(lower: 0, upper: 10))
  }

  @Test("a tail begins at the lowest point that is published: Leicester's at the 20th percentile")
  func higherStart() throws {
    let share = try Self.curve((20, 15448), (30, 19874), cv: 0.11).below(6396)
    #expect(Self.rounded(share.value) == 4.84 && share.bounds.upper == 20)
    #expect(try !Self.curve((40, 9000), (50, 10000)).isUsable)
    #expect(blank { try Self.curve((40, 9000), (50, 10000)).below(6396) } != nil)
  }

  @Test("a straight line to nought would overstate the United Kingdom's 4.4% as 5.5%")
  func straightLine() throws {
    let straight = 10 * 125 / 227.4
    #expect(Self.rounded(straight) == 5.5)
    // The TUC and the government put it at 1.3 million of 29 million jobs: 4.5%.
    let share = try Self.curve((10, 227.4), (20, 376.7)).below(125)
    #expect(abs(share.value - 4.5) < 0.15 && abs(straight - 4.5) > 0.9)
  }

  @Test("between two points it is interpolated, at a point it is that point")
  func interpolation() throws {
    let curve = try Self.curve((10, 100), (20, 200), (50, 500), cv: 0.1)
    #expect(try curve.below(150).value == 15 && curve.below(150).basis == .interpolated)
    #expect(try curve.below(100).value == 10 && curve.below(200).value == 20)
    #expect(try curve.below(500).value == 50)
    #expect(try curve.below(150).bounds == Interval(lower: 10, upper: 20))
    // Slope 0.1 a pound; errors of £10 and £20, half of each: £15, so 1.5 points of 15.
    #expect(abs((try curve.below(150).relativeError ?? 0) - 0.1) < 1e-12)
    #expect(blank { try curve.below(501) } != nil)
    #expect(blank { try curve.below(0) } == "the value is not above 0")
  }

  @Test("the exponent is held between 1 and 2.5, and pooled where there is one point")
  func exponents() throws {
    #expect(try Self.curve((10, 100), (20, 300)).exponent == 1)
    #expect(try Self.curve((10, 100), (20, 120)).exponent == 2.5)
    #expect(try Self.curve((10, 100)).exponent == 1.49)
  }

  @Test("with standard errors the likely range is sampling, 1.96 times exponent times error")
  func sampling() throws {
    let points = [
      PayCurve.Point(10, 9931, relativeError: 0.091),
      PayCurve.Point(20, 17049, relativeError: 0.076),
    ]
    let share = try PayCurve(points).below(6396)
    let error = try #require(share.relativeError)
    #expect(abs(error - (share.exponent ?? 0) * 0.091) < 1e-15)
    #expect(share.kind == .sampling)
    // The place report's sentence: about 6%, likely 4% to 7%.
    #expect(share.limits.lower.rounded() == 4 && share.limits.upper.rounded() == 7)
  }

  @Test("without standard errors the range is that of other shapes, and no error is made up")
  func shapes() throws {
    let share = try Self.curve((10, 289.4), (20, 512.3)).below(125)
    #expect(share.kind == .shape && share.relativeError == nil)
    #expect(Self.rounded(share.limits.lower) == 1.23 && Self.rounded(share.limits.upper) == 4.32)
  }

  @Test("limits never leave the percentiles that bound them")
  func clipped() throws {
    let share = try Self.curve((10, 100), (20, 150), cv: 0.9).below(99)
    #expect(share.limits == Interval(lower: 0, upper: 10))
  }

  @Test("pay that does not rise, or a point that is not sound, is refused")
  func refusals() {
    #expect(blank { try Self.curve((10, 100), (20, 100)) } != nil)
    #expect(blank { try Self.curve((10, 100), (10, 200)) } != nil)
    #expect(blank { try Self.curve((10, -1)) } == "entry 1: the value is not above 0")
    #expect(blank { try Self.curve((0, 100)) } != nil)
    #expect(blank { try Self.curve((10, .infinity)) } != nil)
  }

  @Test("a borrowed share is the region's, weighted by jobs, with the region's range")
  func borrowed() throws {
    let own = try [(2000.0, 5000.0), (1000, 8000)].map { jobs, p10 in
      (jobs: jobs, share: try Self.curve((10, p10)).below(4000))
    }
    let share = try #require(PayShare(borrowedFrom: own))
    let values = own.map(\.share.value)
    #expect(abs(share.value - (2 * values[0] + values[1]) / 3) < 1e-12)
    #expect(share.limits == Interval(lower: values[1], upper: values[0]))
    #expect(share.basis == .borrowed && share.kind == .places && share.relativeError == nil)
    #expect(PayShare(borrowedFrom: []) == nil)
  }

  @Test("pooling two like places of independent samples narrows the range by the root of two")
  func pooled() throws {
    let one = try Self.curve((10, 200), (20, 300), cv: 0.1).below(150)
    let share = try #require(PayShare(pooled: [(500, one), (500, one)]))
    #expect(abs(share.value - one.value) < 1e-12 && share.basis == .pooled)
    let ratio = (one.relativeError ?? 0) / (share.relativeError ?? 1)
    #expect(abs(ratio - 2.0.squareRoot()) < 1e-12)
    #expect(share.bounds == one.bounds)
    // What has no error adds its range whole.
    let shape = try Self.curve((10, 200), (20, 300)).below(150)
    let mixed = try #require(PayShare(pooled: [(500, one), (500, shape)]))
    #expect(mixed.limits.upper > share.limits.upper)
  }

  @Test("a percentile of a pool is the pay at which the shares of its places reach it")
  func pool() throws {
    let low = try Self.curve((10, 100), (50, 500), (90, 900))
    let high = try Self.curve((10, 300), (50, 700), (90, 1100))
    let pool = PayPool([.init(jobs: 1, curve: low), .init(jobs: 1, curve: high)])
    let median = try #require(pool.pay(at: 50))
    #expect(abs(median - 600) < 1e-6 && abs((pool.below(600) ?? 0) - 50) < 1e-9)
    let alone = PayPool([.init(jobs: 3, curve: low)])
    #expect(abs((alone.pay(at: 10) ?? 0) - 100) < 1e-6)
    #expect(abs((alone.pay(at: 50) ?? 0) - 500) < 1e-6)
    #expect(alone.pay(at: 95) == nil && PayPool([]).pay(at: 50) == nil)
  }
}
