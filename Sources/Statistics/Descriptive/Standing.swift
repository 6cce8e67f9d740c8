/// How far each value stands from the rest, by mean and deviation and by median and MAD.
///
/// z = (x - mean)/s with n - 1; modified z = 0.6745(x - median)/MAD, which a few extreme values
/// do not spoil. Neither exists when its measure of spread is 0. z is taken from the mean as it is
/// given, rounded to a double: for values such as 10⁸ + 0.3 that limits z to about nine digits,
/// the same in R, and lets a reader recompute it from the printed mean.
/// Reference: Iglewicz & Hoaglin 1993, How to Detect and Handle Outliers.
public struct Standing: Sendable, Hashable {
  /// Count, sum, mean and deviation.
  public let summary: Summary
  /// The median.
  public let median: Double
  /// The median distance from the median.
  public let medianDeviation: Double
  /// The distance between the quartiles, type 7.
  public let interquartileRange: Double
  /// Each value's distance from the mean in deviations; nil when the deviation is 0 or unknown.
  public let z: [Double]?
  /// Each value's distance from the median, scaled; nil when `medianDeviation` is 0.
  public let modifiedZ: [Double]?

  /// `medianDeviation` times 1.4826, which estimates the deviation of normal values.
  public var scaledMedianDeviation: Double { 1.4826 * medianDeviation }

  /// Measures all values.
  ///
  /// - Throws: a `Blank` for an empty list or a value that is missing or not finite.
  public init(_ values: [Double?]) throws(Blank) {
    let numbers = try Check.all(values, .value)
    let all = try Summary(values)
    let sorted = numbers.sorted()
    let middle = Median.ofSorted(sorted) ?? all.mean
    let spread = Median.of(numbers.map { abs($0 - middle) }) ?? 0
    summary = all
    median = middle
    medianDeviation = spread
    interquartileRange =
      SampleQuantile.linear.ofSorted(sorted, at: 0.75)
      - SampleQuantile.linear.ofSorted(sorted, at: 0.25)
    let deviation = all.deviation ?? 0
    z =
      deviation > 0 && deviation.isFinite
      ? numbers.map { ($0 - all.mean) / deviation } : nil
    modifiedZ = spread > 0 ? numbers.map { 0.6745 * (($0 - middle) / spread) } : nil
  }
}
