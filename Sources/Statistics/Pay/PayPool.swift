/// The pay of several places together, from the percentiles of each.
///
/// No percentile of the whole is published: the share below a pay is the sum of the places' own,
/// and a percentile is the pay at which that sum is reached.
public struct PayPool: Sendable {
  /// One place: its jobs and the curve of their pay.
  public struct Part: Sendable, Hashable {
    /// The number of jobs.
    public let jobs: Double
    /// Their pay.
    public let curve: PayCurve

    /// Makes a part.
    public init(jobs: Double, curve: PayCurve) {
      self.jobs = jobs
      self.curve = curve
    }
  }

  private let parts: [Part]
  private let jobs: Double
  /// At least this share of the jobs must have a curve that reaches the pay asked about.
  private static let enough = 0.9

  /// Pools places; those without a usable curve or jobs are left out.
  public init(_ parts: [Part]) {
    self.parts = parts.filter { $0.jobs > 0 && $0.curve.isUsable }
    jobs = self.parts.reduce(0) { $0 + $1.jobs }
  }

  /// The share of jobs paid less, in per cent; nil where too few curves reach so far.
  public func below(_ pay: Double) -> Double? {
    var held = 0.0
    var sum = 0.0
    for part in parts {
      guard let share = try? part.curve.below(pay) else { continue }
      held += part.jobs
      sum += part.jobs * share.value
    }
    return held > 0 && held >= Self.enough * jobs ? sum / held : nil
  }

  /// The share of jobs paid less, with its likely range; nil where too few curves reach so far.
  public func share(below pay: Double) -> PayShare? {
    guard below(pay) != nil else { return nil }
    return PayShare(
      pooled: parts.compactMap { part in
        (try? part.curve.below(pay)).map { (part.jobs, $0) }
      })
  }

  /// The pay below which a share of jobs lies; nil where too few curves reach so far.
  public func pay(at percentile: Double) -> Double? {
    let pays = parts.flatMap { $0.curve.points.map(\.pay) }
    guard var high = pays.max(), percentile > 0, percentile < 100 else { return nil }
    // The highest pay that enough curves reach.
    while below(high) == nil {
      high *= 0.95
      if high < 1e-6 { return nil }
    }
    guard let most = below(high), most >= percentile else { return nil }
    var low = 0.0
    for _ in 0..<100 {
      let middle = (low + high) / 2
      guard middle > low, middle < high, let share = below(middle) else {
        break
      }
      if share < percentile { low = middle } else { high = middle }
    }
    return high
  }
}
