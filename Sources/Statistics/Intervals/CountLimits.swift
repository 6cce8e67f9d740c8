/// Limits of a count of independent events.
///
/// Exact (Garwood) below 10, Byar's approximation from 10, as public health rates use them.
///
/// Domain: counts ≥ 0, whole or weighted. At 0 the lower limit is 0; at confidence 1 the limits
/// are 0 and infinity. Byar's lower limit is undefined at 0 and can be negative below 2.
/// Reference: Garwood 1936, Biometrika 28:437; Breslow & Day 1987, vol. II, IARC 82, p. 69.
public struct CountLimits: Sendable {
  /// The confidence of the limits.
  public let confidence: Confidence
  /// The count from which Byar's approximation is used.
  public static let switchover = 10.0
  private let z: Double
  private let small: [Interval]

  /// Fixes the confidence.
  ///
  /// - Parameters:
  ///   - confidence: of the limits.
  ///   - prepared: find the exact limits of the ten small whole counts beforehand, which pays for
  ///     tables of more than a few rows; at 95% and 99.8% that is done once for all.
  public init(confidence: Confidence = .ninetyFive, prepared: Bool = false) {
    self.confidence = confidence
    z = confidence.z
    switch confidence {
    case .ninetyFive: small = Self.small95
    case .ninetyNinePointEight: small = Self.small998
    default: small = prepared ? Self.table(confidence) : []
    }
  }

  private static let small95 = table(.ninetyFive)
  private static let small998 = table(.ninetyNinePointEight)

  private static func table(_ confidence: Confidence) -> [Interval] {
    (0..<10).map { garwood(Double($0), confidence.tail) }
  }

  /// The limits of a count and the method that found them.
  ///
  /// - Throws: a `Blank` for a missing, negative or non-finite count.
  public func limits(of count: Double?) throws(Blank) -> (Interval, IntervalMethod) {
    let count = try Check.notNegative(count, .count)
    return (interval(count), count < Self.switchover ? .exact : .byar)
  }

  /// The exact limits, whatever the count.
  ///
  /// Half the a/2 quantile of chi-squared with 2x degrees, half the 1-a/2 quantile with 2x+2.
  /// - Throws: a `Blank` for a missing, negative or non-finite count.
  public func exact(_ count: Double?) throws(Blank) -> Interval {
    Self.garwood(try Check.notNegative(count, .count), confidence.tail)
  }

  /// Byar's limits, whatever the count; the lower is nil where the formula gives none.
  ///
  /// x(1 - 1/9x - z/3√x)³ and (x+1)(1 - 1/9(x+1) + z/3√(x+1))³.
  /// - Throws: a `Blank` for a missing, negative or non-finite count.
  public func byar(_ count: Double?) throws(Blank) -> (lower: Double?, upper: Double) {
    let x = try Check.notNegative(count, .count)
    let lower = byarLower(x)
    return (lower >= 0 ? lower : nil, byarUpper(x))
  }

  /// The limits for a count that is known to be finite and not below 0.
  func interval(_ x: Double) -> Interval {
    guard x < Self.switchover else {
      return Interval(lower: max(0, byarLower(x)), upper: byarUpper(x))
    }
    let whole = Int(x)
    return Double(whole) == x && whole < small.count
      ? small[whole] : Self.garwood(x, confidence.tail)
  }

  private func byarLower(_ x: Double) -> Double {
    if z == .infinity { return 0 }
    let root = 1 - 1 / (9 * x) - z / (3 * x.squareRoot())
    return x * root * root * root
  }

  private func byarUpper(_ x: Double) -> Double {
    let next = x + 1
    let root = 1 - 1 / (9 * next) + z / (3 * next.squareRoot())
    return next * root * root * root
  }

  static func garwood(_ x: Double, _ tail: Double) -> Interval {
    Interval(
      lower: x == 0 ? 0 : GammaDistribution.quantile(tail, shape: x),
      upper: GammaDistribution.upperQuantile(tail, shape: x + 1))
  }
}
