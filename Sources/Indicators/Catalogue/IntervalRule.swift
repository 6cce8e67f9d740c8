/// Where the 95% limits of an indicator's values come from.
public enum IntervalRule: String, Sendable, CaseIterable {
  /// There are none: money, scores without a published interval, counts of everyone.
  case none = ""
  /// The publisher's, which know the design of a survey or the weights of a standardised rate.
  case published
  /// Wilson's score limits of numerator and denominator: a share of people or households.
  case wilson
  /// Byar's limits of the numerator, exact below 10: events among a population.
  case byar

  /// What it is, in a sentence's words.
  public var words: String {
    switch self {
    case .none: "none"
    case .published: "as published"
    case .wilson: "Wilson's score limits, 95%"
    case .byar: "Byar's limits, exact below 10, 95%"
    }
  }
}
