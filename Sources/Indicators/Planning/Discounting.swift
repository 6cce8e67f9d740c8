import Glibc

/// Money of later years in today's value, and in the prices of its day.
///
/// Reference: HM Treasury, The Green Book: real discount rate of 3.5% for the first 30 years.
public struct Discounting: Hashable, Sendable {
  /// The real rate a year, in per cent.
  public let rate: Double
  /// Inflation a year, in per cent.
  public let inflation: Double

  /// Makes a rule.
  public init(rate: Double, inflation: Double) {
    self.rate = rate
    self.inflation = inflation
  }

  /// What £1 in a year is worth in year 0: 1 / (1 + rate)^year.
  public func factor(_ year: Int) -> Double { pow(1 + rate / 100, Double(-year)) }

  /// What £1 of year 0's prices is in the prices of a year.
  public func prices(_ year: Int) -> Double { pow(1 + inflation / 100, Double(year)) }

  /// The value in year 0 of amounts in years 1, 2, ….
  public func presentValue(_ amounts: [Double]) -> Double {
    amounts.enumerated().reduce(0) { $0 + $1.element * factor($1.offset + 1) }
  }
}
