import Evidence
import Places
import Statistics
import Testing

@testable import Indicators

/// Expected shares: data-sick-pay.md section 4 and the outcome asked of this product.
@Suite("Who is paid too little for sick pay")
struct PayEstimatesTests {
  private static let greatBritain = "K03000001"
  private static let kingdom = "K02000001"

  private func estimate(
    _ place: String, _ threshold: PayThreshold = .lowerLimit,
    _ analysis: PaySurvey.Analysis = .resident
  ) throws -> PayEstimate {
    try #require(ShippedPay.estimates.estimate(place, threshold, analysis))
  }

  @Test(
    "is found again for councils, a combined authority, regions and the whole",
    arguments: [
      ("E08000003", PaySurvey.Analysis.resident, 5.69), ("E06000016", .resident, 4.84),
      ("E47000001", .resident, 4.77), ("E12000007", .workplace, 3.61),
      ("E12000006", .workplace, 5.31),
    ])
  func known(place: String, analysis: PaySurvey.Analysis, share: Double) throws {
    let found = try estimate(place, .lowerLimit, analysis)
    #expect((found.share.value * 100).rounded() / 100 == share)
  }

  @Test("of all councils of Great Britain together is 4.42%, as 4.5% is published")
  func whole() throws {
    let found = try estimate(Self.greatBritain)
    #expect(abs(found.share.value - 4.42) <= 0.05)
    #expect(found.share.basis == .pooled && found.period == .calendarYear(2024))
    // By hand: the councils' shares, each weighted by its jobs.
    let councils = ShippedPay.estimates.all.filter {
      $0.threshold == .lowerLimit && $0.analysis == .resident && $0.jobs != nil
        && ShippedCatalogue.register[$0.place]?.tier.isCouncil ?? false
        && ShippedCatalogue.register[$0.place]?.tier != .upper
    }
    let jobs = councils.compactMap(\.jobs).reduce(0, +)
    let below = councils.reduce(0) { $0 + ($1.jobs ?? 0) * $1.share.value }
    #expect(abs(below / jobs - found.share.value) < 1e-9)
  }

  @Test("below the flat rate's pay is 5.86% of United Kingdom jobs in 2025 pay; 1.3% lose")
  func flatRate() throws {
    let found = try estimate(Self.kingdom, .flatRate, .workplace)
    #expect((found.share.value * 100).rounded() / 100 == 5.86 && found.pay == 15406.25)
    #expect(found.ruleYear == .financialYear(2026) && found.period == .calendarYear(2025))
    // The analysis puts the losers of the 2026 law at about 1.3% of jobs.
    #expect(abs(try estimate(Self.kingdom, .lowerRate, .workplace).share.value - 1.3) < 0.05)
  }

  @Test("matches annual pay with the year just ended and weekly pay with the new one")
  func years() throws {
    let annual = try estimate("E08000003")
    #expect(annual.pay == 639_600 && annual.ruleYear == .financialYear(2023))
    let weekly = try estimate("E12000007", .lowerLimit, .workplace)
    #expect(weekly.pay == 12500 && weekly.ruleYear == .financialYear(2025))
  }

  @Test("every council has a share with its range and basis; eight borrow their region's")
  func complete() {
    let found = ShippedPay.estimates.all.filter {
      $0.threshold == .lowerLimit && $0.analysis == .resident
    }
    let councils = found.filter {
      let tier = ShippedCatalogue.register[$0.place]?.tier
      return tier == .single || tier == .lower
    }
    #expect(councils.count == 350)
    #expect(councils.filter { $0.share.basis == .borrowed }.count == 8)
    for estimate in ShippedPay.estimates.all {
      let share = estimate.share
      #expect(share.limits.lower <= share.value && share.value <= share.limits.upper)
      #expect((share.relativeError == nil) == (share.kind != .sampling), "\(estimate.place)")
      if share.basis == .tail { #expect(share.value < share.bounds.upper) }
    }
    // Every English council of today, region and combined authority.
    let held = Set(found.map(\.place))
    for place in ShippedCatalogue.register.places
    where place.isCurrent && place.country == "E92000001" {
      let isWanted = place.tier.isCouncil || place.tier == .region || place.tier == .combined
      if isWanted { #expect(held.contains(place.code), "\(place)") }
    }
  }

  @Test("a straight line from the lowest percentile to nought would give 5.6% and not 4.4%")
  func straightLine() throws {
    var below = 0.0
    var jobs = 0.0
    for survey in ShippedPay.evidence.surveys where survey.analysis == .resident {
      guard let first = survey.curve?.points.first, first.percentile <= 30, let own = survey.jobs
      else { continue }
      below += own * first.percentile * 639_600 / first.pay
      jobs += own
    }
    #expect(below / jobs > 5.5)
    let shapes = try #require(try estimate(Self.greatBritain).share.shapes)
    #expect(shapes.contains(4.42) && shapes.upper > 5.4)
  }

  @Test("weekly pay: a council's is its own, a group's is where its councils' shares reach it")
  func weekly() throws {
    let own = try #require(ShippedPay.estimates.weeklyPay("E08000003", at: 10))
    #expect(abs(own.pay - 993_100.0 / 52) < 1e-9 && own.isEstimated && !own.isPooled)
    let group = try #require(ShippedPay.estimates.weeklyPay("E47000001", at: 50))
    #expect(group.isPooled && group.limits?.contains(group.pay) == true)
    let members = ShippedCatalogue.register.members(of: "E47000001").compactMap {
      ShippedPay.estimates.weeklyPay($0.code, at: 50)?.pay
    }
    #expect(group.pay > members.min() ?? .infinity && group.pay < members.max() ?? 0)
    // Suppressed there, and not made up.
    #expect(ShippedPay.estimates.weeklyPay("E06000003", at: 10) == nil)
    let region = try #require(
      PayEstimates(
        PayEvidence(
          surveys: ShippedPay.evidence.surveys.filter { $0.analysis == .workplace },
          terms: ShippedPay.evidence.terms), register: ShippedCatalogue.register
      ).weeklyPay("E12000007", at: 10))
    #expect(region.pay == 28940 && region.limits == nil && !region.isEstimated)
  }
}
