import Disclosure
import Testing

@Suite("Rounding and derived figures")
struct RoundingTests {
  @Test("every count lies within what its published figure leaves possible")
  func roundTrip() throws {
    for policy in [
      RoundingPolicy(), .init(base: 10, hidden: 1...9), .init(base: 3, hidden: nil),
      .init(base: 1, hidden: nil),
      .init(base: 5, hidden: 1...4),
    ] {
      for count in 0...200 {
        let figure = policy.published(count)
        let possible = try #require(policy.possibleCounts(for: figure))
        #expect(possible.contains(count))
        #expect(policy.published(possible.lowerBound) == figure)
        #expect(policy.published(possible.upperBound) == figure)
        if case .rounded = figure, possible.lowerBound > 0 {
          #expect(policy.published(possible.lowerBound - 1) != figure)
          #expect(policy.published(possible.upperBound + 1) != figure)
        }
      }
    }
    #expect(RoundingPolicy().possibleCounts(for: .rounded(12)) == nil)
    #expect(RoundingPolicy().possibleCounts(for: .rounded(5)) == nil)
  }

  @Test("four tens that add up to 50 are all exactly 12")
  func exactDespiteRounding() throws {
    // Source: the specification of rounding mode; base 5, counts from 1 to 7 hidden.
    var figures = ["all": RoundingPolicy.Figure.rounded(50)]
    for part in ["a", "b", "c", "d"] { figures[part] = .rounded(10) }
    let audit = RoundingAudit(
      policy: RoundingPolicy(), figures: figures,
      equations: [Equation(total: "all", parts: ["a", "b", "c", "d"])])
    let findings = try audit.findings()
    #expect(findings.filter(\.isExact).map(\.cell) == ["a", "all", "b", "c", "d"])
    #expect(findings.first { $0.cell == "a" }?.interval == 12...12)
    #expect(findings.first { $0.cell == "all" }?.interval == 48...48)
  }

  @Test("a mark beside rounded figures is narrowed by the total")
  func narrowedMark() throws {
    // Source: the specification of rounding mode: *, 100, 100 with total 210 narrows * to 4-7.
    let audit = RoundingAudit(
      policy: RoundingPolicy(),
      figures: ["x": .hidden, "a": .rounded(100), "b": .rounded(100), "all": .rounded(210)],
      equations: [Equation(total: "all", parts: ["x", "a", "b"])])
    let finding = try #require(try audit.findings().first { $0.cell == "x" })
    #expect(finding.byItself == 1...7)
    #expect(finding.interval == 4...7)
    #expect(finding.isViolation)
  }

  @Test("percentages come from rounded counts, and none from hidden ones")
  func percentages() {
    let policy = RoundingPolicy()
    #expect(policy.percentage(of: 12, in: 98) == 10)
    #expect(policy.percentage(of: 3, in: 98) == nil)
    #expect(policy.percentage(of: 12, in: 0) == nil)
    #expect(policy.hidesMean(over: 7) && !policy.hidesMean(over: 8) && !policy.hidesMean(over: 0))
  }

  @Test("possible numerators are those that print alike", arguments: [0, 1, 2])
  func numerators(decimals: Int) {
    let power = [1, 10, 100][decimals]
    for denominator in [1, 3, 7, 24, 130, 400] {
      for printed in 0...(100 * power) where printed % 7 == 0 {
        // Halves up, in whole numbers: floor(100·10^d·n / D + 1/2).
        let expected = (0...denominator).filter {
          (200 * power * $0 + denominator) / (2 * denominator) == printed
        }
        let rate = PublishedRate(
          value: Double(printed) / Double(power), decimals: decimals, denominator: denominator)
        #expect(rate.possibleNumerators.map(Array.init) ?? [] == expected)
      }
    }
  }

  @Test("a percentage is hidden when it gives a small count away")
  func disclosingRates() {
    let rule = FrequencyRule(threshold: 5)
    func discloses(_ percent: Double, _ decimals: Int, of denominator: Int, hidden: Bool) -> Bool {
      PublishedRate(value: percent, decimals: decimals, denominator: denominator)
        .discloses(under: rule, isNumeratorHidden: hidden)
    }
    #expect(discloses(0.8, 1, of: 250, hidden: false))
    #expect(discloses(1, 0, of: 250, hidden: false))
    #expect(!discloses(2, 0, of: 1_000, hidden: true))
    #expect(!discloses(50, 0, of: 24, hidden: false))
    #expect(discloses(50, 0, of: 24, hidden: true))
    #expect(!discloses(0, 0, of: 600, hidden: false))
  }

  @Test("exact means give rounded counts away")
  func means() {
    // The Handbook's example in kind: 20 people, group means 30 and 40, overall 36: 8 and 12.
    let means = PublishedMeans(first: 30, second: 40, overall: 36, decimals: 6, count: 18...22)
    #expect(means.possibleCounts.map(\.first) == [8])
    #expect(means.possibleCounts.map(\.second) == [12])
  }
}
