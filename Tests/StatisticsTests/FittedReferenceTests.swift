import Testing

@testable import Statistics

@Suite("Where the reference is an estimate, ours is as good")
struct FittedReferenceTests {
  /// The reference sums are R's `ets` (one start) and the best of 18 starts in statsmodels.
  @Test("a fitted damped trend leaves at most 0.1 percent more error than the best of 18 starts")
  func dampedTrend() throws {
    let table = try Table.vectors("ets_optimised")
    let method = try #require(Calculator.method(named: "ets_optimised"))
    let positions = try method.positions(in: table.header)
    var failures: [String] = []
    for row in table.rows {
      let found = method(row, at: positions)
      let sum = try #require(Double(found[method.header.firstIndex(of: "out_sse") ?? 0]))
      let ours = try #require(Double(table.cell(row, "out_sse")))
      let best = try #require(Double(table.cell(row, "out_best_sse")))
      if sum > 1.001 * ours || sum > 1.001 * best {
        failures.append("\(row[0]): \(sum) against \(ours) and \(best)")
      }
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  @Test("a quick fit is within 5 percent of the best of 18 starts")
  func quickFit() throws {
    let table = try Table.vectors("ets_optimised")
    var failures: [String] = []
    for row in table.rows {
      let y = table.cell(row, "in_y").split(separator: ";").map { Double($0) }
      let fit = try DampedHolt.fit(
        y, damped: table.cell(row, "in_damped") == "true", effort: .quick)
      let best = try #require(Double(table.cell(row, "out_best_sse")))
      if fit.run.squaredError > 1.05 * best {
        failures.append("\(row[0]): \(fit.run.squaredError) against \(best)")
      }
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  /// Means of five runs of 100,000 draws in R; 3% of the half-width is the published tolerance.
  @Test("limits of the slope index lie within 3 percent of the half-width of simulated ones")
  func slopeIndex() throws {
    let table = try Table.vectors("sii_rii")
    let method = try #require(Calculator.method(named: "sii_rii"))
    let positions = try method.positions(in: table.header)
    var failures: [String] = []
    for row in table.rows {
      let found = method(row, at: positions)
      for name in ["sii", "rii"] {
        let ends = ["lower", "upper"].map { "out_sim_\(name)_\($0)" }
        let wanted = try ends.map { try #require(Double(table.cell(row, $0))) }
        let half = (wanted[1] - wanted[0]) / 2
        for (end, expected) in zip(ends, wanted) {
          let value = try #require(Double(found[method.header.firstIndex(of: end) ?? 0]))
          if abs(value - expected) > 0.03 * half {
            failures.append("\(row[0]) \(end): \(value), not \(expected)")
          }
        }
      }
    }
    #expect(failures.isEmpty, "\(failures)")
  }

  @Test("the closed limits of the relative index are those of a large simulation")
  func fieller() throws {
    let groups = (0..<8).map { index in
      SlopeIndex.Group(
        population: 1000 + 100 * Double(index), value: 20 + Double(index * index) / 8,
        standardError: 1.5)
    }
    let index = try SlopeIndex(groups, kind: .other)
    var random = SeededRandom(seed: 1)
    var ratios: [Double] = []
    for _ in 0..<20_000 {
      let drawn = groups.map { group in
        SlopeIndex.Group(
          population: group.population,
          value: (group.value ?? 0) + 1.5 * random.nextNormal(), standardError: 1.5)
      }
      ratios.append(try #require(try SlopeIndex(drawn, kind: .other).relative.value))
    }
    ratios.sort()
    let limits = try #require(index.relative.interval)
    #expect(abs(ratios[500] - limits.lower) < 0.02 * limits.width)
    #expect(abs(ratios[19_500] - limits.upper) < 0.02 * limits.width)
  }
}
