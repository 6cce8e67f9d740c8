import Testing

@testable import Statistics

/// Numbers that break careless arithmetic.
private struct Nasty {
  var random: SeededRandom

  static let numbers: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 0.5, 2, 5, 9, 10, 100, 1e-300, -1e-300,
    .leastNonzeroMagnitude,
    1e-9, 1e9, 1e15, 9_007_199_254_740_992, 1e100, -1e100, 1e300, -1e300, 1.7e308, -1.7e308,
    .ulpOfOne, 1 - .ulpOfOne, 1 + .ulpOfOne, 0.95, 99.8, 2024, Double(Int.max), Double(Int.min),
  ]

  mutating func number() -> Double {
    switch random.next() % 4 {
    case 0: return Double(bitPattern: random.next())
    case 1: return Double(random.next() % 40)
    default: return Self.numbers[Int(random.next() % UInt64(Self.numbers.count))]
    }
  }

  mutating func value() -> Double? { random.next() % 9 == 0 ? nil : number() }

  mutating func list() -> [Double?] {
    let count = Int(random.next() % 12)
    let plain = random.next() % 3 == 0
    return (0..<count).map { index in
      plain ? Double(random.next() % 50) + Double(index) : value()
    }
  }

  mutating func cell() -> String {
    let words = [
      "", "NA", "nan", "0x10", "true", "false", "rate", "proportion", "ratio", "dsr", "crude",
      "poisson", "log", "logit", "ses", "holt", "high_is_good", ";", ";;", "1;", "NA;NA", "-",
    ]
    switch random.next() % 5 {
    case 0: return words[Int(random.next() % UInt64(words.count))]
    case 1, 2: return list().map { $0.map(NumberText.shortest) ?? "NA" }.joined(separator: ";")
    default: return value().map(NumberText.shortest) ?? "NA"
    }
  }
}

