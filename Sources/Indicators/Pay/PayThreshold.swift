/// A level of pay that sick pay depends on.
public enum PayThreshold: String, CaseIterable, Sendable {
  /// The lower earnings limit of the year in which the pay was earned.
  case lowerLimit = "below_limit"
  /// The pay from which 80% of it reaches the flat rate: below it sick pay is less.
  case flatRate = "below_flat_rate"
  /// Between today's lower earnings limit and that pay: less for a week than under the old law.
  case lowerRate = "lower_rate"
}
