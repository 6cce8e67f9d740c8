/// A percentage or rate as it is published, and the counts that may stand behind it.
///
/// A small count is not protected by publishing only its share: 0.8 % of 250 can only be 2.
public struct PublishedRate: Sendable, Hashable {
  /// The figure as printed.
  public var value: Double

  /// The decimal places it is printed with, 0 to 9.
  public var decimals: Int

  /// The number of people, or whatever else, that the rate is about.
  public var denominator: Int

  /// What the rate is expressed per: 100 for a percentage.
  public var per: Int

  /// Whether the counted are part of the denominator, so that there cannot be more of them.
  public var isShare: Bool

  /// Describes a published rate.
  public init(
    value: Double, decimals: Int, denominator: Int, per: Int = 100, isShare: Bool = true
  ) {
    self.value = value
    self.decimals = decimals
    self.denominator = denominator
    self.per = per
    self.isShare = isShare
  }

  /// The counts whose rate is printed like this (halves rounded up); nil when there are none.
  ///
  /// A count n is possible when 2·per·10^d·n lies from (2P - 1)·D up to, but without, (2P + 1)·D, where
  /// P is the printed figure without its decimal point and D the denominator.
  public var possibleNumerators: ClosedRange<Int>? {
    guard let power = powerOfTen(decimals), denominator > 0, per > 0, per <= 1_000_000_000
    else { return nil }
    let shifted = (value * Double(power)).rounded()
    guard abs(shifted) < 1e17, let printed = Int(exactly: shifted) else { return nil }
    let (divisor, spilt) = (2 * per).multipliedReportingOverflow(by: power)
    let (least, spilt1) = (2 * printed - 1).multipliedReportingOverflow(by: denominator)
    let (limit, spilt2) = (2 * printed + 1).multipliedReportingOverflow(by: denominator)
    guard !spilt, !spilt1, !spilt2 else { return nil }
    let from = max(0, divideUp(least, divisor))
    var to = divideUp(limit, divisor) - 1
    if isShare { to = min(to, denominator) }
    return from <= to ? from...to : nil
  }

  /// Whether the rate gives away a count that the threshold rule hides.
  ///
  /// - Parameters:
  ///   - rule: The rule for counts.
  ///   - isNumeratorHidden: Whether the count itself is hidden where it is published, for any reason.
  /// - Returns: True when every count that may stand behind the rate is one to hide, or only one is
  ///   possible and it is hidden elsewhere.
  public func discloses(under rule: FrequencyRule, isNumeratorHidden: Bool) -> Bool {
    guard let numerators = possibleNumerators else { return isNumeratorHidden }
    if numerators.count == 1, isNumeratorHidden { return true }
    return rule.hides(Double(numerators.lowerBound)) && rule.hides(Double(numerators.upperBound))
  }
}
