import Testing

@testable import Statistics

/// Expected numbers are worked by hand from round shares.
@Suite("Shares of pay put together")
struct PayShareTests {
  private static func share(
    _ value: Double, _ limits: ClosedRange<Double>, bounds: ClosedRange<Double>,
    error: Double? = nil, exponent: Double? = nil, shapes: ClosedRange<Double>? = nil
  ) -> PayShare {
    PayShare(
      value, basis: .tail, limits: Interval(lower: limits.lowerBound, upper: limits.upperBound),
      kind: error == nil ? .shape : .sampling,
      bounds: Interval(lower: bounds.lowerBound, upper: bounds.upperBound), relativeError: error,
      exponent: exponent,
      shapes: shapes.map { Interval(lower: $0.lowerBound, upper: $0.upperBound) })
  }

  private static func isNear(_ interval: Interval?, _ lower: Double, _ upper: Double) -> Bool {
    near(interval?.lower, lower, 1e-12) && near(interval?.upper, upper, 1e-12)
  }

  @Test("pooled: sampling errors add by squares, other ranges whole, bounds and shapes by jobs")
  func pooled() throws {
    let shape = Self.share(4, 3...6, bounds: 1...10, shapes: 2...5)
    let sampled = Self.share(8, 6...10, bounds: 2...20, error: 0.1)
    let pool = try #require(PayShare(pooled: [(300, shape), (100, sampled)]))
    #expect(pool.value == 5 && pool.kind == .sampling && pool.basis == .pooled)
    // A quarter of 8 with an error of a tenth: 0.2, and 1.959964 times that; 3/4 of 1 and of 2.
    let reach = 1.959_963_984_540_054 * 0.2
    #expect(Self.isNear(pool.limits, 5 - reach - 0.75, 5 + reach + 1.5))
    #expect(Self.isNear(pool.bounds, 1.25, 12.5) && Self.isNear(pool.shapes, 3.5, 5.75))
    #expect(near(pool.relativeError, 0.04) && pool.exponent == nil)
    #expect(PayShare(pooled: []) == nil && PayShare(pooled: [(0, shape)]) == nil)
  }

  @Test("pooled without standard errors there is none, and no shapes where no part has any")
  func unsampled() throws {
    let pool = try #require(
      PayShare(pooled: [
        (1, Self.share(2, 0...50, bounds: 0...60)), (1, Self.share(4, 3...98, bounds: 0...80)),
      ]))
    #expect(pool.kind == .shape && pool.relativeError == nil && pool.shapes == nil)
    // 1.5 below 3 and 71 above; with wider ranges the limits stop at 0 and 100.
    #expect(Self.isNear(pool.limits, 1.5, 74) && pool.value == 3)
    let wide = try #require(PayShare(pooled: [(1, Self.share(50, -10...160, bounds: 0...100))]))
    #expect(Self.isNear(wide.limits, 0, 100))
  }

  @Test("the share between two thresholds has the relative error of the higher one")
  func difference() {
    let high = Self.share(10, 8...13, bounds: 5...20, error: 0.1, exponent: 1.5)
    let low = Self.share(4, 3...6, bounds: 0...5, error: 0.2, exponent: 1.7)
    let between = PayShare.difference(high, low)
    #expect(between.value == 6 && between.relativeError == 0.1 && between.exponent == 1.5)
    #expect(Self.isNear(between.limits, 6 - 1.175_978_390_724_032, 6 + 1.175_978_390_724_032))
    #expect(Self.isNear(between.bounds, 0, 20))
    #expect(between.kind == .sampling && between.basis == .tail && between.shapes == nil)
  }

  @Test("without a standard error the range between thresholds is that of the ends' ranges")
  func differenceOfShapes() {
    func limits(_ high: PayShare, _ low: PayShare) -> Interval {
      let between = PayShare.difference(high, low)
      #expect(between.relativeError == nil && between.kind == .shape)
      return between.limits
    }
    let low = Self.share(4, 3...6, bounds: 0...5)
    #expect(limits(Self.share(10, 8...13, bounds: 5...20), low) == Interval(lower: 5, upper: 7))
    #expect(limits(Self.share(9, 8...8, bounds: 5...20), low) == Interval(lower: 2, upper: 5))
    // Never below nought.
    #expect(limits(Self.share(5, 1...7, bounds: 5...20), low) == Interval(lower: 0, upper: 1))
    #expect(PayShare.difference(low, Self.share(5, 4...7, bounds: 0...9)).value == 0)
  }

  @Test("what the law abolished is nought, exactly")
  func abolished() {
    #expect(PayShare.abolished.value == 0 && PayShare.abolished.kind == .exact)
    #expect(PayShare.abolished.limits == Interval(lower: 0, upper: 0))
  }

  @Test("a pool has a share where curves of most of its jobs reach")
  func pool() throws {
    func curve(_ points: (Double, Double)...) throws -> PayCurve {
      try PayCurve(points.map { PayCurve.Point($0.0, $0.1, relativeError: 0.1) })
    }
    let long = try curve((10, 100), (50, 500), (90, 900))
    let short = try curve((10, 100), (20, 200))
    let most = PayPool([.init(jobs: 9, curve: long), .init(jobs: 1, curve: short)])
    let all = try #require(most.share(below: 150))
    #expect(near(all.value, 15) && near(most.below(150), 15))
    let reached = try #require(most.share(below: 500))
    #expect(reached.value == 50 && reached.basis == .pooled)
    #expect(near(reached.relativeError, try long.below(500).relativeError))
    let few = PayPool([.init(jobs: 1, curve: long), .init(jobs: 9, curve: short)])
    #expect(few.share(below: 500) == nil && few.below(500) == nil && few.share(below: 200) != nil)
    // Jobs of a place without a usable curve, or without jobs, do not count.
    let late = try curve((40, 400), (50, 500))
    let left = PayPool([
      .init(jobs: 2, curve: long), .init(jobs: 7, curve: late), .init(jobs: 0, curve: short),
    ])
    #expect(left.below(500) == 50)
  }
}
