import Evidence
import Places
import Statistics

/// The shares of jobs below the levels of pay that sick pay depends on, for every place.
///
/// A council with no percentile up to the 30th borrows its region's share (Wales's and Scotland's
/// councils their country's): that of the region's other councils, weighted by their jobs.
/// Counties, combined authorities, regions and countries are the sum of their councils unless
/// they are published themselves. All are jobs, not people: one person may have two.
public struct PayEstimates: Sendable {
  /// The evidence.
  public let evidence: PayEvidence
  /// The scenarios.
  public let scenarios: [SickPayScenario]
  /// All estimates, by survey, threshold and place.
  public private(set) var all: [PayEstimate] = []
  let register: Register
  let pooled = PooledPay()
  private var positions: [Key: Int] = [:]
  /// A group is computed where the survey holds at least this share of its councils.
  private static let enough = 0.9

  private struct Key: Hashable {
    let place: String
    let threshold: PayThreshold
    let analysis: PaySurvey.Analysis
    let year: Int
  }

  /// Surveys of one analysis, span and year.
  private struct Wave: Hashable {
    let analysis: PaySurvey.Analysis
    let span: PaySurvey.Span
    let period: Period
  }

  /// Computes all estimates.
  public init(_ evidence: PayEvidence, register: Register, scenarios: [SickPayScenario] = []) {
    self.evidence = evidence
    self.register = register
    self.scenarios = scenarios
    var waves: [Wave] = []
    var surveys: [Wave: [PaySurvey]] = [:]
    // Annual before weekly: weekly pay of the same year, which belongs to one tax year, wins.
    for survey in evidence.surveys {
      let wave = Wave(analysis: survey.analysis, span: survey.span, period: survey.period)
      if surveys[wave] == nil { waves.append(wave) }
      surveys[wave, default: []].append(survey)
    }
    for wave in waves {
      for threshold in PayThreshold.allCases { add(surveys[wave] ?? [], threshold) }
    }
  }

  /// The estimate of a place: of a survey's year, or of the latest.
  public func estimate(
    _ place: String, _ threshold: PayThreshold, _ analysis: PaySurvey.Analysis, year: Int? = nil
  ) -> PayEstimate? {
    if let year {
      let key = Key(place: place, threshold: threshold, analysis: analysis, year: year)
      return positions[key].map { all[$0] }
    }
    return all.last {
      $0.place == place && $0.threshold == threshold && $0.analysis == analysis
    }
  }

  /// The terms from which on earnings are no test any more, with their year; nil where they are.
  public var abolition: (year: Int, terms: SickPayTerms)? {
    evidence.terms.sorted { $0.key < $1.key }.first { !$0.value.limitIsTest }
      .map { ($0.key, $0.value) }
  }