@Suite("No input stops a method")
struct FuzzTests {
  @Test(
    "any cells give a full row and a reason for every blank",
    arguments: Calculator.methods.map(\.name))
  func cells(name: String) throws {
    let method = try #require(Calculator.method(named: name))
    var nasty = Nasty(random: SeededRandom(seed: UInt64(name.utf8.count) &* 977))
    for _ in 0..<250 {
      let row = method(method.inputs.map { _ in nasty.cell() })
      #expect(row.count == method.header.count)
      if row.dropLast().allSatisfy({ $0 == "NA" }) { #expect(row.last != "") }
    }
    #expect(method([]).count == method.header.count)
    #expect(method([String](repeating: "1", count: 40)).count == method.header.count)
  }

  /// A mostly sound reference row with one cell spoilt, which gets further into each method.
  @Test("one spoilt cell in a sound row", arguments: ReferenceFile.all)
  func spoilt(file: ReferenceFile) throws {
    let table = try Table.vectors(file.name)
    let method = try #require(Calculator.method(named: file.name))
    let positions = try method.positions(in: table.header)
    var nasty = Nasty(random: SeededRandom(seed: 31))
    for row in table.rows.prefix(25) {
      for position in positions.compactMap({ $0 }) {
        var spoilt = row
        var entries = row[position].split(separator: ";").map(String.init)
        if nasty.random.next() % 4 == 0 { entries = [] }
        if let index = entries.indices.randomElement(using: &nasty.random) {
          entries[index] = nasty.value().map(NumberText.shortest) ?? "NA"
          if nasty.random.next() % 3 == 0 { entries.remove(at: index) }
        }
        spoilt[position] = entries.joined(separator: ";")
        #expect(method(spoilt, at: positions).count == method.header.count)
      }
    }
  }

  @Test("distributions take any number")
  func distributions() {
    var nasty = Nasty(random: SeededRandom(seed: 17))
    var sum = 0.0
    for _ in 0..<3000 {
      let (a, b, c) = (nasty.number(), nasty.number(), nasty.number())
      let values = [
        Normal.cdf(a), Normal.quantile(a), Normal.density(a), ChiSquared.cdf(a, degrees: b),
        ChiSquared.quantile(a, degrees: b), StudentT.cdf(a, degrees: b),
        StudentT.quantile(a, degrees: b), GammaDistribution.quantile(a, shape: b, rate: c),
        BetaDistribution.cdf(a, b, c), BetaDistribution.quantile(a, b, c),
        FisherF.cdf(a, b, c), FisherF.quantile(a, b, c), Poisson.mass(a, mean: b),
        Poisson.cdf(a, mean: b), Poisson.quantile(a, mean: b),
        Binomial.cdf(a, trials: b, chance: c), Binomial.quantile(a, trials: b, chance: c),
        BinomialTest.twoSided(a, of: b, chance: c) ?? 0, FisherExact.twoSided(a, b, c, a) ?? 0,
      ]
      sum += values.reduce(0) { $0 + ($1.isFinite ? 1 : 0) }
      for p in [values[0], values[3], values[5], values[8], values[10], values[13], values[15]] {
        #expect(p.isNaN || (p >= 0 && p <= 1))
      }
    }
    #expect(sum > 0)
  }

  @Test("typed methods take any list")
  func lists() {
    var nasty = Nasty(random: SeededRandom(seed: 23))
    var finished = 0
    for _ in 0..<400 {
      let (a, b, c) = (nasty.list(), nasty.list(), nasty.list())
      let number = nasty.value()
      _ = try? LifeTable().expectancies(startAges: a, deaths: b, populations: c)
      _ = try? DirectStandardisation(multiplier: nasty.number())
        .rate(counts: a, populations: b, standard: c, missingCounts: .none)
      _ = try? CrudeRate().repeatEvents(persons: a, events: b, denominator: number)
      _ = try? RankTrend(a, times: b)
      _ = try? LinearTrend(times: a, values: b, weights: c).prediction(at: nasty.number())
      _ = try? LinearTrend(times: a, values: b, scale: .log)
      _ = try? PoissonTrend(times: a, counts: b, populations: c)
      _ = TrendMarker.ofProportions(times: a, counts: b, denominators: c)
      _ = TrendMarker.ofValues(times: a, values: b, lower: c, upper: c)
      _ = try? FunnelSignificance.ofStandardisedRates(
        counts: a, rates: b, multiplier: nasty.number())
      _ = try? FunnelLines.ofRates(
        average: number, multiplier: nasty.number(), populations: a, years: nasty.number())
      _ = try? Correlation(a, b)
      _ = try? Concentration.weightedGini(a, weights: b)
      _ = try? MonotoneInterpolation(a, b, rule: .fritschButland).value(at: nasty.number())
      _ = try? DampedHolt.fit(a, damped: true, effort: .quick)
      _ = Ranks(a)
      _ = try? SlopeIndex(
        zip(a, b).map { .init(population: $0, value: $1, standardError: number) }, kind: .rate,
        multiplier: nasty.number(), draws: 100)
      finished += 1
    }
    #expect(finished == 400)
  }

  @Test("projections take any series and bounds")
  func projections() {
    var nasty = Nasty(random: SeededRandom(seed: 29))
    var set: [ProjectionSeries] = []
    for _ in 0..<300 {
      let bounds = ProjectionBounds(lower: nasty.value(), upper: nasty.value())
      let series = ProjectionSeries(
        nasty.list(), usableFrom: Int(truncatingIfNeeded: nasty.random.next()) % 20,
        bounds: nasty.random.next() % 2 == 0 ? bounds : .notNegative)
      set.append(series)
      guard let projection = try? Projection(series) else { continue }
      for point in projection.points {
        #expect(point.outer.lower.isFinite && point.outer.upper.isFinite)
        #expect(series.bounds.contains(point.value))
      }
    }
    _ = try? ProjectionCalibration(on: set)
    #expect(ProjectionCoverage(of: .standard, on: set).series == 300)
  }
}
