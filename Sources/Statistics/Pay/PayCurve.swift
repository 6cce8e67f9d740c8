import Glibc

/// How pay is spread over the jobs of a place, as far as its percentiles are published.
///
/// Pay is in any unit, the same for all points and for the thresholds asked about.
public struct PayCurve: Sendable, Hashable {
  /// A published percentile.
  public struct Point: Sendable, Hashable {
    /// The share of jobs that are paid less, in per cent.
    public let percentile: Double
    /// The pay.
    public let pay: Double
    /// The publisher's standard error as a share of the pay; nil where none is given.
    public let relativeError: Double?

    /// Makes a point.
    public init(_ percentile: Double, _ pay: Double, relativeError: Double? = nil) {
      self.percentile = percentile
      self.pay = pay
      self.relativeError = relativeError
    }
  }

  /// The points, lowest first; pay rises strictly.
  public let points: [Point]

  /// The exponents between which a tail is held: a straight line to nought, and a steep fall.
  public static let exponents = 1.0...2.5
  /// The exponent where one point alone is published: the middle of 242 districts in 2024, of
  /// which half lie between 1.30 and 1.66.
  public static let pooledExponent = 1.49
  /// The highest percentile from which a tail may be drawn down.
  public static let highestStart = 30.0

  /// Takes the published points; suppressed ones are left out by the caller.
  ///
  /// - Throws: `Blank` where a point is not sound or pay does not rise from point to point.
  public init(_ points: [Point]) throws(Blank) {
    let sorted = points.sorted { $0.percentile < $1.percentile }
    for (index, point) in sorted.enumerated() {
      do throws(Blank) {
        _ = try Check.within(0.000_1...99.999_9, point.percentile, .probability)
        _ = try Check.positive(point.pay, .value)
        if let error = point.relativeError { _ = try Check.notNegative(error, .standardError) }
      } catch { throw .entry(index + 1, error) }
    }
    for (low, high) in zip(sorted, sorted.dropFirst())
    where low.pay >= high.pay || low.percentile >= high.percentile {
      throw .notAscending(.value)
    }
    self.points = sorted
  }

  /// True where a percentile up to the 30th is published: enough to say what lies below.
  public var isUsable: Bool { points.first.map { $0.percentile <= Self.highestStart } ?? false }

  /// The share of jobs paid less than a threshold, with how it was found and how sure it is.
  ///
  /// Between two points it is interpolated on a straight line. Below the lowest it follows a
  /// power of pay, F(T) = q0·(T/x0)^a, never a straight line to nought, which overstates it.
  ///
  /// - Throws: `Blank` where no percentile up to the 30th is published, or the threshold lies
  ///   above the highest.
  public func below(_ threshold: Double) throws(Blank) -> PayShare {
    let pay = try Check.positive(threshold, .value)
    guard isUsable, let first = points.first, let last = points.last else {
      throw .undefined("no percentile up to the 30th is published")
    }
    if pay < first.pay { return tail(pay, from: first) }
    guard pay <= last.pay else {
      throw .undefined("the threshold lies above the highest published percentile")
    }
    let at = points.lastIndex { $0.pay <= pay } ?? 0
    if at + 1 == points.count {
      return between(points[max(0, at - 1)], last, pay)
    }
    return between(points[at], points[at + 1], pay)
  }

  /// The exponent of the tail: from the two lowest points, held within `exponents`.
  public var exponent: Double {
    guard points.count > 1 else { return Self.pooledExponent }
    let (low, high) = (points[0], points[1])
    let slope = log(high.percentile / low.percentile) / log(high.pay / low.pay)
    return min(max(slope, Self.exponents.lowerBound), Self.exponents.upperBound)
  }

  private func tail(_ pay: Double, from start: Point) -> PayShare {
    let ratio = pay / start.pay
    let power = exponent
    func share(_ exponent: Double) -> Double {
      start.percentile * pow(ratio, exponent)
    }
    let value = share(power)
    let bounds = Interval(lower: 0, upper: start.percentile)
    let shapes = Interval(
      lower: share(Self.exponents.upperBound), upper: share(Self.exponents.lowerBound))
    guard let cv = start.relativeError else {
      return PayShare(
        value, basis: .tail, limits: shapes, kind: .shape, bounds: bounds, exponent: power,
        shapes: shapes)
    }
    let error = power * cv
    return PayShare(
      value, basis: .tail, limits: Self.sampling(value, error, within: bounds), kind: .sampling,
      bounds: bounds, relativeError: error, exponent: power, shapes: shapes)
  }

  /// Errors of neighbouring percentiles move together: the larger sum is taken, not the root.
  private func between(_ low: Point, _ high: Point, _ pay: Double) -> PayShare {
    let span = high.pay - low.pay
    let weight = span > 0 ? (pay - low.pay) / span : 0
    let value = low.percentile + (high.percentile - low.percentile) * weight
    let bounds = Interval(lower: low.percentile, upper: high.percentile)
    guard let first = low.relativeError, let second = high.relativeError, span > 0 else {
      return PayShare(value, basis: .interpolated, limits: bounds, kind: .shape, bounds: bounds)
    }
    let slope = (high.percentile - low.percentile) / span
    let error = slope * ((1 - weight) * first * low.pay + weight * second * high.pay)
    let all = Interval(lower: 0, upper: 100)
    return PayShare(
      value, basis: .interpolated, limits: Self.sampling(value, error / value, within: all),
      kind: .sampling, bounds: bounds, relativeError: error / value)
  }

  static func sampling(_ value: Double, _ error: Double, within bounds: Interval) -> Interval {
    let reach = Confidence.ninetyFive.z * error * value
    return Interval(lower: value - reach, upper: value + reach)
      .clipped(to: bounds.lower...bounds.upper)
  }
}
