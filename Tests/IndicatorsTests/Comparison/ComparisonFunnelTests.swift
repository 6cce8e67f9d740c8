import Evidence
import Places
import Statistics
import Testing

@testable import Indicators

@Suite("Funnels of compared places")
struct ComparisonFunnelTests {
  /// A comparison of invented councils, with events among people.
  private static func comparison(
    _ rows: [(count: Double, base: Double)], unit: String, scale: Double, england: Double
  ) throws -> Comparison {
    let indicator = try Indicator(
      id: "i", title: "I", definition: "", formula: "a.b", unit: unit, decimals: 1,
      polarity: .low, tier: "all", service: "", comparability: "upper", outcome: "", theme: "",
      caveats: "", source: "")
    let period = Period.financialYear(2024)
    var table = IndicatorTable()
    func add(_ code: String, _ rate: Double, _ row: (count: Double, base: Double)?) {
      table.append([
        IndicatorValue(
          place: code, period: period, indicator: "i", value: rate, lower: rate * 0.9,
          upper: rate * 1.1, count: row?.count, denominator: row?.base)
      ])
    }
    add("E92000001", england, nil)
    var places: [Place] = []
    for (index, row) in rows.enumerated() {
      let code = "E0600090\(index)"
      add(code, row.count / row.base * scale, row)
      places.append(
        Place(
          code: code, name: "P\(index)", kind: .unitary, tier: .single, country: "E92000001"))
    }
    let choice = ComparisonChoice(with: places)
    return Comparison(
      indicator, choice, part: choice.parts(indicator)[0], period: period, table)
  }

  @Test("a rate is outside where its own exact limits leave England's out")
  func judgesRates() throws {
    let rows: [(count: Double, base: Double)] = [
      (100, 10_000), (140, 10_000), (60, 10_000), (1010, 100_000), (1200, 100_000), (10, 1000),
    ]
    let funnel = try #require(
      ComparisonFunnel(try Self.comparison(rows, unit: "per 1,000", scale: 1000, england: 10)))
    let outer = CountLimits(confidence: .ninetyNinePointEight)
    for (point, row) in zip(funnel.points, rows) {
      let limits = try outer.exact(row.count)
      let expected = row.base * 10 / 1000
      #expect(point.isOutside == !limits.contains(expected), "\(row)")
    }
    #expect(funnel.points.map(\.isOutside) == [false, true, true, false, true, false])
    for (narrow, wide) in zip(funnel.limits.dropFirst(), funnel.limits) {
      #expect(narrow.outer.width < wide.outer.width, "limits close in as places grow")
      #expect(narrow.inner.width < narrow.outer.width)
    }
  }

  @Test("limits of a share are those of the normal approximation")
  func drawsShares() throws {
    let rows = (0..<5).map { (count: 20 + Double($0), base: 100.0) }
    let funnel = try #require(
      ComparisonFunnel(try Self.comparison(rows, unit: "%", scale: 100, england: 22)))
    let last = try #require(funnel.limits.last)
    // 22 ± 1.959964 √(22 × 78 / 105), by hand.
    #expect(last.size == 105)
    #expect(abs(last.inner.lower - 14.0767) < 1e-3)
    #expect(abs(last.inner.upper - 29.9233) < 1e-3)
  }

  @Test("money, rates without counts and fewer than five places have no funnel")
  func refuses() throws {
    let rows = (0..<4).map { (count: 20 + Double($0), base: 100.0) }
    #expect(
      ComparisonFunnel(try Self.comparison(rows, unit: "%", scale: 100, england: 22)) == nil)
    let enough = rows + [(30, 100), (31, 100)]
    #expect(
      ComparisonFunnel(
        try Self.comparison(enough, unit: "£ per head", scale: 1, england: 0.2)) == nil)
  }
}
