/// The rule that an amount made up by too few distinct contributors is hidden.
public struct FewContributorsRule: Sendable, Hashable {
  /// The smallest number of contributors of an amount that is shown.
  public var minimum: Int

  /// Makes the rule; 3 is the usual choice.
  public init(minimum: Int = 3) {
    self.minimum = minimum
  }

  /// Whether an amount with so many distinct contributors is hidden; one with none is not.
  public func hides(_ contributors: Int) -> Bool {
    contributors > 0 && contributors < minimum
  }
}
