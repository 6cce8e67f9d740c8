import Evidence
import Places
import Statistics
import Synchronization

/// What a job at a percentile of a place's pay earns in a week.
public struct WeeklyPay: Sendable {
  /// The percentile.
  public let percentile: Double
  /// The pay, in pence.
  public let pay: Double
  /// 95% limits of sampling error; nil where the publisher gives no standard error.
  public let limits: Interval?
  /// Where jobs are counted.
  public let analysis: PaySurvey.Analysis
  /// The survey's year.
  public let period: Period
  /// True where it was worked out: annual pay over 52 weeks, or several councils together.
  public let isEstimated: Bool
  /// True where no percentile of the place itself is published.
  public let isPooled: Bool
}

extension PayEstimates {
  /// The percentiles at which weekly pay is told.
  public static let percentiles = [10.0, 20, 50]

  /// The weekly pay of a percentile in a place, from the best survey that is held: residents'
  /// before workplaces', weekly before annual pay; of a group, its councils' together.
  public func weeklyPay(_ code: String, at percentile: Double) -> WeeklyPay? {
    guard let place = register[code] else { return nil }
    if let own = survey(code, .resident) { return published(own, percentile) }
    if let pooled = pooledPay(place, percentile) { return pooled }
    return survey(code, .workplace).flatMap { published($0, percentile) }
  }

  /// The latest survey of a place itself, weekly before annual pay.
  public func survey(_ place: String, _ analysis: PaySurvey.Analysis) -> PaySurvey? {
    let own = evidence.surveys.filter { $0.place == place && $0.analysis == analysis }
    guard let latest = own.map(\.period).max() else { return nil }
    let last = own.filter { $0.period == latest }
    return last.first { $0.span == .weekly } ?? last.first
  }

  private func published(_ survey: PaySurvey, _ percentile: Double) -> WeeklyPay? {
    guard let (pay, error) = survey.weeklyPay(at: percentile) else { return nil }
    let limits = error.map { error in
      let reach = Confidence.ninetyFive.z * error * pay
      return Interval(lower: max(0, pay - reach), upper: pay + reach)
    }
    return WeeklyPay(
      percentile: percentile, pay: pay, limits: limits, analysis: survey.analysis,
      period: survey.period, isEstimated: survey.span == .annual, isPooled: false)
  }

  private func pooledPay(_ place: Place, _ percentile: Double) -> WeeklyPay? {
    pooled.value(place.code, percentile) { makePooledPay(place, percentile) }
  }

  private func makePooledPay(_ place: Place, _ percentile: Double) -> WeeklyPay? {
    guard let (pool, period) = pool(place, .resident), let pay = pool.pay(at: percentile) else {
      return nil
    }
    // The limits of the share at this pay, turned back into pay.
    let limits = pool.share(below: pay).flatMap { share -> Interval? in
      guard share.kind == .sampling, let low = pool.pay(at: share.limits.lower),
        let high = pool.pay(at: share.limits.upper)
      else { return nil }
      return Interval(lower: low, upper: high)
    }
    return WeeklyPay(
      percentile: percentile, pay: pay, limits: limits, analysis: .resident, period: period,
      isEstimated: true, isPooled: true)
  }
}

/// Pay of several councils together, which takes long to find and is asked for again and again.
final class PooledPay: Sendable {
  private struct Key: Hashable {
    let place: String
    let percentile: Double
  }

  private let found = Mutex<[Key: WeeklyPay?]>([:])

  func value(_ place: String, _ percentile: Double, _ make: () -> WeeklyPay?) -> WeeklyPay? {
    let key = Key(place: place, percentile: percentile)
    if let known = found.withLock({ $0[key] }) { return known }
    let made = make()
    found.withLock { $0[key] = .some(made) }
    return made
  }
}
