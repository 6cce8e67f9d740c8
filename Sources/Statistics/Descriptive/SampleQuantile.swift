/// The nine ways in which Hyndman and Fan define the quantile of a sample.
///
/// With n values in order and position s = a + p(n + 1 - a - b), the quantile lies between the
/// values numbered ⌊s⌋ and ⌊s⌋+1. Types 1 to 3 take one of them (type 2 their mean at a jump,
/// type 3 the even one), types 4 to 9 interpolate. Type 7 is the default of most software.
///
/// Reference: Hyndman & Fan 1996, Am. Stat. 50:361.
public enum SampleQuantile: Int, Sendable, Hashable, CaseIterable {
  case inverseDistribution = 1
  case averagedInverse = 2
  case nearestEven = 3
  case linearDistribution = 4
  case hazen = 5
  case weibull = 6
  case linear = 7
  case medianUnbiased = 8
  case normalUnbiased = 9

  /// The quantiles of a list at shares from 0 to 1.
  ///
  /// A position within four units in the last place of a whole number counts as that number.
  /// - Throws: a `Blank` for an empty list, a value that is missing or not finite, or a share
  ///   outside 0 to 1.
  /// - Complexity: O(*n* log *n*).
  public func callAsFunction(_ values: [Double?], at shares: [Double]) throws(Blank) -> [Double] {
    let sorted = try Check.all(values, .value).sorted()
    try Check.atLeast(1, sorted.count, .value)
    for share in shares {
      guard share >= 0, share <= 1 else { throw .outside(.probability, 0...1) }
    }
    return shares.map { ofSorted(sorted, at: $0) }
  }

  /// The quantile of a list that is in order and not empty.
  func ofSorted(_ sorted: [Double], at p: Double) -> Double {
    let n = Double(sorted.count)
    let fuzz = 4 * Double.ulpOfOne
    let (a, b) = ends
    let position = rawValue <= 3 ? n * p - (rawValue == 3 ? 0.5 : 0) : a + p * (n + 1 - a - b)
    let below = (position + fuzz).rounded(.down)
    var share = position - below
    switch self {
    case .inverseDistribution: share = position > below + fuzz ? 1 : 0
    case .averagedInverse: share = position > below + fuzz ? 1 : 0.5
    case .nearestEven:
      let odd = below.truncatingRemainder(dividingBy: 2) != 0
      share = abs(share) > fuzz || odd ? 1 : 0
    default: if abs(share) < fuzz { share = 0 }
    }
    let low = value(sorted, below)
    let high = value(sorted, below + 1)
    if share == 0 { return low }
    if share == 1 { return high }
    return (1 - share) * low + share * high
  }

  private func value(_ sorted: [Double], _ number: Double) -> Double {
    sorted[Int(min(Double(sorted.count), max(1, number))) - 1]
  }

  private var ends: (Double, Double) {
    switch self {
    case .linearDistribution: (0, 1)
    case .hazen: (0.5, 0.5)
    case .weibull: (0, 0)
    case .linear: (1, 1)
    case .medianUnbiased: (1.0 / 3, 1.0 / 3)
    case .normalUnbiased: (0.375, 0.375)
    default: (0, 1)
    }
  }
}
