import Disclosure

/// How the figures of a data set are protected before anything is written.
public struct ProtectionRule: Sendable, Hashable {
  /// Counts below this and above 0 are hidden, as is what they can be worked out from.
  public var threshold: Int
  /// Whether noughts are shown.
  public var zerosAreShown: Bool
  /// Amounts of money with fewer contributors than this are hidden, where a file says how many.
  public var minimumContributors: Int
  /// Rounds all counts instead; small ones alone are hidden then.
  public var rounding: RoundingPolicy?
  /// Sums of measures that hold in every place and period; one part alone is the same figure.
  public var sums: [Equation]

  /// Makes a rule; the defaults are those for publication.
  public init(
    threshold: Int = 5, zerosAreShown: Bool = true, minimumContributors: Int = 3,
    rounding: RoundingPolicy? = nil, sums: [Equation] = []
  ) {
    self.threshold = threshold
    self.zerosAreShown = zerosAreShown
    self.minimumContributors = minimumContributors
    self.rounding = rounding
    self.sums = sums
  }

  /// The rule in words.
  public var words: String {
    if let rounding {
      let small = rounding.hidden.map { "; \($0.lowerBound) to \($0.upperBound) are hidden" } ?? ""
      return "counts are rounded to the nearest \(rounding.base)\(small)"
    }
    let noughts = zerosAreShown ? "" : " and noughts"
    return
      "counts below \(threshold)\(noughts) are hidden, with what they could be worked out from; "
      + "amounts of fewer than \(minimumContributors) contributors likewise"
  }

  var frequency: FrequencyRule {
    FrequencyRule(threshold: threshold, zerosAreShown: zerosAreShown)
  }

  var options: DisclosureOptions {
    DisclosureOptions(
      threshold: threshold, zerosAreShown: zerosAreShown,
      minimumContributors: minimumContributors, concentration: nil)
  }
}
