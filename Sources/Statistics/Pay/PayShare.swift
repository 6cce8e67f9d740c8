/// The share of jobs paid less than a threshold, with how it was found and how sure it is.
public struct PayShare: Sendable, Hashable {
  /// How a share was found.
  public enum Basis: String, Sendable, CaseIterable {
    /// On a straight line between two published percentiles.
    case interpolated
    /// Below the lowest published percentile, by a power of pay.
    case tail
    /// No percentile up to the 30th is published: the share of the region.
    case borrowed
    /// The shares of several places together, weighted by their jobs.
    case pooled
    /// What the law says, not an estimate.
    case law
  }

  /// What the limits are.
  public enum Limits: String, Sendable, CaseIterable {
    /// 95% limits of sampling error, from the publisher's standard errors.
    case sampling
    /// No standard error is published: what other shapes of the curve would give.
    case shape
    /// The lowest and the highest share among the places borrowed from.
    case places
    /// There is nothing to be unsure of.
    case exact
  }

  /// The share, in per cent.
  public let value: Double
  /// How it was found.
  public let basis: Basis
  /// The likely range, in per cent.
  public let limits: Interval
  /// What the likely range is.
  public let kind: Limits
  /// Between which percentiles the share must lie whatever the curve's shape, apart from sampling.
  public let bounds: Interval
  /// The relative standard error of sampling; nil where the publisher gives none.
  public let relativeError: Double?
  /// The exponent of the tail; nil where none was used.
  public let exponent: Double?
  /// What other shapes of the tail would give, from the steepest to a straight line.
  ///
  /// Nil where no tail was used. Sampling error does not know of it.
  public let shapes: Interval?

  /// Puts a share together.
  public init(
    _ value: Double, basis: Basis, limits: Interval, kind: Limits, bounds: Interval,
    relativeError: Double? = nil, exponent: Double? = nil, shapes: Interval? = nil
  ) {
    self.value = value
    self.basis = basis
    self.limits = limits
    self.kind = kind
    self.bounds = bounds
    self.relativeError = relativeError
    self.exponent = exponent
    self.shapes = shapes
  }

  /// A share of nought that the law brings about.
  public static let abolished = PayShare(
    0, basis: .law, limits: Interval(lower: 0, upper: 0), kind: .exact,
    bounds: Interval(lower: 0, upper: 0))

  /// The share of a region, taken for one of its places that has no usable percentile.
  ///
  /// Nil where no other place of the region has a share of its own.
  public init?(borrowedFrom others: [(jobs: Double, share: PayShare)]) {
    let jobs = others.reduce(0) { $0 + $1.jobs }
    guard jobs > 0 else { return nil }
    let values = others.map(\.share.value)
    let range = Interval(lower: values.min() ?? 0, upper: values.max() ?? 0)
    self.init(
      others.reduce(0) { $0 + $1.jobs * $1.share.value } / jobs, basis: .borrowed, limits: range,
      kind: .places, bounds: Interval(lower: 0, upper: 100))
  }

  /// The share of several places together, weighted by their jobs.
  ///
  /// Sampling errors of places are independent; what was borrowed, or has no standard error, adds
  /// the whole of its range. Nil without jobs.
  public init?(pooled parts: [(jobs: Double, share: PayShare)]) {
    let jobs = parts.reduce(0) { $0 + $1.jobs }
    guard jobs > 0 else { return nil }
    let value = parts.reduce(0) { $0 + $1.jobs * $1.share.value } / jobs
    var variance = 0.0
    var below = 0.0
    var above = 0.0
    var lowest = 0.0
    var highest = 0.0
    var steep = 0.0
    var straight = 0.0
    for (weight, share) in parts.map({ ($0.jobs / jobs, $0.share) }) {
      lowest += weight * share.bounds.lower
      highest += weight * share.bounds.upper
      steep += weight * (share.shapes?.lower ?? share.value)
      straight += weight * (share.shapes?.upper ?? share.value)
      if let error = share.relativeError {
        let own = weight * share.value * error
        variance += own * own
      } else {
        below += weight * (share.value - share.limits.lower)
        above += weight * (share.limits.upper - share.value)
      }
    }
    let error = variance.squareRoot()
    let reach = Confidence.ninetyFive.z * error
    let limits = Interval(
      lower: max(0, value - reach - below), upper: min(100, value + reach + above))
    self.init(
      value, basis: .pooled, limits: limits, kind: error > 0 ? .sampling : .shape,
      bounds: Interval(lower: lowest, upper: highest),
      relativeError: error > 0 && value > 0 ? error / value : nil,
      shapes: parts.contains { $0.share.shapes != nil }
        ? Interval(lower: steep, upper: straight) : nil)
  }

  /// The share between two thresholds of one curve, whose errors move together.
  public static func difference(_ high: PayShare, _ low: PayShare) -> PayShare {
    let value = max(0, high.value - low.value)
    let bounds = Interval(lower: 0, upper: high.bounds.upper)
    if let error = high.relativeError {
      return PayShare(
        value, basis: high.basis, limits: PayCurve.sampling(value, error, within: bounds),
        kind: high.kind, bounds: bounds, relativeError: error, exponent: high.exponent)
    }
    let ends = [
      value, high.limits.lower - low.limits.lower, high.limits.upper - low.limits.upper,
    ].map { max(0, $0) }
    let limits = Interval(lower: ends.min() ?? 0, upper: ends.max() ?? 0)
    return PayShare(
      value, basis: high.basis, limits: limits, kind: high.kind, bounds: bounds,
      exponent: high.exponent)
  }
}
