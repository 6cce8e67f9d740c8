import Testing

@testable import Statistics

@Suite("Comparisons, groups and trends beyond the reference cases")
struct ComparisonTests {
  @Test("one bad area does not stop the others of a funnel")
  func funnel() throws {
    let areas = try FunnelSignificance.ofProportions(
      counts: [60, nil, 12, 90, 48], denominators: [100, 100, 0, 100, 100])
    #expect(areas[0] == .success(.within))
    #expect(areas[1] == .failure(.missing(.count)))
    #expect(areas[2] == .failure(.notPositive(.denominator)))
    #expect(areas[3] == .success(.high998))
  }

  @Test("funnel limits close in as the place grows")
  func narrowing() throws {
    var last = FunnelLimits(
      inner: Interval(lower: 0, upper: .infinity), outer: Interval(lower: 0, upper: .infinity))
    for count in [1.0, 2, 5, 10, 50, 1000, 1e6] {
      let limits = try FunnelLimits.ofCount(count)
      #expect(limits.inner.lower > last.inner.lower && limits.inner.upper < last.inner.upper)
      #expect(limits.outer.lower < limits.inner.lower && limits.outer.upper > limits.inner.upper)
      last = limits
    }
  }

  @Test("a group holds about the same number of areas and ties stay together")
  func groups() throws {
    let values = (0..<101).map { Optional(Double(($0 * 37) % 101)) }
    for count in [4, 5, 10, 20, 100] {
      let groups = try QuantileGroups.assign(values, into: count).compactMap { $0 }
      for group in 1...count {
        let size = groups.count { $0 == group }
        #expect(size == 101 / count || size == 101 / count + 1)
      }
    }
    #expect(try QuantileGroups.assign([1, 1, 1, 2, 3], into: 5) == [1, 1, 1, 4, 5])
    #expect(
      blank { try QuantileGroups.assign([1, nil], into: 2) }
        == "the method needs 2 values (value) and there are 1")
  }

  @Test("the trend marker gives its reason for what it cannot say")
  func markers() {
    let years: [Double?] = [2019, 2020, 2020, 2021, 2022]
    let marker = TrendMarker.ofProportions(
      times: years, counts: [1, 2, 3, 4, 5], denominators: [9, 9, 9, 9, 9])
    #expect(marker.direction == .unknown && marker.reason == .repeatedYear)
    let rising = TrendMarker.ofProportions(
      times: [2018, 2019, 2020, 2021, 2022], counts: [0, 30, 60, 90, 140],
      denominators: [200, 200, 200, 200, 200])
    #expect(rising.direction == .increasing)
    #expect(TrendJudgement(rising.direction, polarity: .lowIsGood) == .worse)
    #expect(TrendJudgement(.decreasing, polarity: .lowIsGood) == .better)
    #expect(TrendJudgement(.increasing, polarity: .noJudgement) == .increasing)
  }

  @Test("the order of the years does not change a marker")
  func order() {
    let values = TrendMarker.ofValues(
      times: [1, 2, 3, 4, 5], values: [10, 11, 12, 13, 14], lower: [9, 10, 11, 12, 13],
      upper: [11, 12, 13, 14, 15])
    let shuffled = TrendMarker.ofValues(
      times: [4, 2, 5, 1, 3], values: [13, 11, 14, 10, 12], lower: [12, 10, 13, 9, 11],
      upper: [14, 12, 15, 11, 13])
    #expect(values == shuffled && values.direction == .increasing)
  }

  @Test("lines and slopes follow a change of units")
  func units() throws {
    let x = (0..<12).map { Optional(Double(2010 + $0)) }
    let y: [Double?] = (0..<12).map { index in
      let bump = Double((index * 5) % 7)
      return 3 + 0.7 * Double(index) + bump
    }
    let one = try LinearTrend(times: x, values: y)
    let two = try LinearTrend(times: x, values: y.map { ($0 ?? 0) * 1000 })
    #expect(near(one.slope * 1000, two.slope) && near(one.t, two.t) && near(one.pValue, two.pValue))
    let rank = try RankTrend(y, times: x)
    let scaled = try RankTrend(y.map { ($0 ?? 0) * 1000 }, times: x)
    #expect(rank.pValue == scaled.pValue)
    #expect(near((rank.slope.value ?? 0) * 1000, scaled.slope.value))
    let weights = [Double?](repeating: 4, count: 12)
    let weighted = try LinearTrend(times: x, values: y, weights: weights)
    #expect(near(one.slope, weighted.slope) && near(one.slopeError, weighted.slopeError))
    let inner = one.prediction(at: 2030)
    #expect((inner.mean?.width ?? 0) < (inner.observation?.width ?? 0))
  }

  @Test("transformed predictions stay where they can be")
  func transformed() throws {
    let trend = try LinearTrend(
      times: [1, 2, 3, 4, 5], values: [0.9, 0.95, 0.97, 0.985, 0.99], scale: .logit)
    let prediction = trend.prediction(at: 40)
    #expect(prediction.value <= 1 && (prediction.observation?.upper ?? 2) <= 1)
    #expect(
      blank { try LinearTrend(times: [1, 2, 3], values: [1, 0, 2], scale: .log) }
        == "entry 2: the value is not above 0")
  }

  @Test("counts that all stand in one year have no Poisson slope")
  func separated() {
    let reason = blank {
      try PoissonTrend(times: [1, 2, 3], counts: [0, 0, 9], populations: [10, 10, 10])
    }
    #expect(reason == "no slope makes these counts likeliest")
  }

  @Test("inequality does not depend on the unit and falls with a transfer to the poorer")
  func inequality() throws {
    let values: [Double?] = [3, 8, 1, 20, 7]
    let one = try Concentration(values)
    let pence = try Concentration(values.map { ($0 ?? 0) * 100 })
    #expect(near(one.gini, pence.gini) && near(one.theil, pence.theil))
    let moved = try Concentration([3, 8, 3, 18, 7])
    #expect(moved.gini < one.gini && moved.theil < one.theil && moved.hoover < one.hoover)
    let plain = try Concentration.weightedGini(values, weights: [1, 1, 1, 1, 1])
    #expect(near(plain, one.gini))
    let split = try Concentration.weightedGini(
      [3, 3, 8, 1, 20, 7], weights: [0.5, 0.5, 1, 1, 1, 1])
    #expect(near(split, one.gini))
  }

  @Test("a slope index turns its sign with the direction and keeps its order of limits")
  func slopeIndex() throws {
    let groups = (0..<5).map {
      SlopeIndex.Group(
        population: 1000, value: 40 - 3 * Double($0), lower: 38 - 3 * Double($0),
        upper: 42 - 3 * Double($0))
    }
    for kind in SlopeIndex.Kind.allCases where kind != .proportion {
      for transformed in [false, true] where kind == .rate || !transformed {
        for multiplier in [1, 0.5, -1.0] {
          let index = try SlopeIndex(
            groups, kind: kind, transformed: transformed, multiplier: multiplier)
          let slope = try #require(index.slope.interval)
          let relative = try #require(index.relative.interval)
          #expect(slope.lower < slope.upper && slope.contains(index.slope.value ?? 99))
          #expect(relative.lower < relative.upper)
          #expect(relative.contains(index.relative.value ?? 99))
          #expect(((index.slope.value ?? 0) < 0) == (multiplier > 0))
          #expect(((index.relative.value ?? 0) < 1) == (multiplier > 0))
        }
      }
    }
    let again = try SlopeIndex(groups, kind: .rate)
    #expect(try SlopeIndex(groups, kind: .rate).slope == again.slope)
  }

  @Test(
    "a rank correlation has the limits of Fieller, Hartley and Pearson",
    arguments: [
      // tanh(artanh ρ ± 1.959964 √(1.06/(n - 3))), worked with Python's math module.
      (0.5, 30, 0.15958407351004938, 0.7341417973316954),
      (-0.8, 12, -0.9437460197139682, -0.4019535988047734), (1, 12, 1, 1),
    ])
  func limitsRanks(rho: Double, count: Int, lower: Double, upper: Double) throws {
    let limits = try Correlation.rankInterval(rho, count: count)
    #expect(abs(limits.lower - lower) < 1e-12)
    #expect(abs(limits.upper - upper) < 1e-12)
    #expect(throws: Blank.self) { try Correlation.rankInterval(0.5, count: 9) }
    // Fisher's interval divides by √(n - 3).
    let three = try Correlation([1, 2, 4], [2, 3, 9])
    #expect(three.pearson.lower == nil && three.pearson.upper == nil)
    #expect(three.pearson.blank == .tooFew(.value, needed: 4, found: 3))
    #expect(throws: Blank.self) { try Correlation.rankInterval(1.5, count: 20) }
  }
}
