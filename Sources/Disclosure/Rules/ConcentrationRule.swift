/// A rule that hides an amount when one contributor could estimate another too closely from it.
///
/// X is the cell's amount, x1 ≥ x2 ≥ … are what each contributor put in: summed per supplier or holding
/// first (see ``Contributions``), absolute values. A cell with one contributor is always sensitive.
/// The parameters stay confidential: they are not to be printed in what is published.
public enum ConcentrationRule: Sendable, Hashable {
  /// Hidden when x1 + … + xn ≥ k/100·X; equality counts, the safer of the two readings in use.
  case dominance(n: Int, k: Double)

  /// The p% rule: hidden when X - x1 - x2 < p/100·x1, so that the second contributor could estimate
  /// the first to within p per cent.
  case percentage(p: Double)

  /// The pq rule: as the p% rule, for rivals who know each other to within q per cent beforehand.
  case ambiguity(p: Double, q: Double)

  /// What the rule says of one cell.
  public struct Verdict: Sendable, Hashable {
    /// Whether the cell has to be hidden.
    public let isSensitive: Bool

    /// The upper protection level: how far above the true amount a reader's interval has to reach.
    ///
    /// In the unit of the contributions; 0 for a cell that is not sensitive.
    public let upperProtection: Double
  }

  /// Judges a cell by its contributions, in any order; nobody's contribution leaves nothing to hide.
  public func verdict(on contributions: [Double]) -> Verdict {
    let sizes = contributions.map { abs($0) }.filter { $0 > 0 }.sorted(by: >)
    guard let first = sizes.first else { return Verdict(isSensitive: false, upperProtection: 0) }
    let total = sizes.reduce(0, +)
    // Sums of decimals carry rounding; it must not decide a cell that lies exactly on the border.
    let slack = total * 1e-12
    let level: Double
    let isSensitive: Bool
    switch self {
    case .dominance(let n, let k):
      let leaders = sizes.prefix(n).reduce(0, +)
      isSensitive = leaders >= k / 100 * total - slack
      level = 100 / k * leaders - total
    case .percentage(let p):
      (isSensitive, level) = Self.closeness(sizes, first, share: p / 100, slack)
    case .ambiguity(let p, let q):
      (isSensitive, level) = Self.closeness(sizes, first, share: p / q, slack)
    }
    let isHidden = isSensitive || sizes.count == 1
    return Verdict(isSensitive: isHidden, upperProtection: isHidden ? max(0, level) : 0)
  }

  private static func closeness(
    _ sizes: [Double], _ first: Double, share: Double, _ slack: Double
  ) -> (isSensitive: Bool, level: Double) {
    // Summed from the smallest, so that small contributions beside a large one keep their digits.
    let rest = sizes.dropFirst(2).reversed().reduce(0, +)
    return (rest < share * first - slack, share * first - rest)
  }
}
