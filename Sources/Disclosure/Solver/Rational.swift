/// An exact fraction in lowest terms that notices overflow.
///
/// A result that does not fit has denominator 0: it is invalid, and so is everything computed from
/// it. That lets an elimination run without a check at every step and be judged at its end.
struct Rational<Whole: FixedWidthInteger & SignedInteger & Sendable>: Sendable, Hashable {
  /// The upper number; it carries the sign.
  let numerator: Whole

  /// The lower number: positive, or 0 when the fraction is invalid.
  let denominator: Whole

  /// What is left of a fraction that did not fit.
  static var invalid: Self { Self(lowest: 0, over: 0) }

  /// Makes a fraction in lowest terms; invalid when `denominator` is 0.
  init(_ numerator: Whole, over denominator: Whole) {
    guard denominator != 0, numerator != Whole.min, denominator != Whole.min else {
      self = .invalid
      return
    }
    let common = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Whole = denominator < 0 ? -1 : 1
    self.init(
      lowest: numerator / Whole(common) * sign, over: denominator / Whole(common) * sign)
  }

  /// The fraction as text: `7`, `84/5`.
  var text: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  private init(lowest numerator: Whole, over denominator: Whole) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

extension Rational: ReductionScalar {
  static var zero: Self { Self(lowest: 0, over: 1) }

  init(whole: Int) {
    guard let fitting = Whole(exactly: whole) else {
      self = .invalid
      return
    }
    self.init(lowest: fitting, over: 1)
  }

  var isZero: Bool { numerator == 0 && denominator != 0 }

  var isValid: Bool { denominator != 0 }

  var approximation: Double { Double(numerator) / Double(denominator) }

  func subtracting(_ factor: Self, times other: Self) -> Self {
    if denominator == 1, factor.denominator == 1, other.denominator == 1 {
      let (product, spilt) = factor.numerator.multipliedReportingOverflow(by: other.numerator)
      let (result, spiltAgain) = numerator.subtractingReportingOverflow(product)
      return spilt || spiltAgain ? .invalid : Self(lowest: result, over: 1)
    }
    guard isValid, factor.isValid, other.isValid else { return .invalid }
    let (above, spilt1) = factor.numerator.multipliedReportingOverflow(by: other.numerator)
    let (below, spilt2) = factor.denominator.multipliedReportingOverflow(by: other.denominator)
    guard !spilt1, !spilt2 else { return .invalid }
    let product = Self(above, over: below)
    let (left, spilt3) = numerator.multipliedReportingOverflow(by: product.denominator)
    let (right, spilt4) = product.numerator.multipliedReportingOverflow(by: denominator)
    let (difference, spilt5) = left.subtractingReportingOverflow(right)
    let (common, spilt6) = denominator.multipliedReportingOverflow(by: product.denominator)
    guard !spilt3, !spilt4, !spilt5, !spilt6 else { return .invalid }
    return Self(difference, over: common)
  }

  func divided(by divisor: Self) -> Self {
    guard isValid, divisor.isValid else { return .invalid }
    let (above, spilt1) = numerator.multipliedReportingOverflow(by: divisor.denominator)
    let (below, spilt2) = denominator.multipliedReportingOverflow(by: divisor.numerator)
    return spilt1 || spilt2 ? .invalid : Self(above, over: below)
  }
}

/// The greatest whole number that divides both; the other number when one is 0.
private func greatestCommonDivisor<Number: FixedWidthInteger>(_ a: Number, _ b: Number) -> Number {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