  private mutating func add(_ surveys: [PaySurvey], _ threshold: PayThreshold) {
    guard let first = surveys.first, let levels = levels(threshold, first) else { return }
    var shares: [String: PayShare] = [:]
    for survey in surveys {
      shares[survey.place] = survey.curve.flatMap { Self.share($0, levels) }
    }
    borrow(surveys, &shares)
    var found: [PayEstimate] = []
    func append(
      _ place: String, _ share: PayShare, _ jobs: Double?, _ error: Double?, _ low: Double?
    ) {
      found.append(
        PayEstimate(
          place: place, period: first.period, analysis: first.analysis, span: first.span,
          threshold: threshold, pay: levels.high, ruleYear: levels.ruleYear, share: share,
          jobs: jobs, jobsError: error, lowestPercentile: low))
    }
    for survey in surveys {
      guard let share = shares[survey.place] else { continue }
      append(
        survey.place, share, survey.jobs, survey.jobsError, survey.curve?.points.first?.percentile)
    }
    let held = Dictionary(surveys.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    for group in register.places where held[group.code] == nil {
      let members = members(of: group, held)
      let parts = members.compactMap { survey in
        survey.jobs.flatMap { jobs in shares[survey.place].map { (jobs: jobs, share: $0) } }
      }
      guard let share = PayShare(pooled: parts) else { continue }
      let jobs = members.compactMap(\.jobs).reduce(0, +)
      let variance = members.reduce(0) { sum, survey in
        let own = (survey.jobs ?? 0) * (survey.jobsError ?? 0)
        return sum + own * own
      }
      append(group.code, share, jobs, jobs > 0 ? variance.squareRoot() / jobs : nil, nil)
    }
    for estimate in found.sorted(by: { $0.place < $1.place }) {
      let key = Key(
        place: estimate.place, threshold: threshold, analysis: estimate.analysis,
        year: estimate.period.year)
      if let at = positions[key] {
        all[at] = estimate
      } else {
        positions[key] = all.count
        all.append(estimate)
      }
    }
  }

  /// The level of pay in a survey's span, with the lower one where two are meant.
  private struct Levels {
    let high: Double
    let low: Double?
    let ruleYear: Period
  }

  private func levels(_ threshold: PayThreshold, _ survey: PaySurvey) -> Levels? {
    let weeks = survey.span.weeks
    switch threshold {
    case .lowerLimit:
      let year = survey.taxYear
      guard let terms = evidence.terms[year.year], terms.limitIsTest else { return nil }
      return Levels(high: Double(terms.lowerLimit) * weeks, low: nil, ruleYear: year)
    case .flatRate, .lowerRate:
      guard let (year, terms) = abolition, let flat = terms.flatRateFrom else { return nil }
      let low = threshold == .lowerRate ? Double(terms.lowerLimit) * weeks : nil
      return Levels(high: flat * weeks, low: low, ruleYear: .financialYear(year))
    }
  }

  private static func share(_ curve: PayCurve, _ levels: Levels) -> PayShare? {
    guard let high = try? curve.below(levels.high) else { return nil }
    guard let low = levels.low else { return high }
    return (try? curve.below(low)).map { PayShare.difference(high, $0) }
  }

  private func borrow(_ surveys: [PaySurvey], _ shares: inout [String: PayShare]) {
    var lenders: [String: [(jobs: Double, share: PayShare)]] = [:]
    for survey in surveys {
      guard let share = shares[survey.place], let jobs = survey.jobs,
        let area = area(of: survey.place)
      else { continue }
      lenders[area, default: []].append((jobs, share))
    }
    for survey in surveys where shares[survey.place] == nil {
      guard let area = area(of: survey.place) else { continue }
      shares[survey.place] = PayShare(borrowedFrom: lenders[area] ?? [])
    }
  }

  /// Where a council borrows: its region, or its country where there are no regions.
  private func area(of place: String) -> String? {
    guard let place = register[place], place.tier.isCouncil else { return nil }
    return place.region ?? place.country
  }

  /// The surveys of a group's councils; none where too many councils are missing.
  private func members(of group: Place, _ held: [String: PaySurvey]) -> [PaySurvey] {
    let codes = PayGroups.councils(of: group, in: register)
    let found = codes.compactMap { held[$0] }
    return Double(found.count) >= Self.enough * Double(codes.count) ? found : []
  }

  /// The pay of a group's councils together, from a survey of the councils.
  func pool(_ group: Place, _ analysis: PaySurvey.Analysis) -> (pool: PayPool, period: Period)? {
    let surveys = evidence.surveys.filter { $0.analysis == analysis }
    guard let last = surveys.last(where: { register[$0.place]?.tier.isCouncil ?? false }) else {
      return nil
    }
    let wave = surveys.filter { $0.span == last.span && $0.period == last.period }
    let held = Dictionary(wave.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = members(of: group, held).compactMap { survey in
      survey.jobs.flatMap { jobs in
        survey.curve.flatMap { curve in
          Self.weekly(curve, survey.span.weeks).map { PayPool.Part(jobs: jobs, curve: $0) }
        }
      }
    }
    return parts.isEmpty ? nil : (PayPool(parts), last.period)
  }

  private static func weekly(_ curve: PayCurve, _ weeks: Double) -> PayCurve? {
    try? PayCurve(
      curve.points.map {
        PayCurve.Point($0.percentile, $0.pay / weeks, relativeError: $0.relativeError)
      })
  }
}
