import Glibc

extension Correlation {
  /// The limits of a rank correlation over `count` pairs.
  ///
  /// Fisher's z with the error √(1.06/(n - 3)) that fits ranks.
  /// Reference: Fieller, Hartley & Pearson 1957, Biometrika 44:470.
  /// - Throws: a `Blank` for a correlation outside -1 to 1 or fewer than ten pairs, for which the
  ///   approximation does not hold.
  public static func rankInterval(
    _ rho: Double, count: Int, confidence: Confidence = .ninetyFive
  ) throws(Blank) -> Interval {
    let rho = try Check.within(-1...1, rho, .value)
    try Check.atLeast(10, count, .value)
    guard abs(rho) < 1 else { return Interval(lower: rho, upper: rho) }
    let half = confidence.z * (1.06 / Double(count - 3)).squareRoot()
    return Interval(lower: tanh(atanh(rho) - half), upper: tanh(atanh(rho) + half))
  }
}
