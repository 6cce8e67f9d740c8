/// The exact test that a chance of success is a given one.
public enum BinomialTest {
  /// The probability of a count no likelier than the one seen.
  ///
  /// Counts whose probability exceeds the one seen by less than one part in 10⁷ are as likely.
  /// Nil when a number is not whole, the count is not within 0…n or the chance not within 0…1.
  /// Reference: Clopper & Pearson 1934; Conover 1999, Practical Nonparametric Statistics, 3.1.
  public static func twoSided(_ x: Double, of n: Double, chance p: Double) -> Double? {
    guard x >= 0, x <= n, n < 1e15, x == x.rounded(), n == n.rounded(), p >= 0, p <= 1 else {
      return nil
    }
    if p == 0 || p == 1 { return (p == 0) == (x == 0) && (p == 1) == (x == n) ? 1 : 0 }
    let mean = n * p
    if x == mean { return 1 }
    let bound = SaddlePoint.logBinomial(x, n - x, p, 1 - p) + 1e-7
    func likelier(_ k: Double) -> Bool {
      SaddlePoint.logBinomial(k, n - k, p, 1 - p) > bound
    }
    if x < mean {
      let far = edge(from: n, to: mean.rounded(.up), likelier)
      let other = far.map { Binomial.survival($0 - 1, trials: n, chance: p) } ?? 0
      return min(1, Binomial.cdf(x, trials: n, chance: p) + other)
    }
    let far = edge(from: 0, to: mean.rounded(.down), likelier)
    let other = far.map { Binomial.cdf($0, trials: n, chance: p) } ?? 0
    return min(1, Binomial.survival(x - 1, trials: n, chance: p) + other)
  }

  /// The count nearest the mean, coming from the far end, that is not likelier than the bound.
  private static func edge(
    from end: Double, to near: Double, _ likelier: (Double) -> Bool
  ) -> Double? {
    if likelier(end) { return nil }
    if !likelier(near) { return near }
    var inside = end
    var outside = near
    while abs(inside - outside) > 1 {
      let middle = ((inside + outside) / 2).rounded(.down)
      if middle == inside || middle == outside { break }
      if likelier(middle) { outside = middle } else { inside = middle }
    }
    return inside
  }
}
