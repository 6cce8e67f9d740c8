import Disclosure
import Testing

@Suite("Primary rules")
struct RuleTests {
  @Test("a small count is hidden, nought only where noughts are", arguments: [true, false])
  func frequency(zerosAreShown: Bool) {
    let rule = FrequencyRule(threshold: 5, zerosAreShown: zerosAreShown)
    #expect([0, 1, 4, 5, 6].map { rule.hides($0) } == [!zerosAreShown, true, true, false, false])
    #expect(!rule.hides(nil))
  }

  @Test("a cell exactly on the border is sensitive under dominance and not under p%")
  func borders() {
    // 80 of 100 is exactly 80 %; the rest beyond two, 10, is exactly 12.5 % of 80.
    #expect(ConcentrationRule.dominance(n: 1, k: 80).verdict(on: [80, 10, 10]).isSensitive)
    #expect(!ConcentrationRule.percentage(p: 12.5).verdict(on: [80, 10, 10]).isSensitive)
    // The same with amounts whose sum carries rounding.
    #expect(ConcentrationRule.dominance(n: 1, k: 80).verdict(on: [0.8, 0.1, 0.1]).isSensitive)
    #expect(!ConcentrationRule.percentage(p: 12.5).verdict(on: [0.8, 0.1, 0.1]).isSensitive)
  }

  @Test("one contributor is always sensitive, none never")
  func oneContributor() {
    for rule in [
      ConcentrationRule.dominance(n: 1, k: 100), .percentage(p: 1), .ambiguity(p: 1, q: 90),
    ] {
      #expect(rule.verdict(on: [7]).isSensitive)
      #expect(!rule.verdict(on: []).isSensitive)
      #expect(!rule.verdict(on: [0, 0]).isSensitive)
    }
  }

  @Test("protection levels follow the published formulas")
  func protectionLevels() {
    // Handbook and README of the cases: 100/k·Σ - X; p/100·x1 - (X - x1 - x2).
    #expect(
      abs(
        ConcentrationRule.dominance(n: 1, k: 85).verdict(on: [38, 1, 1]).upperProtection - 4.7059)
        < 1e-4)
    #expect(ConcentrationRule.percentage(p: 10).verdict(on: [90, 6, 4]).upperProtection == 5)
    #expect(ConcentrationRule.ambiguity(p: 10, q: 50).verdict(on: [-90, 10]).upperProtection == 18)
  }

  @Test("payments are netted per contributor before any rule")
  func contributions() {
    let paid = Contributions(payments: [
      ("A", 30), ("B", 15), ("A", 50), ("C", 5.5), ("C", -5.5), ("D", -20),
    ])
    #expect(paid.amounts == [80, -20, 15])
    #expect(paid.count == 3)
  }

  @Test("an amount gets the level of the rule that hides it")
  func amountRequirements() {
    let cells = [
      TableCell(id: "dominated", value: 100, contributions: [90, 6, 4]),
      TableCell(id: "few", value: 100, contributions: [50, 50]),
      TableCell(id: "fine", value: 100, contributions: [30, 30, 20, 20]),
    ]
    let problem = DisclosureProblem(amounts: cells, equations: [])
    #expect(problem.primary == ["dominated", "few"])
    #expect(problem.requirement(of: "dominated") == .sides(lower: 5, upper: 5))
    #expect(problem.requirement(of: "few") == .sides(lower: 10, upper: 10))
    #expect(problem.requirement(of: "fine") == .anyWidth)
  }

  @Test("output checks treat an empty and a single contribution as asked")
  func outputChecks() {
    var checks = OutputChecks()
    let empty = checks.outcome(for: [])
    #expect(empty.threshold && !empty.dominance && empty.pRatio)
    checks.zerosAreDisclosive = false
    let single = checks.outcome(for: [5])
    #expect(single.threshold && single.dominance && !single.pRatio)
  }
}
