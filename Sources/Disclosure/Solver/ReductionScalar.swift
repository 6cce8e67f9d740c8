/// A number that row reduction can work with.
protocol ReductionScalar: Sendable {
  /// The number nought.
  static var zero: Self { get }

  /// Makes the number from a whole one; an invalid number when it does not fit.
  init(whole: Int)

  /// True for nought (for floating point: for what rounding leaves of it).
  var isZero: Bool { get }

  /// False once a result did not fit; such a number stays invalid.
  var isValid: Bool { get }

  /// The nearest floating-point number.
  var approximation: Double { get }

  /// `self - factor * other`, the step of an elimination.
  func subtracting(_ factor: Self, times other: Self) -> Self

  /// `self / divisor`.
  func divided(by divisor: Self) -> Self
}

extension Double: ReductionScalar {
  init(whole: Int) { self = Double(whole) }

  var isValid: Bool { isFinite }

  var approximation: Double { self }

  func subtracting(_ factor: Double, times other: Double) -> Double {
    let result = self - factor * other
    // What cancellation leaves of nought must not become a pivot.
    return abs(result) < 1e-9 * Swift.max(1, abs(self)) ? 0 : result
  }

  func divided(by divisor: Double) -> Double { self / divisor }
}
