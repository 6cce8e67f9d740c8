/// Rounding to a base with small counts hidden, the rule of NHS England for sub-national counts.
///
/// 0 stays 0; counts in the hidden range are shown as a mark; all others are rounded to the nearest
/// multiple of the base, halves up. Totals are computed from true counts and rounded on their own;
/// percentages are computed from rounded counts only; means of a hidden number of values are hidden.
public struct RoundingPolicy: Sendable, Hashable {
  /// Figures are multiples of this.
  public var base: Int

  /// The counts that are hidden; nil for none.
  public var hidden: ClosedRange<Int>?

  /// A count as it is published.
  public enum Figure: Sendable, Hashable {
    /// A rounded count.
    case rounded(Int)

    /// The mark of a hidden count.
    case hidden
  }

  /// Makes a policy; by default that for hospital counts: base 5, counts from 1 to 7 hidden.
  ///
  /// - Precondition: `base` is at least 1.
  public init(base: Int = 5, hidden: ClosedRange<Int>? = 1...7) {
    precondition(base >= 1, "a rounding base is at least 1")
    self.base = base
    self.hidden = hidden
  }

  /// A count as it is published; counts lie within ±10^15, and negative counts, which are corrections, are rounded alike.
  public func published(_ count: Int) -> Figure {
    if let hidden, hidden.contains(count) { return .hidden }
    return .rounded(rounded(count))
  }

  /// The counts that are published as a figure; nil when none is.
  public func possibleCounts(for figure: Figure) -> ClosedRange<Int>? {
    switch figure {
    case .hidden: return hidden
    case .rounded(let value):
      guard rounded(value) == value else { return nil }
      // Halves go up, so the range reaches down by half the base and up by a little less.
      var from = max(0, value - base / 2)
      var to = value + (base - 1) / 2
      if let hidden {
        if hidden.contains(from) { from = hidden.upperBound + 1 }
        if hidden.contains(to) { to = hidden.lowerBound - 1 }
      }
      return from <= to ? from...to : nil
    }
  }

  /// A percentage computed as the policy asks, from rounded counts; nil when either is hidden or the
  /// denominator is 0.
  public func percentage(of part: Int, in whole: Int) -> Double? {
    guard case .rounded(let part) = published(part), case .rounded(let whole) = published(whole),
      whole != 0
    else { return nil }
    return 100 * Double(part) / Double(whole)
  }

  /// Whether a mean over so many values is hidden.
  public func hidesMean(over count: Int) -> Bool { published(count) == .hidden }

  private func rounded(_ count: Int) -> Int {
    let beyond = count - divideDown(count, base) * base
    return beyond >= base - beyond ? count - beyond + base : count - beyond
  }
}

/// The quotient rounded towards minus infinity; the divisor is positive.
func divideDown(_ number: Int, _ divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}

/// The quotient rounded towards infinity; the divisor is positive.
func divideUp(_ number: Int, _ divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor > 0 ? quotient + 1 : quotient
}
