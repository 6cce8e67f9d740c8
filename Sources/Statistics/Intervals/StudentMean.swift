/// A mean with Student's limits: mean ∓ t(1-a/2, n-1) · s/√n, s with n - 1.
///
/// One value has no limits, and says so; equal values have limits of no width. A missing value
/// makes the mean missing: it is not dropped.
/// Reference: Student 1908, Biometrika 6:1; Altman et al. 2000, Statistics with Confidence, ch. 4.
public enum StudentMean {
  /// The mean of all values.
  ///
  /// - Throws: a `Blank` for an empty list or a value that is missing or not finite.
  public static func estimate(
    _ values: [Double?], confidence: Confidence = .ninetyFive
  ) throws(Blank) -> Estimate {
    let summary = try Summary(values)
    var result = Estimate(
      value: summary.mean, lower: nil, upper: nil, confidence: confidence,
      statistic: Statistic("mean"), method: .student)
    guard let deviation = summary.deviation else {
      result.blank = .tooFew(.value, needed: 2, found: 1)
      return result
    }
    let n = Double(summary.count)
    let half =
      deviation == 0 ? 0 : confidence.t(degrees: n - 1) * deviation / n.squareRoot()
    result.lower = summary.mean - half
    result.upper = summary.mean + half
    return result
  }
}
