/// The threshold rule for counts: 1 to t - 1 is hidden, t and more is shown.
public struct FrequencyRule: Sendable, Hashable {
  /// The smallest positive count that is shown.
  public var threshold: Int

  /// Whether a count of 0 is shown.
  public var zerosAreShown: Bool

  /// Makes the rule; 5 and shown noughts are the usual choice.
  public init(threshold: Int = 5, zerosAreShown: Bool = true) {
    self.threshold = threshold
    self.zerosAreShown = zerosAreShown
  }

  /// Whether the rule hides a count; a missing count stays missing and is not hidden.
  public func hides(_ count: Double?) -> Bool {
    guard let count else { return false }
    if count == 0 { return !zerosAreShown }
    return count > 0 && count < Double(threshold)
  }
}
