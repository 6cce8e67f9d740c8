/// Count, sum, mean and spread of a list of numbers.
///
/// The sum is carried in two doubles and the variance is found about the mean in a second pass, so
/// that values such as 10¹² + 0.2 keep their spread.
/// Reference: NIST StRD univariate data; Chan, Golub & LeVeque 1983, Am. Stat. 37:242.
public struct Summary: Sendable, Hashable {
  /// How many values there are.
  public let count: Int
  /// Their sum.
  public let sum: Double
  /// Their mean.
  public let mean: Double
  /// The variance with n - 1; nil for a single value.
  public let variance: Double?
  /// The correlation of each value with the next; nil when nothing varies.
  ///
  /// Σ(xᵢ - m)(xᵢ₊₁ - m) / Σ(xᵢ - m)².
  public let lagOneAutocorrelation: Double?

  /// Describes all values.
  ///
  /// - Throws: a `Blank` for an empty list, a value that is missing or not finite, or a sum that
  ///   is beyond what a number can hold.
  public init(_ values: [Double?]) throws(Blank) {
    let numbers = try Check.all(values, .value)
    try Check.atLeast(1, numbers.count, .value)
    var total = ExactSum()
    for number in numbers { total.add(number) }
    let n = Double(numbers.count)
    count = numbers.count
    sum = total.value
    mean = total.divided(by: n)
    guard sum.isFinite, mean.isFinite else {
      throw .undefined("the sum of the values is too large to compute with")
    }
    let centred = Self.centred(numbers, about: mean)
    var squares = 0.0
    var products = 0.0
    for (index, gap) in centred.enumerated() {
      squares += gap * gap
      if index > 0 { products += centred[index - 1] * gap }
    }
    variance = numbers.count > 1 ? squares / (n - 1) : nil
    lagOneAutocorrelation = squares > 0 && squares.isFinite ? products / squares : nil
  }

  /// The standard deviation with n - 1; nil for a single value.
  public var deviation: Double? { variance?.squareRoot() }

  /// The values less their mean; the mean's own rounding is taken out by a second centring.
  static func centred(_ numbers: [Double], about mean: Double) -> [Double] {
    var gaps = numbers.map { $0 - mean }
    let rest = ExactSum.of(gaps) / Double(gaps.count)
    if rest.isFinite, rest != 0 {
      for index in gaps.indices { gaps[index] -= rest }
    }
    return gaps
  }
}
