/// Which way a published number went.
public enum Direction: Hashable, Sendable {
  /// The later number is the higher.
  case up
  /// The later number is the lower.
  case down
  /// Both are published as the same number.
  case unchanged
}

/// Two published numbers of the same unit, an earlier and a later, and the words between them.
public struct Change: Hashable, Sendable {
  /// The earlier number.
  public let earlier: Rounded
  /// The later number.
  public let later: Rounded
  /// The difference, exact between the two as published; percentages differ in percentage points.
  public let difference: Rounded
  /// Which way it went.
  public let direction: Direction

  /// Compares two numbers; nil when their units differ or the difference is past 64 bits.
  public init?(from earlier: Rounded, to later: Rounded) {
    guard earlier.unit == later.unit else { return nil }
    let exponent = min(earlier.exponent, later.exponent)
    guard let before = earlier.counted(in: exponent), let after = later.counted(in: exponent)
    else { return nil }
    let (change, overflow) = after.subtractingReportingOverflow(before)
    guard !overflow else { return nil }
    self.earlier = earlier
    self.later = later
    direction = change > 0 ? .up : change < 0 ? .down : .unchanged
    let words = min(earlier.magnitude.power, later.magnitude.power)
    difference = Rounded(
      mantissa: change,
      precision: Precision(exponent: exponent, magnitude: Magnitude(rawValue: words) ?? .ones),
      unit: earlier.unit == .percent ? .percentagePoints : earlier.unit
    ).keyed(later.keys + earlier.keys)
  }

  /// What follows the later number: `up from £419`, `down from 28%`, `the same as before`.
  ///
  /// With the earlier time: `up from £419 in 2014 to 2015`.
  public func phrase(when: String? = nil) -> MarkdownText {
    let time: MarkdownText = when.map { " in \($0)" } ?? ""
    switch direction {
    case .up: return "up from \(earlier)" + time
    case .down: return "down from \(earlier)" + time
    case .unchanged: return "the same as" + (when == nil ? " before" : time)
    }
  }

  /// The change as a percentage of the earlier number, worked from the numbers as published.
  ///
  /// Nil when the earlier number is nought or less, where a percentage says nothing.
  public func percent(decimals: Int = 1) -> Rounded? {
    guard earlier.mantissa > 0 else { return nil }
    return Rounded.percent(
      (later.value - earlier.value) / earlier.value * 100, decimals: decimals)?
      .keyed(later.keys + earlier.keys)
  }

  /// The size of the change without its sign, for `7% fewer children`.
  public var size: Rounded { difference.absolute }

  /// `more`, `fewer` or `as many`, for what is counted.
  public var moreOrFewer: String { word("more", "fewer", "as many") }

  /// `more`, `less` or `as much`, for what is measured.
  public var moreOrLess: String { word("more", "less", "as much") }

  /// `higher`, `lower` or `the same`.
  public var higherOrLower: String { word("higher", "lower", "the same") }

  /// `rose`, `fell` or `did not change`.
  public var roseOrFell: String { word("rose", "fell", "did not change") }

  private func word(_ up: String, _ down: String, _ unchanged: String) -> String {
    switch direction {
    case .up: up
    case .down: down
    case .unchanged: unchanged
    }
  }
}

extension Rounded {
  /// The published number counted in a finer power of ten; nil past 64 bits.
  fileprivate func counted(in target: Int) -> Int? {
    guard mantissa != .min,
      let size = DecimalDigits.rescale(abs(mantissa), from: exponent, to: target)
    else { return nil }
    return mantissa < 0 ? -size : size
  }
}
