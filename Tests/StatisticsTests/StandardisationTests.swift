import Testing

@testable import Statistics

@Suite("Standardised rates and life tables beyond the reference cases")
struct StandardisationTests {
  private let x: [Double?] = [3, 5, 8, 20]
  private let n: [Double?] = [900, 1100, 1000, 800]
  private let w: [Double?] = [5000, 5500, 4000, 1000]

  @Test("the size of the standard population does not matter, its shape does")
  func weights() throws {
    let method = DirectStandardisation()
    let one = try method.rate(counts: x, populations: n, standard: w).estimate
    let half = try method.rate(
      counts: x, populations: n, standard: w.map { ($0 ?? 0) / 7 }
    ).estimate
    #expect(near(one.value, half.value) && near(one.lower, half.lower, 1e-11))
    let flat = try method.rate(counts: x, populations: n, standard: [1, 1, 1, 1]).estimate
    #expect(!near(one.value, flat.value, 0.01))
  }

  @Test("a population weighted by itself gives the crude rate and its limits")
  func crude() throws {
    let direct = try DirectStandardisation().rate(counts: x, populations: n, standard: n)
    let crude = try CrudeRate().estimate(count: 36, denominator: 3800)
    #expect(near(direct.estimate.value, crude.value))
    #expect(near(direct.estimate.upper, crude.upper, 1e-11))
  }

  @Test("a missing count refuses the area and names the band")
  func missing() {
    let method = DirectStandardisation()
    #expect(
      blank { try method.rate(counts: [3, nil, 8, 20], populations: n, standard: w) }
        == "entry 2: the count is missing")
    #expect(
      blank { try method.rate(counts: x, populations: [900, 0, 1000, 800], standard: w) }
        == "entry 2: the population is not above 0")
    #expect(
      blank { try method.rate(counts: x, populations: [900], standard: w) }
        == "there is not one count for every population")
  }

  @Test("a missing count that is taken as 0 says so")
  func takenAsZero() throws {
    let rate = try DirectStandardisation().rate(
      counts: [nil, 5, 8, 20], populations: n, standard: w, missingCounts: .none)
    #expect(rate.totalCount == 33)
    #expect(rate.estimate.blank?.description == "missing counts taken as 0: 1")
  }

  @Test("fewer than ten events are withheld with a reason, the totals are not")
  func suppressed() throws {
    let rate = try DirectStandardisation().rate(
      counts: [3, 3, 3], populations: [900, 900, 900], standard: [1, 1, 1])
    #expect(rate.totalCount == 9 && rate.totalPopulation == 2700)
    #expect(rate.estimate.value == nil && rate.estimate.interval == nil)
    #expect(rate.estimate.blank == .suppressed(below: 10))
    #expect(rate.estimate.blank?.isSuppression == true)
  }

  @Test("several events per person widen a crude rate")
  func repeatEvents() throws {
    let rate = CrudeRate()
    let single = try rate.repeatEvents(persons: [60], events: [1], denominator: 5000)
    let plain = try rate.estimate(count: 60, denominator: 5000)
    #expect(near(single.value, plain.value) && near(single.upper, plain.upper, 1e-12))
    let several = try rate.repeatEvents(persons: [20, 20], events: [1, 2], denominator: 5000)
    #expect(near(several.value, plain.value))
    #expect((several.interval?.width ?? 0) > (plain.interval?.width ?? 0))
  }

  @Test("two weights for one age band are refused")
  func twoWeights() {
    let reason = blank {
      try DirectStandardisation().repeatEvents(
        bands: ["0", "0"], events: [1, 2], persons: [5, 9], populations: [100, 100],
        standard: [10, 11])
    }
    #expect(reason == "entry 2: age band 0 has two populations or weights")
  }

  @Test("nothing expected gives no ratio")
  func nothingExpected() {
    let reason = blank {
      try IndirectStandardisation().result(
        counts: [4], populations: [0], referenceCounts: [5], referencePopulations: [100])
    }
    #expect(reason == "no events are expected")
  }

  @Test("a missing band is refused by a life table, not taken for certain death")
  func lifeTable() throws {
    let ages: [Double?] = [0, 1, 15, 45, 65, 85]
    let deaths: [Double?] = [5, 4, 20, 80, 200, 300]
    let people: [Double?] = [1000, 13_000, 30_000, 20_000, 15_000, 2000]
    let table = LifeTable()
    let years = try table.expectancies(startAges: ages, deaths: deaths, populations: people)
    #expect(years.count == 6 && years.allSatisfy { $0.value != nil })
    #expect(years[0].interval?.contains(years[0].value ?? 0) == true)
    var gap = deaths
    gap[2] = nil
    #expect(
      blank { try table.expectancies(startAges: ages, deaths: gap, populations: people) }
        == "entry 3: the number of deaths is missing")
    #expect(
      blank {
        try table.expectancies(
          startAges: [0, 1, 1, 45, 65, 85], deaths: deaths, populations: people)
      } == "entry 3: the start age values do not ascend, or one is there twice")
    #expect(
      blank {
        try table.expectancies(
          startAges: [0, 50], deaths: [1, 2], populations: [2000, 3000])
      } == "the population of 5000 is not above 5000")
  }

  @Test("fewer deaths at any age lengthen life at birth")
  func monotoneLife() throws {
    let ages: [Double?] = [0, 1, 15, 45, 65, 85]
    let people: [Double?] = [1000, 13_000, 30_000, 20_000, 15_000, 2000]
    let deaths = [5.0, 4, 20, 80, 200, 300]
    let table = LifeTable()
    let base = try table.expectancies(startAges: ages, deaths: deaths, populations: people)
    for index in deaths.indices {
      var fewer = deaths
      fewer[index] -= 1
      let years = try table.expectancies(startAges: ages, deaths: fewer, populations: people)
      #expect((years[0].value ?? 0) > (base[0].value ?? 0))
    }
  }
}
