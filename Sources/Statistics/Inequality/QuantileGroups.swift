/// Sorts areas into groups of about equal number, such as deprivation quintiles.
///
/// An area of rank r among N has group 1 + (r-1)·groups/N, the division rounded down; tied areas
/// share the lowest of their ranks and so the group. Whole numbers throughout: the form in
/// floating point puts a few areas one group off when there are 20 or 100 groups.
public enum QuantileGroups {
  /// The group of each area from 1, nil where the value is missing.
  ///
  /// - Parameters:
  ///   - values: one per area; a missing one is not counted.
  ///   - groups: how many groups to make.
  ///   - highestFirst: group 1 holds the highest values instead of the lowest.
  /// - Returns: a group for each value, in the order of the values.
  /// - Throws: `Blank.tooFew` with fewer areas than groups, or another for a number of groups
  ///   below 1 or a value that is not finite.
  public static func assign(
    _ values: [Double?], into groups: Int, highestFirst: Bool = false
  ) throws(Blank) -> [Int?] {
    guard groups >= 1 else { throw .notPositive(.groups) }
    for (index, value) in values.enumerated() {
      if let value, !value.isFinite { throw .entry(index + 1, .notFinite(.value)) }
    }
    let present = values.count { $0 != nil }
    guard present >= groups else {
      throw .tooFew(.value, needed: groups, found: present)
    }
    let ranks = Ranks(values)
    return (highestFirst ? ranks.leastFromTop : ranks.least).map { rank in
      rank.map { (Int($0) - 1) * groups / present + 1 }
    }
  }
}
