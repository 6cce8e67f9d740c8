import Evidence
import Places
import Statistics

/// Spending a head beside an outcome, for places that may be compared: not value for money.
///
/// Both are standardised: how many standard deviations a place lies from the mean of all places
/// that run the same services.
public struct SpendBesideOutcome: Sendable {
  /// One place.
  public struct Point: Sendable {
    /// The place.
    public let place: Place
    /// What is spent.
    public let spend: IndicatorValue
    /// The outcome.
    public let outcome: IndicatorValue
    /// Distance of the spending from the mean, in standard deviations.
    public let spendScore: Double
    /// Distance of the outcome from the mean, in standard deviations, up for better.
    public let outcomeScore: Double
  }

  /// The spending.
  public let spend: Indicator
  /// The outcome.
  public let outcome: Indicator
  /// The period of the spending.
  public let spendPeriod: Period
  /// The period of the outcome.
  public let outcomePeriod: Period
  /// The places, by name.
  public let points: [Point]
  /// Spearman's rank correlation over them.
  public let correlation: Double
  /// Its 95% interval.
  public let interval: Interval

  /// Sets two indicators side by side.
  ///
  /// - Throws: a `Blank` where fewer than ten places have both, or where one of them does not vary.
  public init(
    spend: Indicator, outcome: Indicator, places: [Place], _ table: IndicatorTable
  ) throws(Blank) {
    guard let spendPeriod = Comparison.latest(spend, places, table),
      let outcomePeriod = Comparison.latest(outcome, places, table)
    else { throw .tooFew(.value, needed: Self.fewest, found: 0) }
    var pairs: [(Place, IndicatorValue, IndicatorValue)] = []
    for place in places.sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
      guard let one = table.value(spend.id, place.code, spendPeriod), one.value != nil,
        let other = table.value(outcome.id, place.code, outcomePeriod), other.value != nil,
        !one.status.contains(.unreliable), !other.status.contains(.unreliable)
      else { continue }
      pairs.append((place, one, other))
    }
    guard pairs.count >= Self.fewest else {
      throw .tooFew(.value, needed: Self.fewest, found: pairs.count)
    }
    let spends = pairs.map { $0.1.value }
    let outcomes = pairs.map { $0.2.value }
    guard let spendScores = try Statistics.Standing(spends).z,
      let outcomeScores = try Statistics.Standing(outcomes).z
    else { throw .undefined("one of the two does not vary") }
    let sign = outcome.polarity == .low ? -1.0 : 1
    points = pairs.indices.map { index in
      Point(
        place: pairs[index].0, spend: pairs[index].1, outcome: pairs[index].2,
        spendScore: spendScores[index], outcomeScore: sign * outcomeScores[index])
    }
    let rho = try Correlation(spends, outcomes).spearman
    correlation = rho
    interval = try Correlation.rankInterval(rho, count: pairs.count)
    self.spend = spend
    self.outcome = outcome
    self.spendPeriod = spendPeriod
    self.outcomePeriod = outcomePeriod
  }

  /// Fewer places say nothing.
  static let fewest = 10
}
