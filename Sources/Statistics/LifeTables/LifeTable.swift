/// An abridged life table: years of life still to be expected from each age on.
///
/// Per band with deaths d, people P, width w and share a of the band lived by those who die in it
/// (0.1 for the band that starts at birth, ½ elsewhere): M = d/P, q = Mw/(1 + Mw(1-a)) or 1 when
/// d > P/w/a; the open band has w = 2/M. From 100,000 births, e is the sum of years lived from
/// an age on over those alive at it.
///
/// Variance: s² = q²(1-q)/d, W = s²l²((1-a)w + e of the next band)², in the open band
/// (l/2)²·4/(dM²); SE² is the sum of W from the age on over l². A band without deaths adds none.
///
/// When a band has q = 1 nobody is left: later ages have 0 years, as published, and no limits.
///
/// Any layout of bands will do, the first starting at 0 and the last open. Nothing is given for
/// an area whose population is not above 5000, whose deaths exceed its people in some band or
/// whose open band has no deaths; and nothing for an age whose 95% interval is over 20 years.
/// Reference: Chiang 1984, The Life Table and its Applications; Newell 1994, Methods and Models in
/// Demography; Silcocks et al. 2001, J. Epidemiol. Community Health 55:38; Eayres & Williams
/// 2004, ibid. 58:243 (the bounds).
public struct LifeTable: Sendable {
  /// The confidence of the limits.
  public let confidence: Confidence
  /// Populations up to this are refused.
  public static let smallestPopulation = 5000.0
  /// The widest 95% interval that is shown, in years.
  public static let widestInterval = 20.0

  /// Fixes the confidence.
  public init(confidence: Confidence = .ninetyFive) {
    self.confidence = confidence
    z = confidence.z
  }

  // Kept: finding a quantile takes longer than all else that an age needs.
  private let z: Double
  private static let z95 = Confidence.ninetyFive.z

  /// Life expectancy at each start age.
  ///
  /// - Throws: a `Blank` when no age can be given: a missing, negative or non-finite number with
  ///   its band, ages that do not ascend from 0, or one of the bounds above.
  public func expectancies(
    startAges: [Double?], deaths: [Double?], populations: [Double?]
  ) throws(Blank) -> [Estimate] {
    let table = try Bands(startAges, deaths, populations)
    let years = table.expectancies()
    let errors = table.standardErrors(years)
    return zip(years, errors).map { row($0, $1) }
  }

  private func row(_ years: Double, _ error: Double?) -> Estimate {
    var result = Estimate(
      value: years, lower: nil, upper: nil, confidence: confidence,
      statistic: Statistic("life expectancy"), method: .chiang)
    guard let error else {
      result.blank = .undefined("the table has no survivors to this age")
      return result
    }
    guard 2 * Self.z95 * error <= Self.widestInterval else {
      result.value = nil
      result.blank = .tooWide(limit: Self.widestInterval, unit: "years")
      return result
    }
    let half = error == 0 ? 0 : z * error
    result.lower = years - half
    result.upper = years + half
    return result
  }
}
