/// The terms of statutory sick pay in one tax year, in pence and days.
public struct SickPayTerms: Hashable, Sendable {
  /// The flat rate for a week.
  public var weeklyRate: Int
  /// The lower earnings limit for a week.
  public var lowerLimit: Int
  /// True where nothing is paid below the lower earnings limit.
  public var limitIsTest: Bool
  /// Waiting days.
  public var waitingDays: Int
  /// The highest share of earnings that is paid, in per cent; nil where there is none.
  public var shareOfEarnings: Int?

  /// Makes terms.
  public init(
    weeklyRate: Int, lowerLimit: Int, limitIsTest: Bool, waitingDays: Int,
    shareOfEarnings: Int? = nil
  ) {
    self.weeklyRate = weeklyRate
    self.lowerLimit = lowerLimit
    self.limitIsTest = limitIsTest
    self.waitingDays = waitingDays
    self.shareOfEarnings = shareOfEarnings
  }

  /// The weekly earnings, in pence, below which the flat rate is not reached; nil where it always is.
  public var flatRateFrom: Double? {
    shareOfEarnings.flatMap { $0 > 0 ? Double(weeklyRate) * 100 / Double($0) : nil }
  }
}
